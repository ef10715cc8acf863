// The generated table behind unicode.h. Constant data.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hearth::engine::unicode {

// Runs of code points of one general category, ascending: first code point << 5 | category (unicode.h).
extern const std::uint32_t kCategoryRuns[];
extern const std::size_t kCategoryRunCount;

// What a code point becomes without accents and in lower case, where that is another one: ascending by code;
// unused places are 0.
struct Fold {
    char32_t code;
    char32_t folded[3];
};
extern const Fold kFolds[];
extern const std::size_t kFoldCount;

}  // namespace hearth::engine::unicode

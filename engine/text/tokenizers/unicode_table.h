// The generated table behind unicode.h. Constant data.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hearth::engine::unicode {

// Runs of code points of one general category, ascending: first code point << 5 | category (unicode.h).
extern const std::uint32_t kCategoryRuns[];
extern const std::size_t kCategoryRunCount;

}  // namespace hearth::engine::unicode

#include "text/tokenizers/unicode.h"

#include <algorithm>
#include <array>

#include "text/tokenizers/unicode_table.h"

namespace hearth::engine::unicode {

namespace {

Category search(char32_t code) {
    const std::uint32_t key = static_cast<std::uint32_t>(code) << 5 | 31;
    const auto* after = std::upper_bound(kCategoryRuns, kCategoryRuns + kCategoryRunCount, key);
    return static_cast<Category>(after[-1] & 31);
}

// The first plane unrolled, one byte a code point: nearly all text is there.
const std::array<std::uint8_t, 0x10000>& firstPlane() {
    static const auto table = [] {
        std::array<std::uint8_t, 0x10000> out{};
        for (std::size_t run = 0; run < kCategoryRunCount; ++run) {
            const std::size_t begin = kCategoryRuns[run] >> 5;
            const std::size_t end = run + 1 < kCategoryRunCount ? kCategoryRuns[run + 1] >> 5 : out.size();
            for (std::size_t i = begin; i < std::min(end, out.size()); ++i)
                out[i] = static_cast<std::uint8_t>(kCategoryRuns[run] & 31);
        }
        return out;
    }();
    return table;
}

}  // namespace

Category category(char32_t code) {
    if (code < 0x10000) return static_cast<Category>(firstPlane()[code]);
    return code > 0x10FFFF ? Cn : search(code);
}

bool isWhiteSpace(char32_t code) {
    if (code < 0x80) return code == ' ' || (code >= 0x09 && code <= 0x0D);
    return code == 0x85 || (bit(category(code)) & kSeparator) != 0;
}

}  // namespace hearth::engine::unicode

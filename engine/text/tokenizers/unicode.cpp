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

void appendFolded(std::u32string& out, char32_t code) {
    if (code < 0x80) {
        out += code >= 'A' && code <= 'Z' ? code + 32 : code;
        return;
    }
    if (code >= 0xAC00 && code <= 0xD7A3) {  // Hangul syllables, by the rule of section 3.12 of the standard
        const char32_t index = code - 0xAC00;
        out += 0x1100 + index / 588;
        out += 0x1161 + index % 588 / 28;
        if (index % 28 != 0) out += 0x11A7 + index % 28;
        return;
    }
    if (category(code) == Mn) return;
    const Fold* end = kFolds + kFoldCount;
    const Fold* found = std::lower_bound(kFolds, end, code,
                                         [](const Fold& fold, char32_t value) { return fold.code < value; });
    if (found == end || found->code != code) {
        out += code;
        return;
    }
    for (const char32_t folded : found->folded)
        if (folded != 0) out += folded;
}

}  // namespace hearth::engine::unicode

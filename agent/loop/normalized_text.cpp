#include "loop/normalized_text.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace hearth::agent {

NormalizedText::NormalizedText(std::string_view original) {
    bool space = false;
    for (std::size_t at = 0; at < original.size();) {
        const base::CodePoint read = base::decodeUtf8(original, at);
        const std::size_t end = at + read.length;
        const auto character = static_cast<UChar32>(read.value);
        // What Python's str.split() takes for white space, as in the training recipe.
        const bool blank =
            read.valid && (u_isUWhiteSpace(character) || (character >= 0x1C && character <= 0x1F));
        if (blank) {
            space = !text_.empty();
        } else {
            if (space) {
                text_ += ' ';
                origins_.emplace_back(at - 1, at);
                space = false;
            }
            if (read.valid)
                base::appendUtf8(text_, static_cast<char32_t>(u_tolower(character)));
            else
                text_ += original[at];
            origins_.resize(text_.size(), {at, end});
        }
        at = end;
    }
}

std::pair<std::size_t, std::size_t> NormalizedText::origin(std::size_t begin, std::size_t end) const {
    if (begin >= end || end > origins_.size()) return {0, 0};
    return {origins_[begin].first, origins_[end - 1].second};
}

}  // namespace hearth::agent

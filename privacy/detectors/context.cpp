#include "detectors/context.h"

#include <algorithm>

#include "detectors/checks.h"

namespace hearth::privacy {

namespace {

constexpr std::size_t before = 80;  // bytes in front of the finding, and behind it
constexpr std::size_t behind = 40;

bool holdsWord(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool opens = at == 0 || !isAlnum(text[at - 1]);
        if (opens && (end == text.size() || !isAlnum(text[end]) || !isAlnum(word.back()))) return true;
    }
    return false;
}

}  // namespace

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

const char* contextNear(std::string_view lowerText, std::size_t start, std::size_t end,
                        const std::vector<const char*>& words) {
    const std::size_t from = start - std::min(start, before);
    const std::string_view front = lowerText.substr(from, start - from);
    const std::string_view back = lowerText.substr(end, behind);
    for (const char* word : words)
        if (holdsWord(front, word) || holdsWord(back, word)) return word;
    return nullptr;
}

}  // namespace hearth::privacy

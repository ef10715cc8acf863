#include "rag/marked_words.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "store/word_query.h"

namespace hearth::rag {

namespace {

constexpr std::size_t kLeastStem = 4;
constexpr std::size_t kLongestEnding = 3;

std::string lower(std::string_view word) {
    std::string out(word);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

// The same, or with another ending. Both lower case.
bool sameWord(const std::string& a, const std::string& b) {
    if (a == b) return true;
    const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto stem = static_cast<std::size_t>(differ.first - a.begin());
    return stem >= kLeastStem && a.size() - stem <= kLongestEnding && b.size() - stem <= kLongestEnding;
}

std::vector<std::string> soughtWords(std::string_view question) {
    std::vector<std::string> all, telling;
    for (const std::string& word : queryWords(question)) {
        all.push_back(lower(word));
        if (!isCommonWord(word)) telling.push_back(all.back());
    }
    return telling.empty() ? all : telling;
}

bool beyondAscii(const std::string& word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return (c & 0x80) != 0; });
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> markedWords(std::string_view text,
                                                             std::string_view question) {
    const std::vector<std::string> sought = soughtWords(question);
    std::vector<std::pair<std::size_t, std::size_t>> out;
    std::size_t at = 0;
    for (const std::string& word : queryWords(text)) {
        at = text.find(word, at);
        const std::string low = lower(word);
        for (const std::string& one : sought) {
            if (sameWord(low, one)) {
                out.emplace_back(at, at + word.size());
                break;
            }
            // Scripts without spaces: a word lies within a run of letters.
            const std::size_t inside = beyondAscii(one) ? low.find(one) : std::string::npos;
            if (inside == std::string::npos) continue;
            out.emplace_back(at + inside, at + inside + one.size());
            break;
        }
        at += word.size();
    }
    return out;
}

}  // namespace hearth::rag

#include "store/word_query.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>

namespace hearth::rag {

namespace {

// English and German, sorted.
constexpr std::string_view kCommon[] = {
    "a",      "about", "am",    "an",   "and",   "are",   "as",    "at",    "auf",   "aus",   "be",
    "been",   "bei",   "being", "but",  "by",    "can",   "could", "das",   "dem",   "den",   "der",
    "des",    "did",   "die",   "do",   "does",  "ein",   "eine",  "einem", "einen", "einer", "er",
    "es",     "for",   "from",  "had",  "has",   "hat",   "have",  "he",    "her",   "his",   "how",
    "i",      "ich",   "if",    "im",   "in",    "into",  "is",    "ist",   "it",    "its",   "me",
    "mein",   "meine", "mit",   "my",   "no",    "not",   "of",    "on",    "or",    "our",   "she",
    "should", "sich",  "sie",   "sind", "so",    "than",  "that",  "the",   "their", "them",  "then",
    "there",  "these", "they",  "this", "those", "to",    "um",    "und",   "us",    "von",   "war",
    "was",    "we",    "were",  "what", "when",  "where", "which", "who",   "whom",  "whose", "why",
    "wie",    "will",  "wir",   "with", "wo",    "would", "you",   "your",  "zu",    "zum",   "zur"};

bool isWordByte(char c) {
    return (static_cast<unsigned char>(c) & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

std::string lower(std::string_view word) {
    std::string out(word);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

}  // namespace

std::vector<std::string> queryWords(std::string_view query) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < query.size();) {
        const auto* begin = std::find_if(query.data() + at, query.data() + query.size(), isWordByte);
        const auto* end = std::find_if_not(begin, query.data() + query.size(), isWordByte);
        if (begin != end) out.emplace_back(begin, end);
        at = static_cast<std::size_t>(end - query.data());
    }
    return out;
}

bool isCommonWord(std::string_view word) {
    return std::binary_search(std::begin(kCommon), std::end(kCommon), lower(word));
}

std::string anyWordQuery(std::string_view query, bool pairs) {
    const std::vector<std::string> words = queryWords(query);
    const bool onlyCommon = std::all_of(words.begin(), words.end(), isCommonWord);
    std::set<std::string> taken;
    std::string out;
    const auto add = [&](const std::string& phrase) {
        if (taken.insert(lower(phrase)).second) out += (out.empty() ? "\"" : " OR \"") + phrase + "\"";
    };
    const std::string* before = nullptr;
    for (const std::string& word : words) {
        const bool counts = onlyCommon || !isCommonWord(word);
        if (counts) add(word);
        if (counts && pairs && before != nullptr) add(*before + " " + word);
        before = counts ? &word : nullptr;
    }
    return out;
}

}  // namespace hearth::rag

#include "store/word_query.h"

#include <algorithm>
#include <cctype>
#include <iterator>

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

// What is asked for, not what it is about. English and German, sorted.
constexpr std::string_view kFraming[] = {
    "agree",      "agreed",      "conclude",  "concluded", "conclusion", "decide",    "decided",
    "decision",   "describe",    "describes", "discuss",   "discussed",  "discusses", "discussing",
    "discussion", "discussions", "explain",   "explained", "fasse",      "group",     "information",
    "meeting",    "meetings",    "mention",   "mentioned", "mentions",   "opinion",   "opinions",
    "propose",    "proposed",    "regarding", "said",      "say",        "says",      "suggest",
    "suggested",  "summarise",   "summarize", "summary",   "talk",       "talked",    "team",
    "tell",       "think",       "thinks",    "thought",   "thoughts",   "told",      "view",
    "views",      "worüber",     "zusammen"};

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

bool isFramingWord(std::string_view word) {
    return std::binary_search(std::begin(kFraming), std::end(kFraming), lower(word));
}

}  // namespace hearth::rag

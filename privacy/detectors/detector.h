// How one identifier is described: the forms it is written in, the words that announce it, and what its
// check digits say. One identifier is one file with one function that returns a Detector; registry.cpp
// names them all. Values; any thread.
#pragma once

#include <string_view>
#include <vector>

namespace hearth::privacy {

// A stretch of the text that one of the forms fits. A check may move its ends inwards.
struct Match {
    std::string_view text;
    std::size_t start = 0;
    std::size_t end = 0;
    // How many checks that take microseconds this search may still afford, so that a text full of numbers
    // takes no longer than its length allows.
    int* costlyChecks = nullptr;

    std::string_view value() const { return text.substr(start, end - start); }
    char before() const { return start > 0 ? text[start - 1] : ' '; }
    char after() const { return end < text.size() ? text[end] : ' '; }
    // Whether a digit and a dot stand in front: then it goes on a longer row of numbers.
    bool followsDigitAndDot() const {
        return start > 1 && text[start - 1] == '.' && text[start - 2] >= '0' && text[start - 2] <= '9';
    }
    // Leaves out brackets around the whole, and one at an end whose partner is elsewhere.
    void dropLoneBrackets() {
        const bool opens = end > start && text[start] == '(';
        const bool closes = end > start && text[end - 1] == ')';
        const std::size_t close = value().find(')');
        if (opens && (close == std::string_view::npos || start + close + 1 == end)) ++start;
        if (closes && (value().find('(') == std::string_view::npos)) --end;
    }
};

enum class Verdict {
    Invalid,  // it cannot be one
    Unknown,  // nothing speaks against it
    Valid,    // its check digits agree
};

constexpr Verdict validIf(bool valid) {
    return valid ? Verdict::Valid : Verdict::Invalid;
}

// Where nothing but the form can rule it out.
constexpr Verdict possibleIf(bool possible) {
    return possible ? Verdict::Unknown : Verdict::Invalid;
}

struct Pattern {
    const char* name;        // for Finding::why
    const char* expression;  // RE2 on bytes; its first group, where it has one, is what is found
    double score;            // of the form alone
};

struct Detector {
    const char* kind;
    std::vector<Pattern> patterns;
    std::vector<const char*> context = {};  // lower case; one of them nearby raises the score
    Verdict (*check)(Match& match) = nullptr;
    std::vector<const char*> weakContext =
        {};  // words that raise it less, for they announce other things too
};

}  // namespace hearth::privacy

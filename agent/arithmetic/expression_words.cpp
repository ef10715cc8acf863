#include "arithmetic/expression_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>

#include "arithmetic/number_words.h"
#include "words/words.h"

namespace hearth::agent {
namespace {

// Signs that mean an operator or a number, and how they are written for the parser. Applied before folding,
// which would turn ² into 2.
std::string withPlainSigns(std::string text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kSigns = {{
        {"×", " * "},    {"·", " * "},       {"⋅", " * "},    {"÷", " / "},   {"−", " - "},
        {"–", " - "},    {"√", " sqrt "},    {"π", " pi "},   {"²", " ^ 2 "}, {"³", " ^ 3 "},
        {"½", " half "}, {"¼", " quarter "}, {"¾", " 0.75 "}, {"**", " ^ "},  {"€", " "},
        {"£", " "},      {"¥", " "},         {"$", " "},      {"’", "'"},     {"∛", " cbrt "},
        {"?", " "},      {"°", " degrees "},
    }};
    for (const auto& [sign, plain] : kSigns)
        for (std::size_t at = text.find(sign); at != std::string::npos;
             at = text.find(sign, at + plain.size()))
            text.replace(at, sign.size(), plain);
    return text;
}

// Words, numbers and single signs. A hyphen between letters only joins ("twenty-five"); letters right after
// digits are a word of their own ("3x4", "5th" stays whole).
std::vector<std::string> lex(const std::string& raw) {
    const std::string text = words::folded(withPlainSigns(raw));
    std::vector<std::string> words;
    auto digit = [&](std::size_t i) {
        return i < text.size() && std::isdigit(static_cast<unsigned char>(text[i]));
    };
    auto alpha = [&](std::size_t i) {
        return i < text.size() &&
               (std::isalpha(static_cast<unsigned char>(text[i])) || (text[i] & 0x80) != 0);
    };
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        if (digit(i) || (text[i] == '.' && digit(i + 1))) {
            while (digit(end) || ((text[end] == '.' || text[end] == ',') && digit(end + 1))) {
                const bool comma = text[end] == ',';
                // "3, 7,9": a comma is part of the number only before exactly three digits.
                if (comma && !(digit(end + 1) && digit(end + 2) && digit(end + 3) && !digit(end + 4))) break;
                ++end;
            }
            if (text[end] == 'e' && (digit(end + 1) || (text[end + 1] == '-' && digit(end + 2)))) {
                end += 2;
                while (digit(end)) ++end;
            } else if (ordinal(text.substr(i, end + 2 - i)) && !alpha(end + 2)) {
                end += 2;
            }
            words.push_back(text.substr(i, end - i));
        } else if (alpha(i)) {
            while (alpha(end) || (text[end] == '\'' && alpha(end + 1))) ++end;
            words.push_back(text.substr(i, end - i));
            if (text[end] == '-' && alpha(end + 1)) ++end;
        } else {
            end = i + 1;
            if (!std::isspace(static_cast<unsigned char>(text[i]))) words.push_back(text.substr(i, 1));
        }
        i = end;
    }
    return words;
}

// Drops what only frames the question ("what is", "please calculate", "equals", "dollars").
std::vector<std::string> withoutFraming(const std::vector<std::string>& words) {
    static constexpr std::array<std::string_view, 65> kFraming = {
        "what",      "what's",  "whats",   "is",     "are",   "how",          "much",     "many",
        "calculate", "compute", "work",    "out",    "solve", "please",       "me",       "tell",
        "the",       "answer",  "result",  "equals", "equal", "can",          "you",      "find",
        "give",      "value",   "do",      "does",   "make",  "dollars",      "dollar",   "euros",
        "euro",      "pounds",  "bucks",   "=",      "i",     "get",          "evaluate", "could",
        "would",     "will",    "provide", "an",     "show",  "need",         "know",     "want",
        "this",      "that",    "problem", "math",   "maths", "mathematical", "equation", "calculation",
        "question",  "when",    "if",      "help",   "for",   "figure",       "resolve",  "my",
        "let's"};
    auto asksShare = [&](std::size_t i) {
        return i + 1 < words.size() && words[i] == "what" &&
               (words[i + 1] == "percent" || words[i + 1] == "percentage" || words[i + 1] == "%");
    };
    bool share = false;
    bool intoAsked = false;  // "how many times does 8 go into 2000"
    for (std::size_t i = 0; i < words.size(); ++i) {
        share = share || asksShare(i);
        intoAsked =
            intoAsked || (words[i] == "into" && i > 0 && (words[i - 1] == "go" || words[i - 1] == "goes"));
    }
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        const std::string before = i > 0 ? words[i - 1] : "";
        const bool linking = word == "to" || word == "of" || word == "for";
        const bool answerTo = (linking && (before == "answer" || before == "result" || before == "value")) ||
                              (word == "to" && (before == "need" || before == "want")) ||
                              (intoAsked && (word == "times" || word == "time"));
        const bool verb = word == "is" || word == "are";
        const bool framing = std::find(kFraming.begin(), kFraming.end(), word) != kFraming.end();
        if (!answerTo && (!framing || asksShare(i) || (share && verb))) kept.push_back(word);
    }
    while (!kept.empty() && (kept.back() == "," || kept.back() == ".")) kept.pop_back();
    return kept;
}

}  // namespace

std::vector<std::string> expressionWords(const std::string& text) {
    return withoutFraming(lex(text));
}

}  // namespace hearth::agent

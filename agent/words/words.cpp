#include "words/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace hearth::agent::words {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Typographic signs that mean the same as an ASCII one in a request.
std::string_view plainSign(char32_t c) {
    switch (c) {
        case 0x2018:
        case 0x2019:
            return "'";
        case 0x201C:
        case 0x201D:
        case 0x201E:
            return "\"";
        case 0x2013:
        case 0x2014:
        case 0x2212:
            return "-";
        default:
            return {};
    }
}

// One edit (a wrong, missing, extra letter, or two swapped) apart.
bool oneTypo(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    std::size_t i = 0;
    while (i < a.size() && a[i] == b[i]) ++i;
    if (a.size() == b.size()) {
        if (a.substr(i + 1) == b.substr(i + 1)) return true;
        return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2);
    }
    return a.substr(i) == b.substr(i + 1);
}

// Without the ending of a plural or possessive: "groceries" and "grocery" are both "grocer".
std::string_view stem(std::string_view word) {
    if (word.size() > 4 && word.substr(word.size() - 3) == "ies") return word.substr(0, word.size() - 3);
    if (word.size() > 4 && word.back() == 'y') return word.substr(0, word.size() - 1);
    if (word.size() > 2 && word.substr(word.size() - 2) == "'s") return word.substr(0, word.size() - 2);
    if (word.size() > 4 && word.substr(word.size() - 2) == "es" &&
        std::string_view("sxzho").find(word[word.size() - 3]) != std::string_view::npos)
        return word.substr(0, word.size() - 2);
    if (word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's')
        return word.substr(0, word.size() - 1);
    return word;
}

double wordLikeness(std::string_view query, std::string_view word) {
    if (query == word) return 1;
    const std::string_view a = stem(query);
    const std::string_view b = stem(word);
    if (a == b) return 0.97;
    if (a.size() >= 3 && b.size() > a.size() && b.substr(0, a.size()) == a) return 0.8;
    if (std::min(a.size(), b.size()) >= 5 && oneTypo(a, b)) return 0.7;
    return 0;
}

std::vector<std::string> meaningful(std::string_view text) {
    std::vector<std::string> words = of(text);
    std::vector<std::string> kept;
    for (auto& word : words)
        if (!isFiller(word)) kept.push_back(word);
    return kept.empty() ? words : kept;
}

}  // namespace

std::string folded(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* decompose = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString source =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    source.foldCase();
    icu::UnicodeString parts = U_SUCCESS(status) ? decompose->normalize(source, status) : source;
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        const UChar32 c = parts.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK || c == 0xFFFD) continue;
        const std::string_view plain = plainSign(static_cast<char32_t>(c));
        if (plain.empty())
            kept.append(c);
        else
            kept.append(static_cast<UChar32>(plain[0]));
    }
    std::string out;
    kept.toUTF8String(out);
    return out;
}

std::vector<std::string> of(std::string_view text) {
    const std::string plain = folded(text);
    std::vector<std::string> words;
    std::string word;
    auto flush = [&] {
        if (!word.empty()) words.push_back(word);
        word.clear();
    };
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        const char next = i + 1 < plain.size() ? plain[i + 1] : ' ';
        if (isDigit(c) || isLetter(c)) {
            word += c;
        } else if ((c == '.' || c == ',') && isDigit(next) &&
                   (word.empty() ? c == '.' : isDigit(word.back()))) {
            word += c;
        } else if (c == '\'' && !word.empty() && isLetter(next)) {
            word += c;
        } else {
            flush();
            if (c == '%') words.emplace_back("%");
        }
    }
    flush();
    return words;
}

std::string trimmed(std::string_view text) {
    static constexpr std::array<std::string_view, 4> kQuotes = {"“", "”", "„", "\""};
    constexpr std::string_view kSpace = " \t\r\n";
    constexpr std::string_view kClosing = ".,;!?";
    bool again = true;
    while (again && !text.empty()) {
        again = false;
        while (!text.empty() && kSpace.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
        while (!text.empty() && (kSpace.find(text.back()) != std::string_view::npos ||
                                 kClosing.find(text.back()) != std::string_view::npos))
            text.remove_suffix(1);
        for (auto quote : kQuotes) {
            if (text.substr(0, quote.size()) == quote) text.remove_prefix(quote.size()), again = true;
            if (text.size() >= quote.size() && text.substr(text.size() - quote.size()) == quote)
                text.remove_suffix(quote.size()), again = true;
        }
    }
    return std::string(text);
}

std::string capitalized(std::string_view text) {
    icu::UnicodeString whole =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    if (whole.isEmpty()) return {};
    const std::int32_t second = whole.moveIndex32(0, 1);
    icu::UnicodeString out = whole.tempSubString(0, second);
    out.toUpper().append(whole, second, whole.length() - second);
    std::string result;
    out.toUTF8String(result);
    return result;
}

bool isFiller(std::string_view word) {
    static constexpr std::array<std::string_view, 58> kFillers = {
        "a",     "an",    "the",   "my",    "our",   "your",  "his",   "her",      "their",     "this",
        "that",  "these", "those", "to",    "from",  "of",    "on",    "in",       "at",        "for",
        "with",  "and",   "or",    "about", "any",   "all",   "some",  "me",       "i",         "it",
        "is",    "are",   "was",   "were",  "be",    "do",    "does",  "did",      "please",    "called",
        "named", "list",  "lists", "note",  "notes", "file",  "files", "document", "documents", "one",
        "which", "what",  "where", "who",   "how",   "there", "have",  "has"};
    return std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

double coverage(std::string_view query, std::string_view text) {
    const auto wanted = meaningful(query);
    const auto present = of(text);
    if (wanted.empty()) return 0;
    double sum = 0;
    for (const auto& word : wanted) {
        double best = 0;
        for (const auto& other : present) best = std::max(best, wordLikeness(word, other));
        sum += best;
    }
    return sum / static_cast<double>(wanted.size());
}

double likeness(std::string_view query, std::string_view text) {
    const double forward = coverage(query, text);
    if (forward == 0) return 0;
    const double backward = coverage(text, query);
    // What was asked for counts most; extra words of the text only decide between equals.
    return 0.85 * forward + 0.15 * backward;
}

std::string shortened(std::string_view text, std::size_t limit) {
    std::size_t characters = 0;
    std::size_t end = 0;
    std::size_t lastSpace = 0;
    while (end < text.size()) {
        if ((static_cast<unsigned char>(text[end]) & 0xC0) != 0x80 && ++characters > limit) break;
        if (text[end] == ' ') lastSpace = end;
        ++end;
    }
    if (end == text.size()) return std::string(text);
    if (lastSpace > end / 2) end = lastSpace;
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace hearth::agent::words

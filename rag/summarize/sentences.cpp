#include "rag/sentences.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>

#include "chunk/pieces.h"

namespace hearth::rag {

namespace {

// A line that is shorter was ended on purpose.
constexpr std::size_t kWrapped = 45;
constexpr std::size_t kTooLong = 400;  // bytes of a sentence

// Sorted, in lower case, without the point.
constexpr std::string_view kAbbreviations[] = {
    "abs", "approx", "art",  "bzw", "ca",   "co",  "corp", "dr",  "e.g", "etc", "evtl", "fig",
    "ggf", "hr",     "i.e",  "inc", "inkl", "jr",  "ltd",  "mr",  "mrs", "ms",  "nr",   "no",
    "p",   "pp",     "prof", "sr",  "st",   "str", "u.a",  "usw", "vgl", "vol", "vs",   "z.b"};

bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

bool beginsItem(std::string_view line) {
    line = trimmed(line);
    if (line.empty()) return true;
    if (std::string_view("#|>-*+").find(line.front()) != std::string_view::npos) return true;
    if (line.starts_with("•") || line.starts_with("–")) return true;
    std::size_t digits = 0;
    while (digits < line.size() && std::isdigit(static_cast<unsigned char>(line[digits])) != 0) ++digits;
    return digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
}

// Whether a sentence may go on behind this line.
bool goesOn(std::string_view line, std::string_view next) {
    const std::string_view words = trimmed(line);
    if (words.size() < kWrapped || words.find(" | ") != std::string_view::npos || words.front() == '#')
        return false;
    if (std::string_view(".!?:;|").find(words.back()) != std::string_view::npos) return false;
    return !beginsItem(next);
}

std::string_view lineAt(std::string_view text, std::size_t begin) {
    return text.substr(begin, text.find('\n', begin) - begin);
}

// Whether the point at the end of `text` belongs to an abbreviation: "Dr.", "z. B.", "J."
bool endsInAbbreviation(std::string_view text) {
    text = trimmed(text);
    if (text.size() < 2 || text.back() != '.') return false;
    text.remove_suffix(1);
    const std::size_t space = text.find_last_of(" \n(");
    std::string word(space == std::string_view::npos ? text : text.substr(space + 1));
    if (word.size() == 1 && std::isupper(static_cast<unsigned char>(word[0])) != 0) return true;
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::find(std::begin(kAbbreviations), std::end(kAbbreviations), word) != std::end(kAbbreviations);
}

// Where every word is in lower case, the rules of Unicode see no sentence end: there a point ends one.
std::vector<std::size_t> endsOf(std::string_view run) {
    std::vector<std::size_t> out;
    std::size_t begin = 0;
    for (const std::size_t end : sentenceEnds(run)) {
        if (end - begin > kTooLong)
            for (std::size_t at = run.find(". ", begin); at < end && at != std::string_view::npos;
                 at = run.find(". ", at + 1))
                out.push_back(at + 1);
        out.push_back(end);
        begin = end;
    }
    return out;
}

void addSentences(std::string_view text, std::size_t from, std::size_t to, std::vector<Sentence>& out) {
    const std::string_view run = text.substr(from, to - from);
    std::size_t begin = 0;
    for (const std::size_t end : endsOf(run)) {
        if (end < run.size() && endsInAbbreviation(run.substr(begin, end - begin))) continue;
        const std::string_view sentence = trimmed(run.substr(begin, end - begin));
        if (!sentence.empty()) {
            const auto at = static_cast<std::size_t>(sentence.data() - text.data());
            out.push_back({at, at + sentence.size()});
        }
        begin = end;
    }
}

}  // namespace

std::vector<Sentence> sentencesOf(std::string_view text) {
    std::vector<Sentence> out;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        for (std::size_t line = begin;; line = end) {
            const std::string_view words = lineAt(text, line);
            end = std::min(text.size(), line + words.size() + 1);
            if (end >= text.size() || !goesOn(words, lineAt(text, end))) break;
        }
        addSentences(text, begin, end, out);
        begin = end;
    }
    return out;
}

}  // namespace hearth::rag

// What a question says about where to look: its kind, and a time where it names one in plain words.
#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <iterator>

#include "rag/retriever.h"
#include "store/word_query.h"

namespace hearth::rag {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;
using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

Words lowerWords(std::string_view question) {
    Words words = queryWords(question);
    for (std::string& word : words)
        for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return words;
}

bool has(const Words& words, std::initializer_list<std::string_view> some) {
    return std::search(words.begin(), words.end(), some.begin(), some.end()) != words.end();
}

bool hasAny(const Words& words, std::initializer_list<std::string_view> some) {
    return std::any_of(some.begin(), some.end(), [&](std::string_view word) { return has(words, {word}); });
}

QuestionKind kindOf(const Words& words) {
    if (hasAny(words, {"overview", "gist"}) || has(words, {"what", "is", "this", "about"}) ||
        (has(words, {"about"}) && hasAny(words, {"folder", "document", "report", "file", "paper", "book"}) &&
         hasAny(words, {"what", "whats"})) ||
        (hasAny(words, {"summarize", "summarise", "summary"}) &&
         hasAny(words, {"this", "folder", "document", "documents", "report", "file", "files", "everything",
                        "paper"})))
        return QuestionKind::Overview;
    if (has(words, {"how", "many"}) || has(words, {"how", "much"}) || has(words, {"how", "long"}) ||
        has(words, {"how", "old"}) || has(words, {"how", "far"}) ||
        hasAny(words, {"percentage", "percent", "total", "sum", "average", "price", "cost", "costs"}))
        return QuestionKind::Number;
    return QuestionKind::Passage;
}

std::int64_t seconds(sys_days day) {
    return std::chrono::duration_cast<std::chrono::seconds>(day.time_since_epoch()).count();
}

void setRange(QuestionHints& hints, sys_days from, sys_days until) {
    hints.from = seconds(from);
    hints.until = seconds(until);
}

int yearIn(const std::string& word) {
    if (word.size() != 4 ||
        !std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return 0;
    const int number = std::stoi(word);
    return number >= 1970 && number < 2100 ? number : 0;
}

// "from March", "from march 2021", "last March": the month that was last where no year is named. "in March"
// may be what the text speaks of, whenever it was written.
bool readMonth(const Words& words, year_month_day today, QuestionHints& hints) {
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto found = std::find(kMonths.begin(), kMonths.end(), words[i]);
        const bool spoken = words[i - 1] == "from" || words[i - 1] == "last" || words[i - 1] == "since" ||
                            words[i - 1] == "this";
        const int named = i + 1 < words.size() ? yearIn(words[i + 1]) : 0;
        if (found == kMonths.end() || !spoken) continue;
        const std::chrono::month month(static_cast<unsigned>(found - kMonths.begin()) + 1);
        year_month when = (named != 0 ? year(named) : today.year()) / month;
        const bool ahead = when > today.year() / today.month() ||
                           (words[i - 1] == "last" && when == today.year() / today.month());
        if (named == 0 && ahead) when -= years(1);
        setRange(hints, sys_days(when / 1), sys_days((when + months(1)) / 1));
        if (words[i - 1] == "since") hints.until = 0;
        return true;
    }
    return false;
}

bool readYear(const Words& words, QuestionHints& hints) {
    for (std::size_t i = 1; i < words.size(); ++i) {
        const int named = yearIn(words[i]);
        if (named == 0 || (words[i - 1] != "from" && words[i - 1] != "since")) continue;
        setRange(hints, sys_days(year(named) / 1 / 1), sys_days(year(named + 1) / 1 / 1));
        if (words[i - 1] == "since") hints.until = 0;
        return true;
    }
    return false;
}

void readTime(const Words& words, sys_days today, QuestionHints& hints) {
    const year_month_day date(today);
    const year_month month = date.year() / date.month();
    const std::chrono::weekday weekday(today);
    const sys_days monday = today - (weekday - std::chrono::Monday);
    if (readMonth(words, date, hints) || readYear(words, hints)) return;
    if (has(words, {"yesterday"}))
        setRange(hints, today - days(1), today);
    else if (has(words, {"today"}))
        setRange(hints, today, today + days(1));
    else if (has(words, {"last", "week"}))
        setRange(hints, monday - days(7), monday);
    else if (has(words, {"this", "week"}))
        setRange(hints, monday, monday + days(7));
    else if (has(words, {"last", "month"}))
        setRange(hints, sys_days((month - months(1)) / 1), sys_days(month / 1));
    else if (has(words, {"this", "month"}))
        setRange(hints, sys_days(month / 1), sys_days((month + months(1)) / 1));
    else if (has(words, {"last", "year"}))
        setRange(hints, sys_days((date.year() - years(1)) / 1 / 1), sys_days(date.year() / 1 / 1));
    else if (has(words, {"this", "year"}))
        setRange(hints, sys_days(date.year() / 1 / 1), sys_days((date.year() + years(1)) / 1 / 1));
}

// "in the tax folder", "from my holiday pictures folder", "in the folder called letters".
std::string readFolder(const Words& words) {
    constexpr std::ptrdiff_t kLongest = 5;  // words of a name, with "in" and "the"
    const auto isFolder = [](const std::string& word) { return word == "folder" || word == "directory"; };
    const auto isPlace = [](const std::string& word) {
        return word == "in" || word == "from" || word == "within" || word == "inside" || word == "under";
    };
    const auto at = std::find_if(words.begin(), words.end(), isFolder);
    if (at == words.end()) return {};
    if (words.end() - at > 2 && (at[1] == "called" || at[1] == "named")) return at[2];
    const auto earliest = at - std::min(kLongest, at - words.begin());
    const auto place =
        std::find_if(std::make_reverse_iterator(at), std::make_reverse_iterator(earliest), isPlace);
    if (place == std::make_reverse_iterator(earliest)) return {};
    std::string out;
    for (auto word = place.base(); word != at; ++word) {
        if (out.empty() && (*word == "the" || *word == "my" || *word == "our" || *word == "this")) continue;
        out += (out.empty() ? "" : " ") + *word;
    }
    return out;
}

}  // namespace

QuestionHints readQuestion(std::string_view question, std::int64_t now) {
    const Words words = lowerWords(question);
    QuestionHints hints;
    hints.kind = kindOf(words);
    hints.folder = readFolder(words);
    const std::chrono::sys_seconds instant{std::chrono::seconds(now)};
    readTime(words, std::chrono::floor<days>(instant), hints);
    return hints;
}

}  // namespace hearth::rag

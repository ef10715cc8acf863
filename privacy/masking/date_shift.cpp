// Dates of a conversation moved by one number of days, written as they were.
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "detectors/checks.h"
#include "masking/stand_ins.h"

namespace hearth::privacy {

namespace {

using Days = std::chrono::sys_days;

constexpr std::array<const char*, 12> months = {"January",   "February", "March",    "April",
                                                "May",       "June",     "July",     "August",
                                                "September", "October",  "November", "December"};

// Two to four years back: the seed decides how many days.
int shiftOf(std::uint64_t seed) {
    return -800 - static_cast<int>(seed * 0x9E3779B97F4A7C15ULL >> 54);
}

std::chrono::year_month_day moved(int year, int month, int day, std::uint64_t seed) {
    const auto from = Days(std::chrono::year(year) / month / day);
    return from + std::chrono::days(shiftOf(seed));
}

// The number in as many digits as the text has.
std::string likeDigits(long value, std::string_view like) {
    char out[24];
    (void)std::snprintf(out, sizeof out, "%0*ld", static_cast<int>(like.size()), value);
    return out;
}

int fullYear(std::string_view digits) {
    const int year = number(digits, 0, digits.size());
    return digits.size() == 4 ? year : year + (year < 50 ? 2000 : 1900);
}

std::string yearLike(std::chrono::year year, std::string_view like) {
    const int value = static_cast<int>(year);
    return likeDigits(like.size() == 2 ? value % 100 : value, like);
}

// Three numbers in the order year-month-day, day-month-year or month-day-year.
std::string threeNumbers(std::string_view text, std::uint64_t seed) {
    static const re2::RE2 form(R"((?s)(\d{1,4})([-/.])(\d{1,2})([-/.])(\d{1,4})(.*))");
    re2::StringPiece a, b, c, s1, s2, rest;
    if (!re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), form, &a, &s1, &b, &s2, &c, &rest))
        return {};
    const std::string_view first(a.data(), a.size()), second(b.data(), b.size()), third(c.data(), c.size());
    const bool yearFirst = first.size() == 4;
    if (!yearFirst && third.size() != 2 && third.size() != 4) return {};
    const std::string_view year = yearFirst ? first : third;
    std::string_view month = second;
    std::string_view day = yearFirst ? third : first;
    if (number(month, 0, month.size()) > 12) std::swap(month, day);
    if (day.size() > 2 || !isDate(fullYear(year), number(month, 0, month.size()), number(day, 0, day.size())))
        return {};
    const auto date = moved(fullYear(year), number(month, 0, month.size()), number(day, 0, day.size()), seed);
    const auto write = [&](std::string_view part) {
        if (part.data() == year.data()) return yearLike(date.year(), year);
        const unsigned value = part.data() == month.data() ? unsigned(date.month()) : unsigned(date.day());
        return likeDigits(static_cast<long>(value), part);
    };
    return write(first) + s1.as_string() + write(second) + s2.as_string() + write(third) + rest.as_string();
}

std::string_view monthLike(unsigned month, std::size_t length) {
    const std::string_view name = months[month - 1];
    return length <= 3 ? name.substr(0, 3) : name;
}

// A day and a month by name, with or without a year.
std::string namedMonth(std::string_view text, std::uint64_t seed) {
    static const re2::RE2 form(
        R"((?i)(?:(\d{1,2})(st|nd|rd|th)?([-\s./]+(?:of )?))?([a-z]{3,9})(?:(\.?\s)(\d{1,2})(st|nd|rd|th)?)?(?:([-,\s./]+)(\d{4}))?)");
    std::string day, suffix, gap, name, gap2, day2, suffix2, gap3, year;
    if (!re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), form, &day, &suffix, &gap, &name,
                             &gap2, &day2, &suffix2, &gap3, &year))
        return {};
    unsigned month = 0;
    for (unsigned m = 1; m <= 12 && month == 0; ++m)
        if (std::string_view(months[m - 1]).substr(1, 2) == std::string_view(name).substr(1, 2) &&
            upper(name[0]) == months[m - 1][0])
            month = m;
    const std::string& dayText = day.empty() ? day2 : day;
    const int dayNumber = dayText.empty() ? 1 : number(dayText, 0, dayText.size());
    const int yearNumber = year.empty() ? 2024 : fullYear(year);
    if (month == 0 || !isDate(yearNumber, static_cast<int>(month), dayNumber)) return {};
    const auto date = moved(yearNumber, static_cast<int>(month), dayNumber, seed);
    const std::string newDay = std::to_string(unsigned(date.day()));
    std::string out = day.empty() ? "" : newDay + (suffix.empty() ? "" : "th") + gap;
    out += monthLike(unsigned(date.month()), name.size());
    if (!day2.empty()) out += gap2 + newDay + (suffix2.empty() ? "" : "th");
    return year.empty() ? out : out + gap3 + yearLike(date.year(), year);
}

}  // namespace

bool isMonth(std::string_view word) {
    return std::any_of(months.begin(), months.end(), [&](std::string_view month) {
        return word == month || (word.size() == 3 && month.substr(0, 3) == word);
    });
}

std::string shiftedDate(std::string_view text, std::uint64_t seed) {
    if (text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos)
        return std::to_string(number(text, 0, 4) + shiftOf(seed) / 365);
    std::string out = threeNumbers(text, seed);
    return out.empty() ? namedMonth(text, seed) : out;
}

}  // namespace hearth::privacy

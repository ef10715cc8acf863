#include "civil.h"

#include <algorithm>
#include <cstdio>

namespace hearth::agent {

namespace datetime {

bool isLeapYear(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysInMonth(int year, int month) {
    static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : kDays[month - 1];
}

bool isValidDate(int year, int month, int day) {
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= daysInMonth(year, month);
}

// Counts in eras of 400 years that begin on 1 March, so that the leap day is the last of a year.
Day dayFromDate(int year, int month, int day) {
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const std::int64_t yearOfEra = y - era * 400;
    const std::int64_t monthFromMarch = (month + 9) % 12;
    const std::int64_t dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
    const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

YearMonthDay dateFromDay(Day day) {
    const std::int64_t z = day + 719468;
    const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    const std::int64_t dayOfEra = z - era * 146097;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
    YearMonthDay date;
    date.day = static_cast<int>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    date.month = static_cast<int>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
    date.year = static_cast<int>(yearOfEra + era * 400 + (date.month <= 2 ? 1 : 0));
    return date;
}

int weekdayOf(Day day) {
    const std::int64_t fromMonday = (day + 3) % 7;  // 1970-01-01 was a Thursday
    return static_cast<int>(fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1;
}

Day weekStart(Day day) {
    return day - (weekdayOf(day) - 1);
}

Day firstIsoWeek(int year) {
    return weekStart(dayFromDate(year, 1, 4));
}

Day addMonths(Day day, int months) {
    const YearMonthDay date = dateFromDay(day);
    const int count = date.year * 12 + date.month - 1 + months;
    const int year = std::clamp(count / 12, 1, 9999);
    const int month = count < 12 ? 1 : count % 12 + 1;
    return dayFromDate(year, month, std::min(date.day, daysInMonth(year, month)));
}

Tick tickFromCivil(const CivilTime& time) {
    return dayFromDate(time.year, time.month, time.day) * kSecondsPerDay + time.hour * 3600 +
           time.minute * 60 + time.second;
}

CivilTime civilFromTick(Tick tick) {
    const Day day = dayOfTick(tick);
    const int rest = static_cast<int>(tick - day * kSecondsPerDay);
    const YearMonthDay date = dateFromDay(day);
    return {date.year, date.month, date.day, rest / 3600, rest / 60 % 60, rest % 60};
}

// The calendar of Butcher's "Anonymous Gregorian" rule (Nature, 1876).
Day easterSunday(int year) {
    const int golden = year % 19;
    const int century = year / 100;
    const int inCentury = year % 100;
    const int correction = (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    const int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
    const int shift = (golden + 11 * epact + 22 * weekday) / 451;
    const int count = epact + weekday - 7 * shift + 114;
    return dayFromDate(year, count / 31, count % 31 + 1);
}

}  // namespace datetime

namespace {

// Reads a number of exactly `digits` digits at `position`, and moves past it.
std::optional<int> readDigits(std::string_view text, std::size_t& position, std::size_t digits) {
    if (position + digits > text.size()) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        const char c = text[position + i];
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    position += digits;
    return value;
}

bool take(std::string_view text, std::size_t& position, std::string_view allowed) {
    if (position >= text.size() || allowed.find(text[position]) == std::string_view::npos) {
        return false;
    }
    ++position;
    return true;
}

}  // namespace

std::optional<CivilTime> parseCivilTime(std::string_view text) {
    std::size_t at = 0;
    CivilTime time;
    const auto year = readDigits(text, at, 4);
    if (!year || !take(text, at, "-")) return std::nullopt;
    const auto month = readDigits(text, at, 2);
    if (!month || !take(text, at, "-")) return std::nullopt;
    const auto day = readDigits(text, at, 2);
    if (!day || !datetime::isValidDate(*year, *month, *day)) return std::nullopt;
    time.year = *year;
    time.month = *month;
    time.day = *day;
    if (at == text.size()) return time;
    if (!take(text, at, "T ")) return std::nullopt;
    const auto hour = readDigits(text, at, 2);
    if (!hour || !take(text, at, ":")) return std::nullopt;
    const auto minute = readDigits(text, at, 2);
    if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
    time.hour = *hour;
    time.minute = *minute;
    if (take(text, at, ":")) {
        const auto second = readDigits(text, at, 2);
        if (!second || *second > 59) return std::nullopt;
        time.second = *second;
        if (take(text, at, ".")) {
            if (!readDigits(text, at, 1)) return std::nullopt;
            while (readDigits(text, at, 1)) {
            }
        }
    }
    if (at != text.size()) return std::nullopt;
    return time;
}

std::string formatCivilTime(const CivilTime& time) {
    char buffer[80];
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d %02d:%02d:%02d", time.year, time.month, time.day,
                  time.hour, time.minute, time.second);
    return buffer;
}

}  // namespace hearth::agent

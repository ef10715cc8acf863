// Days and seconds of the proleptic Gregorian calendar, without zones. Plain functions on
// numbers; free of state, so any thread may call them.
#pragma once

#include <cstdint>
#include <optional>

#include "agent/datetime.h"

namespace hearth::agent::datetime {

/// Days since 1970-01-01 (may be negative).
using Day = std::int64_t;
/// Seconds since 1970-01-01T00:00:00 of the local clock, as if every day had 86400.
using Tick = std::int64_t;

inline constexpr Tick kSecondsPerDay = 86400;

struct YearMonthDay {
    int year = 1970;
    int month = 1;
    int day = 1;
};

bool isLeapYear(int year);
int daysInMonth(int year, int month);
bool isValidDate(int year, int month, int day);

Day dayFromDate(int year, int month, int day);
YearMonthDay dateFromDay(Day day);
/// Monday is 1, Sunday 7.
int weekdayOf(Day day);
/// The Monday of the week of `day`.
Day weekStart(Day day);
/// The Monday of ISO week 1 of `year`.
Day firstIsoWeek(int year);
/// `day` moved by whole months; the day of the month is cut to the month's length.
Day addMonths(Day day, int months);

Tick tickFromCivil(const CivilTime& time);
CivilTime civilFromTick(Tick tick);
inline Day dayOfTick(Tick tick) {
    return tick >= 0 ? tick / kSecondsPerDay : -((-tick + kSecondsPerDay - 1) / kSecondsPerDay);
}

/// Dates are resolved for people who live now; near the ends of the calendar there is not always a
/// year before or after.
inline bool isUsualYear(int year) {
    return year >= 100 && year <= 9900;
}

/// Western Easter Sunday.
Day easterSunday(int year);

}  // namespace hearth::agent::datetime

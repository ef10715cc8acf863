// The meaning of a piece of an expression while it is being understood: numbers, parts of a date,
// clock times, lengths, and finished readings. Plain values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "agent/datetime.h"
#include "civil.h"

namespace hearth::agent::datetime {

enum class Unit {
    None,
    Second,
    Minute,
    Hour,
    Days,
    BusinessDay,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century
};

/// A length of time, by unit: a month is not a number of days until it is added to a date.
struct Span {
    double seconds = 0;
    double days = 0;
    double businessDays = 0;
    double months = 0;
    double years = 0;

    void add(double count, Unit unit);
    /// With 30 days to a month and 365 to a year.
    double inSeconds() const;
    bool hasClock() const { return seconds != 0; }
    bool hasDays() const { return days != 0 || businessDays != 0 || months != 0 || years != 0; }
    bool operator==(const Span&) const = default;
};

/// `tick` moved by `sign` times `span`.
Tick addSpan(Tick tick, const Span& span, int sign);

/// What part of a date was said; the rest follows from the reference.
enum class DateShape {
    Fixed,       ///< one day
    MonthDay,    ///< 4 July
    Weekday,     ///< Friday
    DayOfMonth,  ///< the 18th
    WeekdayDay,  ///< Friday the 31st
    Holiday,     ///< Easter
    Month,       ///< May
};

struct Reading {
    Tick start = 0;
    Tick end = 0;
    bool hasStart = true;
    bool hasEnd = false;
    bool operator==(const Reading&) const = default;
};

/// One structure for all: a rule fills in what its category needs.
struct Value {
    // Words of the lexicon and numbers.
    std::int64_t number = 0;
    double real = 0;
    int digits = 0;  ///< how many digits a number was written with; 0 for words
    Unit unit = Unit::None;

    // Dates.
    DateShape shape = DateShape::Fixed;
    int year = 0;  ///< 0: not said
    int month = 0;
    int day = 0;
    int weekday = 0;
    int holiday = -1;

    // Clock times.
    int hour = -1;
    int minute = 0;
    int second = 0;
    bool halfDayKnown = false;  ///< a.m. or p.m. (or a 24-hour clock) is settled
    bool hasMinutes = false;

    Span span;
    std::vector<Reading> readings;
    std::optional<Recurrence> recurrence;
    bool vague = false;         ///< hours of a part of the day: "in the evening"; the end of a month
    bool lastIncluded = false;  ///< the end of a range is a day that belongs to it
    bool elapsed = false;       ///< counted from now in hours, minutes or seconds
    bool impossible = false;    ///< 30 February: an expression, but of no day
    TimeType type = TimeType::Date;

    bool operator==(const Value&) const = default;

    const Reading& front() const { return readings.front(); }
    bool hasReading() const { return !readings.empty(); }
};

}  // namespace hearth::agent::datetime

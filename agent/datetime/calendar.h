// What parts of dates and times mean: which days "the 18th" or "Friday" can be, how two halves of a
// range complete each other, which hours "in the evening" are. Functions on values; any thread.
#pragma once

#include <optional>

#include "grammar.h"
#include "holidays.h"
#include "value.h"

namespace hearth::agent::datetime {

using MaybeValue = std::optional<Value>;

// --- days -------------------------------------------------------------------------------------

/// One certain day.
Value oneDay(Day day);
/// A day with month and day of the month; year 0: the last before and the next from today.
/// A day that no year has (30 February) is impossible; a month or day out of range is nothing.
MaybeValue monthDay(const Context& context, int month, int day, int year = 0);
Value weekday(const Context& context, int weekday);
MaybeValue dayOfMonth(const Context& context, int day);
/// Friday the 31st: the nearest months in which that day has that name.
MaybeValue weekdayDay(const Context& context, int weekday, int day);
Value holiday(const Context& context, int id, int year = 0);

/// The first day from `from` on (or the last before) that has the shape of `value`.
std::optional<Day> nextFrom(const Value& value, Day from);
std::optional<Day> lastBefore(const Value& value, Day before);

/// The day that an assistant means: of several the first from `today` on.
std::optional<Day> futureDay(const Value& value, Day today);

/// A year written with two digits, or 0 when it is no year; 35 is 2035 for the future reading.
int fullYear(const Value& number);

// --- ranges of days ---------------------------------------------------------------------------

Value dayRange(Day start, Day end);
Value openRange(std::optional<Day> start, std::optional<Day> end);
Value yearRange(int year);
MaybeValue monthRange(const Context& context, int month, int year = 0);
/// The week, month, quarter, ... that lies `offset` of them from the one of `day`.
MaybeValue period(Unit unit, Day day, int offset);
/// "from A to B": `from` and `to` are days, months or years; missing parts are taken from the other.
MaybeValue rangeBetween(const Context& context, const Value& from, const Value& to);
/// The n-th (1..5, or -1 the last) week that has its Thursday in the month or year.
MaybeValue nthWeek(const Value& range, int nth);
/// The n-th weekday within the days of the range; -1 the last.
MaybeValue nthWeekday(const Value& range, int nth, int weekday);
/// Which part of a period: -1 the early, 0 the middle, 1 the late one.
enum class Share { Early, Mid, Late };
MaybeValue shareOf(const Value& range, Share share);
/// The moment at which a period begins, is half over, or ends.
MaybeValue pointOf(const Value& range, Share share);
/// The n next (sign 1) or last (sign -1) days, weeks, minutes, ...
MaybeValue runOf(const Context& context, const Span& span, Unit unit, int count, int sign);

// --- clock times ------------------------------------------------------------------------------

/// hour 0..24; of an hour from 1 to 12 the half of the day is open unless `known`.
MaybeValue clockTime(int hour, int minute, int second, bool known);
/// Settles the half of the day; nothing when the clock already shows another half.
MaybeValue withHalfDay(const Value& clock, bool afternoon);
/// Settles the half of the day by a part of the day (readings: its hours).
MaybeValue withDayPart(const Value& clock, const Value& part);
/// Hours of a part of the day; start and end are seconds of the day.
Value dayPart(int startHour, int endHour);
MaybeValue clockRange(const Value& from, const Value& to);

// --- combinations -----------------------------------------------------------------------------

/// Every day with every time of day. Times may be points or ranges.
MaybeValue dayWithTime(const Value& day, const Value& time, TimeType type);

}  // namespace hearth::agent::datetime

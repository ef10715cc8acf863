#include "calendar.h"

#include <algorithm>

namespace hearth::agent::datetime {
namespace {

constexpr int kYearsToSearch = 9;  // a 29 February returns within eight years
constexpr int kMonthsToSearch = 60;

Reading dayReading(Day day) {
    return {day * kSecondsPerDay, 0, true, false};
}

Day startDay(const Value& value) {
    return dayOfTick(value.front().start);
}

// The day of `value` in that year, if it has one.
std::optional<Day> dayInYear(const Value& value, int year) {
    if (year < 1 || year > 9999) return std::nullopt;
    if (value.shape == DateShape::Holiday) return holidayDay(value.holiday, year);
    if (value.shape == DateShape::Month) return dayFromDate(year, value.month, 1);
    if (!isValidDate(year, value.month, value.day)) return std::nullopt;
    return dayFromDate(year, value.month, value.day);
}

std::optional<Day> dayInMonth(const Value& value, int monthCount) {
    const int year = monthCount / 12;
    const int month = monthCount % 12 + 1;
    if (!isValidDate(year, month, value.day)) return std::nullopt;
    const Day day = dayFromDate(year, month, value.day);
    if (value.shape == DateShape::WeekdayDay && weekdayOf(day) != value.weekday) return std::nullopt;
    return day;
}

bool isYearly(const Value& value) {
    return value.shape == DateShape::MonthDay || value.shape == DateShape::Holiday ||
           value.shape == DateShape::Month;
}

// Fills in the readings of a shape that returns: the last one before today, the next from today.
MaybeValue returning(const Context& context, Value value) {
    value.type = TimeType::Date;
    if (const auto past = lastBefore(value, context.today)) value.readings.push_back(dayReading(*past));
    if (const auto next = nextFrom(value, context.today)) value.readings.push_back(dayReading(*next));
    if (value.readings.empty()) return std::nullopt;
    return value;
}

}  // namespace

Value oneDay(Day day) {
    Value value;
    const YearMonthDay date = dateFromDay(day);
    value.year = date.year;
    value.month = date.month;
    value.day = date.day;
    value.readings.push_back(dayReading(day));
    return value;
}

std::optional<Day> nextFrom(const Value& value, Day from) {
    if (value.shape == DateShape::Fixed) {
        if (!value.hasReading()) return std::nullopt;
        return startDay(value);
    }
    if (value.shape == DateShape::Weekday) return from + (value.weekday - weekdayOf(from) + 7) % 7;
    const YearMonthDay date = dateFromDay(from);
    if (isYearly(value)) {
        for (int i = 0; i < kYearsToSearch; ++i) {
            const auto day = dayInYear(value, date.year + i);
            if (!day) continue;
            if (*day >= from) return day;
            if (value.shape == DateShape::Month && i == 0 && date.month == value.month) return day;
        }
        return std::nullopt;
    }
    const int month = date.year * 12 + date.month - 1;
    for (int i = 0; i < kMonthsToSearch; ++i) {
        const auto day = dayInMonth(value, month + i);
        if (day && *day >= from) return day;
    }
    return std::nullopt;
}

std::optional<Day> lastBefore(const Value& value, Day before) {
    if (value.shape == DateShape::Fixed) return std::nullopt;
    if (value.shape == DateShape::Weekday) {
        return before - 1 - (weekdayOf(before - 1) - value.weekday + 7) % 7;
    }
    const YearMonthDay date = dateFromDay(before);
    if (isYearly(value)) {
        for (int i = 0; i < kYearsToSearch; ++i) {
            const auto day = dayInYear(value, date.year - i);
            if (!day || *day >= before) continue;
            if (value.shape == DateShape::Month && i == 0 && date.month == value.month) continue;
            return day;
        }
        return std::nullopt;
    }
    const int month = date.year * 12 + date.month - 1;
    for (int i = 0; i < kMonthsToSearch && month - i >= 12; ++i) {
        const auto day = dayInMonth(value, month - i);
        if (day && *day < before) return day;
    }
    return std::nullopt;
}

std::optional<Day> futureDay(const Value& value, Day today) {
    if (!value.hasReading()) return std::nullopt;
    std::optional<Day> best;
    for (const Reading& reading : value.readings) {
        const Day day = dayOfTick(reading.hasStart ? reading.start : reading.end);
        if (day >= today && (!best || *best < today || day < *best)) best = day;
        if (!best || (*best < today && day > *best)) best = day;
    }
    return best;
}

MaybeValue monthDay(const Context& context, int month, int day, int year) {
    if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    Value value;
    value.shape = DateShape::MonthDay;
    value.month = month;
    value.day = day;
    if (year != 0) {
        if (year > 9999) return std::nullopt;
        value.impossible = !isValidDate(year, month, day);
        value.year = year;
        value.shape = DateShape::Fixed;
        if (!value.impossible) value.readings.push_back(dayReading(dayFromDate(year, month, day)));
        return value;
    }
    if (!isValidDate(2000, month, day)) {
        value.impossible = true;
        return value;
    }
    return returning(context, value);
}

Value weekday(const Context& context, int which) {
    Value value;
    value.shape = DateShape::Weekday;
    value.weekday = which;
    return *returning(context, value);
}

MaybeValue dayOfMonth(const Context& context, int day) {
    if (day < 1 || day > 31) return std::nullopt;
    Value value;
    value.shape = DateShape::DayOfMonth;
    value.day = day;
    return returning(context, value);
}

MaybeValue weekdayDay(const Context& context, int which, int day) {
    if (day < 1 || day > 31) return std::nullopt;
    Value value;
    value.shape = DateShape::WeekdayDay;
    value.weekday = which;
    value.day = day;
    return returning(context, value);
}

Value holiday(const Context& context, int id, int year) {
    Value value;
    value.shape = DateShape::Holiday;
    value.holiday = id;
    if (year != 0) {
        value = oneDay(holidayDay(id, year));
        value.holiday = id;
        return value;
    }
    return *returning(context, value);
}

int fullYear(const Value& number) {
    if (number.digits == 4 || number.number >= 100) return static_cast<int>(number.number);
    if (number.digits != 2 && number.digits != 0) return 0;
    return static_cast<int>(number.number < 40 ? 2000 + number.number : 1900 + number.number);
}

// --- ranges of days ---------------------------------------------------------------------------

Value dayRange(Day start, Day end) {
    Value value;
    value.type = TimeType::DateRange;
    value.readings.push_back({start * kSecondsPerDay, end * kSecondsPerDay, true, true});
    return value;
}

Value openRange(std::optional<Day> start, std::optional<Day> end) {
    Value value = dayRange(start.value_or(0), end.value_or(0));
    value.readings[0].hasStart = start.has_value();
    value.readings[0].hasEnd = end.has_value();
    return value;
}

Value yearRange(int year) {
    Value value = dayRange(dayFromDate(year, 1, 1), dayFromDate(year + 1, 1, 1));
    value.year = year;
    value.unit = Unit::Year;
    return value;
}

MaybeValue monthRange(const Context& context, int month, int year) {
    if (month < 1 || month > 12) return std::nullopt;
    Value value;
    value.type = TimeType::DateRange;
    value.unit = Unit::Month;
    value.month = month;
    value.year = year;
    const auto add = [&](Day start) {
        value.readings.push_back({start * kSecondsPerDay, addMonths(start, 1) * kSecondsPerDay, true, true});
    };
    if (year != 0) {
        add(dayFromDate(year, month, 1));
        return value;
    }
    value.shape = DateShape::Month;
    add(*lastBefore(value, context.today));
    add(*nextFrom(value, context.today));
    return value;
}

MaybeValue period(Unit unit, Day day, int offset) {
    const YearMonthDay date = dateFromDay(day);
    const auto months = [&](int length) {
        const int first = (date.year * 12 + date.month - 1) / length * length + offset * length;
        const int year = first / 12;
        const Day start = dayFromDate(year, first % 12 + 1, 1);
        return dayRange(start, addMonths(start, length));
    };
    if (date.year + offset < 1 || date.year + offset * 100 > 9000 || date.year + offset * 100 < 100) {
        return std::nullopt;
    }
    Value value;
    switch (unit) {
        case Unit::Days:
            value = dayRange(day + offset, day + offset + 1);
            break;
        case Unit::Week: {
            const Day monday = weekStart(day) + 7 * offset;
            value = dayRange(monday, monday + 7);
            break;
        }
        case Unit::BusinessDay: {  // the working week
            const Day monday = weekStart(day) + 7 * offset;
            value = dayRange(monday, monday + 5);
            break;
        }
        case Unit::Weekend: {
            const Day saturday = weekStart(day) + 7 * offset + 5;
            value = dayRange(saturday, saturday + 2);
            break;
        }
        case Unit::Fortnight: {
            const Day monday = weekStart(day) + 14 * offset;
            value = dayRange(monday, monday + 14);
            break;
        }
        case Unit::Month:
            value = months(1);
            break;
        case Unit::Quarter:
            value = months(3);
            break;
        case Unit::Year:
            value = yearRange(date.year + offset);
            value.year = 0;
            break;
        case Unit::Decade:
            value = months(120);
            break;
        case Unit::Century:
            value = months(1200);
            break;
        default:
            return std::nullopt;
    }
    value.unit = unit;
    return value;
}

namespace {

// Where a half of a range lies: of a day the day itself, of a month or year its first day.
Value asPoint(Value value) {
    if (value.type == TimeType::DateRange) {
        for (Reading& reading : value.readings) reading.hasEnd = false;
    }
    return value;
}

bool repeats(const Value& value) {
    return value.shape != DateShape::Fixed;
}

void addRange(Value& range, Day start, Day end) {
    range.readings.push_back({start * kSecondsPerDay, end * kSecondsPerDay, true, true});
}

// Both halves return (every year, week or month): the last range that is over, and the next; or
// only the one that today lies in.
MaybeValue returningRange(const Context& context, const Value& from, const Value& to) {
    Value range;
    range.type = TimeType::DateRange;
    const auto next = nextFrom(from, context.today + 1);
    const auto last = lastBefore(from, context.today + 1);
    const auto endOf = [&](Day start) { return nextFrom(to, start); };
    if (last) {
        const auto end = endOf(*last);
        if (!end) return std::nullopt;
        const bool startsEarlier = *last < context.today;
        const bool monthsTouch =
            from.shape == DateShape::Month && dateFromDay(*last).month == dateFromDay(context.today).month;
        const Day over = to.shape == DateShape::Month ? addMonths(*end, 1) : *end;
        if (startsEarlier && over > context.today && !monthsTouch) {
            addRange(range, *last, *end);
            return range;
        }
        addRange(range, *last, *end);
        // Today, or this month: it is the coming one, and the one before it is over.
        if (!startsEarlier || (monthsTouch && *end > context.today)) {
            if (const auto before = lastBefore(from, *last)) {
                if (const auto beforeEnd = endOf(*before)) {
                    range.readings.clear();
                    addRange(range, *before, *beforeEnd);
                    addRange(range, *last, *end);
                }
            }
            return range;
        }
    }
    if (next) {
        const auto end = endOf(*next);
        if (end) addRange(range, *next, *end);
    }
    if (range.readings.empty()) return std::nullopt;
    return range;
}

}  // namespace

namespace {

MaybeValue joined(const Context& context, const Value& fromValue, const Value& toValue) {
    Value from = asPoint(fromValue);
    Value to = asPoint(toValue);
    if (!from.hasReading() || !to.hasReading()) return std::nullopt;
    if (from.readings.size() == 1) from.shape = DateShape::Fixed;
    if (to.readings.size() == 1) to.shape = DateShape::Fixed;
    // "5 to 9 May": the day takes the month of the other half.
    if (repeats(from) && repeats(to)) return returningRange(context, from, to);
    if (!repeats(from) && !repeats(to)) {
        Day start = startDay(from);
        const Day end = startDay(to);
        if (from.type == TimeType::DateRange && from.year == 0 && start > end) return std::nullopt;
        return dayRange(start, end);
    }
    if (repeats(to)) {
        const auto end = nextFrom(to, startDay(from));
        if (!end) return std::nullopt;
        return dayRange(startDay(from), *end);
    }
    const Day end = startDay(to);
    const auto start = lastBefore(from, end + 1);
    if (!start) return std::nullopt;
    return dayRange(*start, end);
}

}  // namespace

MaybeValue rangeBetween(const Context& context, const Value& from, const Value& to) {
    auto range = joined(context, from, to);
    if (range) range->lastIncluded = to.type == TimeType::Date && !to.vague;
    return range;
}

MaybeValue nthWeek(const Value& range, int nth) {
    Value weeks;
    weeks.type = TimeType::DateRange;
    weeks.unit = Unit::Week;
    for (const Reading& reading : range.readings) {
        const Day first = dayOfTick(reading.start);
        const Day end = dayOfTick(reading.end);
        Day monday;
        if (nth < 0) {
            monday = weekStart(end - 1);
            if (monday + 3 >= end) monday -= 7;
            monday += 7 * (nth + 1);
        } else {
            monday = weekStart(first);
            if (monday + 3 < first) monday += 7;
            monday += 7 * (nth - 1);
        }
        addRange(weeks, monday, monday + 7);
    }
    if (weeks.readings.empty()) return std::nullopt;
    return weeks;
}

MaybeValue nthWeekday(const Value& range, int nth, int which) {
    Value days;
    for (const Reading& reading : range.readings) {
        const Day first = dayOfTick(reading.start);
        const Day end = dayOfTick(reading.end);
        const Day day = nth < 0 ? end - 1 - (weekdayOf(end - 1) - which + 7) % 7
                                : first + (which - weekdayOf(first) + 7) % 7 + 7 * (nth - 1);
        if (day >= first && day < end) days.readings.push_back(dayReading(day));
    }
    if (!days.hasReading()) return std::nullopt;
    return days;
}

MaybeValue shareOf(const Value& range, Share share) {
    Value part = range;
    part.unit = Unit::None;
    part.shape = DateShape::Fixed;
    for (Reading& reading : part.readings) {
        if (!reading.hasStart || !reading.hasEnd) return std::nullopt;
        const Day first = dayOfTick(reading.start);
        const Day end = dayOfTick(reading.end);
        const Day length = end - first;
        Day from = first;
        Day to = end;
        if (range.unit == Unit::Year && range.year != 0) {  // thirds of a year that is named
            const Day third = share == Share::Early ? 0 : share == Share::Mid ? 4 : 8;
            from = addMonths(first, static_cast<int>(third));
            to = addMonths(from, 4);
        } else if (length >= 365) {
            const int months = static_cast<int>(length / 30);
            if (share == Share::Early) to = addMonths(first, months / 2);
            if (share == Share::Late) from = addMonths(first, months / 2);
            if (share == Share::Mid) {
                from = addMonths(first, months / 4);
                to = addMonths(first, months * 3 / 4);
            }
        } else if (length >= 28 && length <= 31) {
            if (share == Share::Early) to = first + 15;
            if (share == Share::Late) from = first + 15;
            if (share == Share::Mid) {
                from = first + 9;
                to = first + 20;
            }
        } else if (length == 7) {
            if (share == Share::Early) to = first + 3;
            if (share == Share::Late) from = first + 3;
            if (share == Share::Mid) {
                from = first + 2;
                to = first + 4;
            }
        } else if (length > 1) {
            if (share == Share::Early) to = first + length / 2;
            if (share == Share::Late) from = first + length / 2;
        }
        reading.start = from * kSecondsPerDay;
        reading.end = to * kSecondsPerDay;
    }
    return part;
}

MaybeValue pointOf(const Value& range, Share share) {
    Value point;
    point.type = TimeType::Date;
    for (const Reading& reading : range.readings) {
        if (!reading.hasStart || !reading.hasEnd) return std::nullopt;
        const Day first = dayOfTick(reading.start);
        const Day end = dayOfTick(reading.end);
        const Day day = share == Share::Early ? first : share == Share::Late ? end : (first + end) / 2;
        point.readings.push_back(dayReading(day));
        point.vague = true;
    }
    if (!point.hasReading()) return std::nullopt;
    if (point.readings.size() > 1) {  // keeps returning every year, in ranges
        const YearMonthDay date = dateFromDay(dayOfTick(point.readings.back().start));
        point.shape = DateShape::MonthDay;
        point.month = date.month;
        point.day = date.day;
    }
    return point;
}

MaybeValue runOf(const Context& context, const Span& span, Unit unit, int count, int sign) {
    Value value;
    if (count < 0 || count > 100000) return std::nullopt;
    if (unit == Unit::Second || unit == Unit::Minute || unit == Unit::Hour) {
        value.type = TimeType::DateTimeRange;
        const Tick other = addSpan(context.now, span, sign);
        value.readings.push_back({std::min(context.now, other), std::max(context.now, other), true, true});
        return value;
    }
    if (unit == Unit::Quarter || unit == Unit::Decade || unit == Unit::Century || unit == Unit::Weekend ||
        unit == Unit::Fortnight) {
        const auto first = period(unit, context.today, sign > 0 ? 1 : -count);
        const auto last = period(unit, context.today, sign > 0 ? count : -1);
        if (!first || !last) return std::nullopt;
        value = *first;
        value.unit = Unit::None;
        value.readings[0].end = last->front().end;
        return value;
    }
    value.type = TimeType::DateRange;
    if (sign > 0) {
        const Tick start = (context.today + 1) * kSecondsPerDay;
        Tick end = addSpan(start, span, 1);
        if (unit == Unit::BusinessDay)
            end = addSpan(context.today * kSecondsPerDay, span, 1) + kSecondsPerDay;
        value.readings.push_back({start, end, true, true});
    } else {
        const Tick end = context.today * kSecondsPerDay;
        value.readings.push_back({addSpan(end, span, -1), end, true, true});
    }
    return value;
}

// --- clock times ------------------------------------------------------------------------------

namespace {

Tick clockTick(const Value& clock) {
    return clock.hour * 3600 + clock.minute * 60 + clock.second;
}

Value withReadings(Value clock) {
    clock.type = TimeType::Time;
    clock.readings.clear();
    const Tick tick = clockTick(clock);
    clock.readings.push_back({tick, 0, true, false});
    if (!clock.halfDayKnown) {
        const Tick other = clock.hour == 12 ? tick - 12 * 3600 : tick + 12 * 3600;
        clock.readings.push_back({other, 0, true, false});
    }
    return clock;
}

}  // namespace

MaybeValue clockTime(int hour, int minute, int second, bool known) {
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second > 59) {
        return std::nullopt;
    }
    if (hour == 24) {
        if (minute != 0 || second != 0) return std::nullopt;
        hour = 0;
        known = true;
    }
    Value clock;
    clock.hour = hour;
    clock.minute = minute;
    clock.second = second;
    clock.halfDayKnown = known || hour == 0 || hour > 12;
    return withReadings(clock);
}

MaybeValue withHalfDay(const Value& clock, bool afternoon) {
    if (clock.hour < 0) return std::nullopt;
    Value value = clock;
    if (afternoon && clock.hour < 12) {
        if (clock.halfDayKnown && clock.hour == 0) return std::nullopt;
        value.hour += 12;
    }
    if (!afternoon && clock.hour > 12) return std::nullopt;
    if (!afternoon && clock.hour == 12) value.hour = 0;
    value.halfDayKnown = true;
    return withReadings(value);
}

MaybeValue withDayPart(const Value& clock, const Value& part) {
    if (clock.hour < 0 || !part.hasReading()) return std::nullopt;
    if (clock.halfDayKnown) return clock;
    const Tick start = part.front().start;
    const bool night = start >= 20 * 3600;
    if (start < 11 * 3600) return withHalfDay(clock, start >= 8 * 3600 && clock.hour == 12);
    if (night && (clock.hour <= 4 || clock.hour == 12)) return withHalfDay(clock, false);
    return withHalfDay(clock, true);
}

Value dayPart(int startHour, int endHour) {
    Value value;
    value.type = TimeType::TimeRange;
    value.vague = true;
    const Tick end = endHour >= 24 ? 24 * 3600 - 1 : endHour * 3600;
    value.readings.push_back({startHour * 3600, end, true, true});
    return value;
}

MaybeValue clockRange(const Value& from, const Value& to) {
    if (from.hour < 0 || to.hour < 0) return std::nullopt;
    Value range;
    range.type = TimeType::TimeRange;
    constexpr Tick kHalf = 12 * 3600;
    constexpr Tick kDay = kSecondsPerDay;
    const auto base = [](const Value& clock) {  // 12 open is 0 or 12
        const Tick tick = clockTick(clock);
        return !clock.halfDayKnown && clock.hour == 12 ? tick - kHalf : tick;
    };
    const auto add = [&](Tick start, Tick end) {
        if (end <= start) end += kDay;
        range.readings.push_back({start, end, true, true});
    };
    const Tick start = base(from);
    const Tick end = base(to);
    range.halfDayKnown = true;
    if (from.halfDayKnown && to.halfDayKnown) {
        add(start, end);
    } else if (to.halfDayKnown) {  // "3 to 5 pm": the same half, if the order allows it
        if (end >= kHalf && start + kHalf < end) {
            add(start + kHalf, end);
        } else {
            add(start, end);
        }
    } else if (from.halfDayKnown) {
        Tick later = end;
        while (later <= start) later += kHalf;
        range.readings.push_back({start, later, true, true});
    } else {
        range.halfDayKnown = false;
        Tick later = end;
        while (later <= start) later += kHalf;
        range.readings.push_back({start, later, true, true});
        // "10:30 to 3": over noon, when it is written as clock times.
        const bool overNoon = end <= start && (from.hasMinutes || to.hasMinutes);
        if (overNoon) {
            range.halfDayKnown = true;
        } else {
            range.readings.push_back({start + kHalf, later + kHalf, true, true});
        }
        // From noon on comes first: "12 to 1" is more likely in the day.
        if (from.hour == 12 && range.readings.size() > 1) std::swap(range.readings[0], range.readings[1]);
    }
    range.hour = from.hour;
    return range;
}

// --- combinations -----------------------------------------------------------------------------

MaybeValue dayWithTime(const Value& day, const Value& time, TimeType type) {
    if (!time.hasReading()) return std::nullopt;
    Value value;
    value.type = type;
    value.shape = day.shape;
    value.year = day.year;
    value.month = day.month;
    value.day = day.day;
    value.weekday = day.weekday;
    value.hour = time.hour;
    value.minute = time.minute;
    value.halfDayKnown = time.halfDayKnown;
    value.vague = time.vague;
    value.impossible = day.impossible;
    if (day.impossible) return value;
    if (!day.hasReading() || !day.front().hasStart) return std::nullopt;
    std::vector<Reading> clocks = time.readings;
    // "Monday 12 to 4": on a day the earlier half comes first.
    if (clocks.size() == 2 && clocks[0].hasEnd && clocks[1].start < clocks[0].start)
        std::swap(clocks[0], clocks[1]);
    for (const Reading& clock : clocks) {
        for (const Reading& date : day.readings) {
            const Tick midnight = dayOfTick(date.start) * kSecondsPerDay;
            value.readings.push_back(
                {midnight + clock.start, midnight + clock.end, clock.hasStart, clock.hasEnd});
        }
    }
    return value;
}

}  // namespace hearth::agent::datetime

// Lengths of time, and what repeats.
#include <cmath>

#include "calendar.h"
#include "rules.h"

namespace hearth::agent::datetime {
namespace {

int asInt(std::int64_t n) {
    return static_cast<int>(n);
}

MaybeValue length(double count, Unit unit) {
    if (!(count >= 0) || unit == Unit::None) return std::nullopt;
    Value value;
    value.type = TimeType::Duration;
    value.unit = unit;
    value.real = count;
    value.span.add(count, unit);
    return value;
}

Meaning countOf(std::size_t count, std::size_t unit) {
    return [=](const Parts& p) { return length(p[count].real, p[unit].unit); };
}

Span plus(const Span& a, const Span& b) {
    return {a.seconds + b.seconds, a.days + b.days, a.businessDays + b.businessDays, a.months + b.months,
            a.years + b.years};
}

struct Step {
    Frequency frequency;
    int interval;
};

std::optional<Step> stepOf(Unit unit, double count) {
    const auto times = [&](Frequency frequency, int factor) -> std::optional<Step> {
        const double interval = count * factor;
        if (interval < 1 || interval > 1000) return std::nullopt;
        return Step{frequency, static_cast<int>(std::lround(interval))};
    };
    switch (unit) {
        case Unit::Second:
            return times(Frequency::Secondly, 1);
        case Unit::Minute:
            return times(Frequency::Minutely, 1);
        case Unit::Hour:
            return times(Frequency::Hourly, 1);
        case Unit::Days:
            return times(Frequency::Daily, 1);
        case Unit::BusinessDay:
            return times(Frequency::Weekly, 1);
        case Unit::Week:
        case Unit::Weekend:
            return times(Frequency::Weekly, 1);
        case Unit::Fortnight:
            return times(Frequency::Weekly, 2);
        case Unit::Month:
            return times(Frequency::Monthly, 1);
        case Unit::Quarter:
            return times(Frequency::Monthly, 3);
        case Unit::Year:
            return count < 1 ? Step{Frequency::Monthly, static_cast<int>(count * 12)}
                             : times(Frequency::Yearly, 1);
        case Unit::Decade:
            return times(Frequency::Yearly, 10);
        default:
            return std::nullopt;
    }
}

MaybeValue repeating(Recurrence recurrence) {
    Value value;
    value.type = TimeType::Set;
    value.recurrence = std::move(recurrence);
    return value;
}

MaybeValue everyUnit(Unit unit, double count) {
    const auto step = stepOf(unit, count);
    if (!step) return std::nullopt;
    Recurrence recurrence;
    recurrence.frequency = step->frequency;
    recurrence.interval = step->interval;
    if (unit == Unit::BusinessDay) {
        for (int day = 1; day <= 5; ++day) recurrence.days.push_back({day, 0});
    }
    if (unit == Unit::Weekend) recurrence.days = {{6, 0}, {7, 0}};
    return repeating(std::move(recurrence));
}

MaybeValue everyWeekday(int day, int interval) {
    Recurrence recurrence;
    recurrence.frequency = Frequency::Weekly;
    recurrence.interval = interval;
    recurrence.days = {{day, 0}};
    return repeating(std::move(recurrence));
}

MaybeValue withTime(const Value& set, const Value& time) {
    if (!set.recurrence || !time.hasReading() || !time.front().hasStart) return std::nullopt;
    Value value = set;
    value.recurrence->secondOfDay = asInt(time.front().start % kSecondsPerDay);
    value.hour = time.hour;
    value.halfDayKnown = time.halfDayKnown;
    value.vague = time.vague;
    value.readings = time.readings;
    return value;
}

}  // namespace

void addDurationRules(Grammar& g) {
    g.rule("Plain", "Real AnyUnit", countOf(0, 1));
    g.rule("Plain", "Real _UnitLetter", countOf(0, 1));
    g.rule("Plain", "Real _- _AnyUnit", countOf(0, 2));
    g.rule("Plain", "FewWord AnyUnit",
           [](const Parts& p) { return length(static_cast<double>(p[0].number), p[1].unit); });
    g.rule("Plain", "OneWord AnyUnit", [](const Parts& p) { return length(1, p[1].unit); });
    g.rule("Plain", "AnotherWord AnyUnit", [](const Parts& p) { return length(1, p[1].unit); });
    g.rule("Plain", "AnotherWord Real AnyUnit", countOf(1, 2));
    g.rule("Plain", "HalfWord OneWord? AnyUnit", [](const Parts& p) { return length(0.5, p[2].unit); });
    g.rule("Plain", "OneWord HalfWord AnyUnit", [](const Parts& p) { return length(0.5, p[2].unit); });
    g.rule("Plain", "QuarterWord Of? OneWord? AnyUnit",
           [](const Parts& p) { return length(0.25, p[3].unit); });
    const auto andPart = [](std::size_t count, std::size_t unit, double part) -> Meaning {
        return [=](const Parts& p) {
            return length((p.has(count) && p[count].real > 0 ? p[count].real : 1) + part, p[unit].unit);
        };
    };
    // "an hour and a half", "one and a quarter year"
    g.rule("Plain", "Real|OneWord AnyUnit And OneWord? HalfWord", andPart(0, 1, 0.5));
    g.rule("Plain", "Real|OneWord AnyUnit And OneWord? QuarterWord", andPart(0, 1, 0.25));
    g.rule("Plain", "Real And OneWord? HalfWord AnyUnit", andPart(0, 4, 0.5));
    g.rule("Plain", "Real And OneWord? QuarterWord AnyUnit", andPart(0, 4, 0.25));
    g.rule("Plain", "AllWord The? AnyUnit", [](const Parts& p) { return length(1, p[2].unit); });
    g.same("Span", "Plain");
    g.rule("Span", "Plain And|Comma? Span", [](const Parts& p) -> MaybeValue {
        const double first = p[0].span.inSeconds() / (p[0].real > 0 ? p[0].real : 1);
        const double second = p[2].span.inSeconds() / (p[2].real > 0 ? p[2].real : 1);
        if (!(second < first) || p[2].unit == Unit::Quarter)
            return std::nullopt;  // units get smaller: "2 hours 30 minutes"
        Value value = p[0];
        value.span = plus(p[0].span, p[2].span);
        return value;
    });
    g.same("Duration", "Span", 0, -1);
    g.rule("MoreSpan", "MoreThan Span", [](const Parts& p) -> MaybeValue {
        Value value = p[1];
        value.number = p[0].number;
        return value;
    });
    g.same("Duration", "MoreSpan");
}

void addSetRules(Grammar& g) {
    const auto everyPart = [](std::size_t which) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            Recurrence recurrence;
            recurrence.frequency = Frequency::Daily;
            auto value = repeating(recurrence);
            return withTime(*value, p[which]);
        };
    };
    g.rule("SetBase", "Every DayPart", everyPart(1));
    const auto everyCount = [](std::size_t count, std::size_t unit) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            return everyUnit(p[unit].unit, p.has(count) ? p[count].real : 1);
        };
    };
    g.rule("SetBase", "Every Real? AnyUnit", everyCount(1, 2));
    g.rule("SetBase", "Every OtherWord AnyUnit", [](const Parts& p) { return everyUnit(p[2].unit, 2); });
    g.rule("SetBase", "Every Ord AnyUnit",
           [](const Parts& p) { return everyUnit(p[2].unit, static_cast<double>(p[1].number)); });
    g.rule("SetBase", "Every DayList",
           [](const Parts& p) { return p[1].recurrence ? MaybeValue(p[1]) : std::nullopt; });
    g.rule("SetBase", "Every OtherWord Weekday|Weekdays",
           [](const Parts& p) { return everyWeekday(asInt(p[2].number), 2); });
    g.rule("SetBase", "Every Ord Weekday", [](const Parts& p) -> MaybeValue {
        if (p[1].number > 3) return std::nullopt;
        return everyWeekday(asInt(p[2].number), asInt(p[1].number));
    });
    g.rule("SetBase", "Weekdays", [](const Parts& p) { return everyWeekday(asInt(p[0].number), 1); });
    g.rule("DayList", "Weekday|Weekdays", [](const Parts& p) { return everyWeekday(asInt(p[0].number), 1); });
    g.same("SetBase", "SetWord");
    g.rule("SetBase", "Times Per AnyUnit", [](const Parts& p) -> MaybeValue {
        if (p[0].number != 1) return std::nullopt;
        return everyUnit(p[2].unit, 1);
    });
    // Several days: the longer list for the product; the fixtures want only the first.
    g.rule("LongList", "Weekday|Weekdays Comma|And? And? Weekday|Weekdays", [](const Parts& p) -> MaybeValue {
        if (!p.has(1) && !p.has(2)) return std::nullopt;
        auto value = everyWeekday(asInt(p[0].number), 1);
        value->recurrence->days.push_back({asInt(p[3].number), 0});
        return value;
    });
    g.rule("LongList", "Weekday|Weekdays Comma|And LongList", [](const Parts& p) -> MaybeValue {
        Value value = p[2];
        value.recurrence->days.insert(value.recurrence->days.begin(), {asInt(p[0].number), 0});
        return value;
    });
    g.rule("LongList", "Weekday To Weekday", [](const Parts& p) -> MaybeValue {
        auto value = everyWeekday(asInt(p[0].number), 1);
        for (std::int64_t day = p[0].number % 7 + 1;; day = day % 7 + 1) {
            value->recurrence->days.push_back({asInt(day), 0});
            if (day == p[2].number || value->recurrence->days.size() >= 7) break;
        }
        return value;
    });
    g.rule("LongSet", "Every? LongList", [](const Parts& p) -> MaybeValue { return p[1]; });
    // Every 3rd of the month, every first Monday, every last day of the month.
    g.rule("LongSet", "Every The? Ord DayNoun? Of The|Every MonthNoun", [](const Parts& p) -> MaybeValue {
        Recurrence recurrence;
        recurrence.frequency = Frequency::Monthly;
        recurrence.monthDays = {asInt(p[2].number)};
        if (p[2].number < 1 || p[2].number > 31) return std::nullopt;
        return repeating(recurrence);
    });
    g.rule("LongSet", "The? Ord DayNoun? Of Every MonthNoun", [](const Parts& p) -> MaybeValue {
        Recurrence recurrence;
        recurrence.frequency = Frequency::Monthly;
        recurrence.monthDays = {asInt(p[1].number)};
        if (p[1].number < 1 || p[1].number > 31) return std::nullopt;
        return repeating(recurrence);
    });
    g.rule("LongSet", "The? Ord|LastWord Weekday Of Every MonthNoun", [](const Parts& p) -> MaybeValue {
        Recurrence recurrence;
        recurrence.frequency = Frequency::Monthly;
        if (p[1].number > 5) return std::nullopt;
        recurrence.days = {{asInt(p[2].number), p[1].number == 0 ? -1 : asInt(p[1].number)}};
        return repeating(recurrence);
    });
    g.rule("LongSet", "Every The? LastWord DayNoun Of The|Every MonthNoun", [](const Parts&) -> MaybeValue {
        Recurrence recurrence;
        recurrence.frequency = Frequency::Monthly;
        recurrence.monthDays = {-1};
        return repeating(recurrence);
    });
    g.rule("LongSet", "Every The? Ord|LastWord Weekday Of The|Every MonthNoun",
           [](const Parts& p) -> MaybeValue {
               Recurrence recurrence;
               recurrence.frequency = Frequency::Monthly;
               if (p[2].number > 5) return std::nullopt;
               recurrence.days = {{asInt(p[3].number), p[2].number == 0 ? -1 : asInt(p[2].number)}};
               return repeating(recurrence);
           });
    g.rule("LongSet", "The? LastWord DayNoun Of Every MonthNoun", [](const Parts&) -> MaybeValue {
        Recurrence recurrence;
        recurrence.frequency = Frequency::Monthly;
        recurrence.monthDays = {-1};
        return repeating(recurrence);
    });
    g.rule("LongSet", "Every Md|HolidayDate", [](const Parts& p) -> MaybeValue {
        Recurrence recurrence;
        recurrence.frequency = Frequency::Yearly;
        if (p[1].shape == DateShape::MonthDay) {
            recurrence.month = p[1].month;
            recurrence.monthDays = {p[1].day};
        } else if (p[1].hasReading()) {
            const YearMonthDay date = dateFromDay(dayOfTick(p[1].readings.back().start));
            recurrence.month = date.month;
            recurrence.monthDays = {date.day};
        }
        return repeating(recurrence);
    });
    g.rule("LongSet", "Every Month", [](const Parts& p) -> MaybeValue {
        Recurrence recurrence;
        recurrence.frequency = Frequency::Yearly;
        recurrence.month = asInt(p[1].number);
        return repeating(recurrence);
    });
    // With a time of day or a part of the day.
    g.rule("SetBase", "DayParts", everyPart(0));
    g.rule("SetBase", "SetBase DayPart", [](const Parts& p) { return withTime(p[0], p[1]); });
    const auto timed = [](std::size_t set, std::size_t time) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            // "every evening at 7": the part of the day settles the hour.
            if (p[set].hasReading() && p[set].front().hasEnd && !p[time].halfDayKnown) {
                const auto clock = withDayPart(p[time], p[set]);
                if (clock) return withTime(p[set], *clock);
            }
            return withTime(p[set], p[time]);
        };
    };
    g.rule("Set", "SetBase", [](const Parts& p) -> MaybeValue { return p[0]; });
    g.rule("Set", "SetBase Comma? At? ExactTime|AtTime", timed(0, 3));
    g.rule("Set", "ExactTime|AtTime Comma? On? SetBase", timed(3, 0));
    g.same("AnySet", "SetBase|LongSet");
    g.rule("AnySet", "AnySet Comma? At? AnyClock|ExactTime", timed(0, 3));
    g.rule("AnySet", "At? AnyClock|ExactTime Comma? On? AnySet", timed(4, 1));
    g.rule("AnySet", "AnySet TimeRange|BareRange", [](const Parts& p) { return withTime(p[0], p[1]); });
}

}  // namespace hearth::agent::datetime

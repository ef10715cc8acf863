// A day with a time of day, and ranges between such moments.
#include "calendar.h"
#include "rules.h"

namespace hearth::agent::datetime {
namespace {

int asInt(std::int64_t n) {
    return static_cast<int>(n);
}

Meaning moment(std::size_t day, std::size_t time) {
    return [=](const Parts& p) -> MaybeValue { return dayWithTime(p[day], p[time], TimeType::DateTime); };
}

Meaning stretch(std::size_t day, std::size_t time) {
    return
        [=](const Parts& p) -> MaybeValue { return dayWithTime(p[day], p[time], TimeType::DateTimeRange); };
}

// The day of "tonight" or "last night".
Value dayOfPart(const Context& context, const Value& part) {
    return oneDay(context.today + part.number);
}

// A clock time in "tonight": the part settles a.m. and p.m.
Meaning momentInPart(std::size_t part, std::size_t time) {
    return [=](const Parts& p) -> MaybeValue {
        Value clock = p[time];
        if (!clock.halfDayKnown && clock.hour >= 0) {
            const auto settled = withDayPart(clock, p[part]);
            if (!settled) return std::nullopt;
            clock = *settled;
        }
        Value day = dayOfPart(p.context, p[part]);
        // Whoever speaks of tonight at one means the small hours that follow.
        if (p.context.assistant && p[part].hasReading() && p[part].front().start >= 20 * 3600 &&
            clock.hour < 6) {
            day = oneDay(p.context.today + p[part].number + 1);
        }
        return dayWithTime(day, clock, TimeType::DateTime);
    };
}

// A range of hours: of two readings the one that fits the part of the day.
Value fitted(const Value& range, const Value& part) {
    if (range.readings.size() < 2 || !part.hasReading()) return range;
    Value value = range;
    value.readings.clear();
    const bool morning = part.front().start < 11 * 3600;
    for (const Reading& reading : range.readings) {
        const Tick key = reading.hasStart ? reading.start : reading.end;
        if ((key < 12 * 3600) == morning) value.readings.push_back(reading);
    }
    return value.readings.empty() ? range : value;
}

Meaning rangeInPart(std::size_t part, std::size_t time) {
    return [=](const Parts& p) -> MaybeValue {
        return dayWithTime(dayOfPart(p.context, p[part]), fitted(p[time], p[part]), TimeType::DateTimeRange);
    };
}

MaybeValue fromTo(const Value& from, const Value& to) {
    if (!from.hasReading() || !to.hasReading()) return std::nullopt;
    Value value;
    value.type = TimeType::DateTimeRange;
    // The last half gives what follows it; pair the readings in order.
    const std::size_t count = std::min(from.readings.size(), to.readings.size());
    for (std::size_t i = 0; i < count; ++i) {
        const Reading& a = from.readings[from.readings.size() - count + i];
        const Reading& b = to.readings[to.readings.size() - count + i];
        if (!a.hasStart) return std::nullopt;
        value.readings.push_back({a.start, b.hasEnd ? b.end : b.start, true, true});
    }
    return value;
}

MaybeValue endOfDay(const Value& day) {
    Value value;
    value.type = TimeType::DateTime;
    for (const Reading& reading : day.readings) {
        const Tick midnight = dayOfTick(reading.start) * kSecondsPerDay;
        value.readings.push_back({midnight + kSecondsPerDay - 1, 0, true, false});
    }
    if (!value.hasReading()) return std::nullopt;
    return value;
}

void addPartsOfToday(Grammar& g) {
    g.rule("DateTimeRange", "TodayPart", [](const Parts& p) {
        return dayWithTime(dayOfPart(p.context, p[0]), p[0], TimeType::DateTimeRange);
    });
    g.rule("TodayPart", "Rel DayPart", [](const Parts& p) -> MaybeValue {
        Value value = p[1];
        value.number = p[0].number;
        return value;
    });
    g.rule("TodayPart", "Early|Late TodayPart", [](const Parts& p) -> MaybeValue {
        Value value = p[1];
        Reading& reading = value.readings.front();
        const Tick middle = (reading.start + reading.end + 1) / 2;
        (p[0].number == 0 ? reading.end : reading.start) = middle;
        return value;
    });
    g.rule("TodayPart", "LaterWord|EarlierWord TodayPart", [](const Parts& p) -> MaybeValue {
        Value value = p[1];
        Reading& reading = value.readings.front();
        const Tick middle = (reading.start + reading.end + 1) / 2;
        (p[0].number == 0 ? reading.end : reading.start) = middle;
        return value;
    });
    g.rule("DateTime", "Clock|WordClock|ExactTime|AtTime Comma? On? TodayPart", momentInPart(3, 0));
    g.rule("LooseDateTime", "BareHour TodayPart", momentInPart(1, 0));
    g.rule("LooseDateTime", "Date|HolidayDate Comma? At? AnyClock",
           [](const Parts& p) -> MaybeValue { return dayWithTime(p[0], p[3], TimeType::DateTime); });
    g.rule("LooseDateTime", "AnyClock Comma? On? The? Date|HolidayDate",
           [](const Parts& p) -> MaybeValue { return dayWithTime(p[4], p[0], TimeType::DateTime); });
    g.rule("DateTime", "BareHour Comma TodayPart", momentInPart(2, 0));
    g.rule("DateTime", "TodayPart Comma? At|Around? AnyClock|ExactTime", momentInPart(0, 3));
    g.rule("DateTimeRange", "TodayPart Comma? ClockRange|BareRange|OpenTime", rangeInPart(0, 2));
    g.rule("DateTimeRange", "ClockRange|BareRange|OpenTime TodayPart", rangeInPart(1, 0));
}

}  // namespace

void addCombinationRules(Grammar& g) {
    addPartsOfToday(g);
    g.rule("DateTime", "Now", [](const Parts& p) -> MaybeValue {
        Value value;
        value.type = TimeType::DateTime;
        value.readings.push_back({p.context.now, 0, true, false});
        return value;
    });
    g.rule("DateTime", "Date Comma? At? ExactTime|WordClock", moment(0, 3));
    g.rule("DateTime", "Date Comma? At|Around BareHour", moment(0, 3));
    // 2016-12-16T12:23:59: a clock of 24 hours.
    const auto iso = [](const Parts& p) -> MaybeValue {
        const auto clock = clockTime(p[2].hour, p[2].minute, p[2].second, true);
        return clock ? dayWithTime(p[0], *clock, TimeType::DateTime) : clock;
    };
    g.rule("DateTime", "Ymd _t _Clock", iso);
    g.rule("DateTime", "Ymd _t _Clock _z", iso);
    g.rule("DateTime", "Date Comma? For ExactTime", moment(0, 3));
    g.rule("DateTime", "ExactTime|AtTime Comma? On? Of? The? Date", moment(5, 0));
    g.rule("DateTime", "BareHour Comma RelDay", moment(2, 0));
    // A day and a part of the day.
    g.rule("DateTimeRange", "Date Comma? AnyPart", stretch(0, 2));
    g.rule("DateTimeRange", "AnyPart Of? On? The? Date", stretch(4, 0));
    const auto withPart = [](std::size_t day, std::size_t part, std::size_t time) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            return dayWithTime(p[day], fitted(p[time], p[part]), TimeType::DateTimeRange);
        };
    };
    g.rule("DateTimeRange", "Date AnyPart Comma? ClockRange|BareRange", withPart(0, 1, 3));
    g.rule("DateTimeRange", "ClockRange|BareRange On? The? Date AnyPart", withPart(3, 4, 0));
    g.rule("DateTime", "Date AnyPart Comma? At? AnyClock", [](const Parts& p) -> MaybeValue {
        const auto clock = withDayPart(p[4], p[1]);
        if (!clock) return std::nullopt;
        return dayWithTime(p[0], *clock, TimeType::DateTime);
    });
    g.rule("DateTimeRange", "Weekday AnyPart Comma? Of? Rel WeekNoun", [](const Parts& p) -> MaybeValue {
        const Day day = weekStart(p.context.today) + 7 * p[4].number + p[0].number - 1;
        return dayWithTime(oneDay(day), p[1], TimeType::DateTimeRange);
    });
    g.rule("DateTimeRange", "NthWeekday AnyPart|ClockRange|BareRange Of|In The? MonthNode|RelPeriod",
           [](const Parts& p) -> MaybeValue {
               const auto day = nthWeekday(p[4], asInt(p[0].number), p[0].weekday);
               if (!day) return std::nullopt;
               return dayWithTime(*day, p[1], TimeType::DateTimeRange);
           });
    g.rule("DateTime", "AnyClock|ExactTime|AtTime Comma? On? Date AnyPart", [](const Parts& p) -> MaybeValue {
        const auto clock = withDayPart(p[0], p[4]);
        if (!clock) return std::nullopt;
        return dayWithTime(p[3], *clock, TimeType::DateTime);
    });
    const auto partOfPart = [](bool late) -> Meaning {
        return [late](const Parts& p) -> MaybeValue {
            Value part = p[2];
            Reading& reading = part.readings.front();
            const Tick middle = (reading.start + reading.end + 1) / 2;
            (late ? reading.start : reading.end) = middle;
            return dayWithTime(p[1], part, TimeType::DateTimeRange);
        };
    };
    g.rule("DateTimeRange", "Early Date AnyPart", partOfPart(false));
    g.rule("DateTimeRange", "Late Date AnyPart", partOfPart(true));
    // "later today", "earlier on Wednesday": half of the day.
    const auto halfDay = [](std::size_t date, bool late) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            Value half;
            half.readings.push_back({late ? 43200 : 0, late ? kSecondsPerDay : 43200, true, true});
            half.vague = true;
            return dayWithTime(p[date], half, TimeType::DateTimeRange);
        };
    };
    g.rule("DateTimeRange", "LaterWord InTheDay? On? Date", halfDay(3, true));
    g.rule("DateTimeRange", "EarlierWord InTheDay? On? Date", halfDay(3, false));
    g.rule("DateTimeRange", "LaterWord InTheDay", [](const Parts& p) -> MaybeValue {
        Value half;
        half.readings.push_back({43200, kSecondsPerDay, true, true});
        return dayWithTime(oneDay(p.context.today), half, TimeType::DateTimeRange);
    });
    g.rule("DateTimeRange", "EarlierWord InTheDay", [](const Parts& p) -> MaybeValue {
        Value half;
        half.readings.push_back({0, 43200, true, true});
        return dayWithTime(oneDay(p.context.today), half, TimeType::DateTimeRange);
    });
    // A day and a range of hours.
    g.rule("DateTimeRange", "Date Comma? At? On? ClockRange|BareRange|OpenTime|BareOpen", stretch(0, 4));
    g.rule("DateTimeRange", "ClockRange|BareRange|OpenTime|BareOpen Comma? On? Of? The? Date", stretch(5, 0));
    // From moment to moment.
    g.rule("NowMoment", "Now", [](const Parts& p) -> MaybeValue {
        Value value;
        value.readings.push_back({p.context.now, 0, true, false});
        return value;
    });
    g.same("Moment", "DateTime|NowMoment");
    g.rule("DateTimeRange", "From Moment To Moment", [](const Parts& p) { return fromTo(p[1], p[3]); });
    g.rule("DateTimeRange", "Between Moment And|To Moment",
           [](const Parts& p) { return fromTo(p[1], p[3]); });
    g.rule("DateTimeRange", "Moment To Moment", [](const Parts& p) { return fromTo(p[0], p[2]); });
    const auto toClock = [](std::size_t from, std::size_t to) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {  // the clock time after the moment
            if (!p[from].hasReading() || !p[to].hasReading()) return std::nullopt;
            Value value;
            value.type = TimeType::DateTimeRange;
            for (const Reading& reading : p[from].readings) {
                std::optional<Tick> best;
                for (const Reading& clock : p[to].readings) {
                    Tick tick = dayOfTick(reading.start) * kSecondsPerDay + clock.start;
                    if (tick <= reading.start) tick += kSecondsPerDay;
                    if (!best || tick < *best) best = tick;
                }
                value.readings.push_back({reading.start, *best, true, true});
            }
            return value;
        };
    };
    g.rule("DateTimeRange", "From? DateTime To AnyClock|ExactTime", toClock(1, 3));
    g.rule("DateTimeRange", "Between DateTime And|To AnyClock|ExactTime", toClock(1, 3));
    g.rule("DateTimeRange", "DateTime For Span", [](const Parts& p) -> MaybeValue {
        if (!p[2].span.hasClock()) return std::nullopt;
        Value value;
        value.type = TimeType::DateTimeRange;
        for (const Reading& reading : p[0].readings) {
            value.readings.push_back({reading.start, addSpan(reading.start, p[2].span, 1), true, true});
        }
        return value;
    });
    const auto open = [](std::size_t which, bool before) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            Value value;
            value.type = TimeType::DateTimeRange;
            for (const Reading& reading : p[which].readings) {
                value.readings.push_back({reading.start, reading.start, !before, before});
            }
            if (!value.hasReading()) return std::nullopt;
            return value;
        };
    };
    g.rule("DateTimeRange", "Before Around? DateTime", open(2, true));
    g.rule("DateTimeRange", "After|Since Around? DateTime", open(2, false));
    g.rule("DateTimeRange", "Until Around? DateTime", open(2, true));
    g.rule("DateTimeRange", "DateTime OrLater", open(0, false));
    g.rule("DateTimeRange", "OpenClock OrLater On? Date", [](const Parts& p) -> MaybeValue {
        const auto value = dayWithTime(p[3], p[0], TimeType::DateTimeRange);
        return value;
    });
    // The end of a day.
    g.rule("DateTime", "DayEnd Of The? Date", [](const Parts& p) { return endOfDay(p[3]); });
    g.rule("DateTime", "DayEndWord", [](const Parts& p) { return endOfDay(oneDay(p.context.today)); });
    // "within the next day and 5 hours"
    g.rule("DateTimeRange", "Within The? RunRel Unit And Span", [](const Parts& p) -> MaybeValue {
        Span span = p[5].span;
        span.add(1, p[3].unit);
        Value value;
        value.type = TimeType::DateTimeRange;
        value.readings.push_back({p.context.now, addSpan(p.context.now, span, 1), true, true});
        return value;
    });
}

void addSharedRules(Grammar& g, const Style& style) {
    addNumberRules(g, style);
    addNumericDateRules(g, style);
    addDateRules(g, style);
    addRelativeDateRules(g);
    addDateRangeRules(g);
    addTimeRules(g);
    addDurationRules(g);
    addSetRules(g);
    addCombinationRules(g);
}

}  // namespace hearth::agent::datetime

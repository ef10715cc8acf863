// Clock times, parts of the day, ranges of hours.
#include "calendar.h"
#include "rules.h"

namespace hearth::agent::datetime {
namespace {

int asInt(std::int64_t n) {
    return static_cast<int>(n);
}

MaybeValue asRange(MaybeValue value) {
    if (value) value->type = TimeType::TimeRange;
    return value;
}

Meaning clock(std::size_t hour, std::size_t minute, std::size_t second) {
    return [=](const Parts& p) -> MaybeValue {
        if (p[hour].digits > 2 || p[minute].digits != 2 || (p.has(second) && p[second].digits != 2)) {
            return std::nullopt;
        }
        auto value = clockTime(asInt(p[hour].number), asInt(p[minute].number),
                               p.has(second) ? asInt(p[second].number) : 0, false);
        if (value) value->hasMinutes = true;
        return value;
    };
}

// Minutes before (sign -1) or after an hour.
MaybeValue fromHour(const Value& hour, std::int64_t minutes, int sign) {
    if (minutes < 0 || minutes > 59) return std::nullopt;
    const int base = hour.hour >= 0 ? hour.hour : asInt(hour.number);
    if (base < 0 || base > 24 || hour.minute != 0) return std::nullopt;
    if (sign > 0) return clockTime(base, asInt(minutes), 0, hour.halfDayKnown);
    const int before = (base + 23) % 24;
    const bool known = hour.halfDayKnown || base > 12;
    return clockTime(before == 0 && !known ? 12 : before, asInt(60 - minutes), 0, known);
}

Meaning openClock(std::size_t which, bool before) {
    return [=](const Parts& p) -> MaybeValue {
        Value value;
        value.type = TimeType::TimeRange;
        for (const Reading& reading : p[which].readings) {
            Reading open;
            open.hasStart = !before;
            open.hasEnd = before;
            if (before) {
                open.end = reading.start;
            } else {
                open.start = reading.hasEnd ? reading.end : reading.start;
                if (open.start == kSecondsPerDay - 1) open.start = 0;
            }
            value.readings.push_back(open);
        }
        if (!value.hasReading()) return std::nullopt;
        value.hour = p[which].hour;
        return value;
    };
}

Meaning halfOfPart(std::size_t which, bool late) {
    return [=](const Parts& p) -> MaybeValue {
        Value value = p[which];
        if (!value.hasReading()) return std::nullopt;
        Reading& reading = value.readings.front();
        const Tick middle = (reading.start + reading.end + 1) / 2;
        (late ? reading.start : reading.end) = middle;
        return value;
    };
}

Meaning clocks(std::size_t from, std::size_t to) {
    return [=](const Parts& p) { return clockRange(p[from], p[to]); };
}

// A range of hours in a part of the day, which settles a.m. and p.m.
Meaning clocksInPart(std::size_t from, std::size_t to, std::size_t part) {
    return [=](const Parts& p) -> MaybeValue {
        const auto end = withDayPart(p[to], p[part]);
        if (!end) return std::nullopt;
        if (p[from].halfDayKnown) return clockRange(p[from], *end);
        const auto start = withDayPart(p[from], p[part]);
        if (start && start->front().start < end->front().start) return clockRange(*start, *end);
        return clockRange(p[from], *end);
    };
}

Meaning spanFromClock(std::size_t span, std::size_t start) {
    return [=](const Parts& p) -> MaybeValue {
        if (!p[span].span.hasClock() || p[span].span.hasDays()) return std::nullopt;
        Value value;
        value.type = TimeType::TimeRange;
        Value begin = p[start];
        // One reading: an hour that is open is taken as it was said.
        const Tick tick = begin.front().start;
        value.readings.push_back({tick, addSpan(tick, p[span].span, 1), true, true});
        return value;
    };
}

void addClocks(Grammar& g) {
    g.rule("Clock", "Digits _: _Digits", clock(0, 2, 3));
    g.rule("Clock", "Digits _: _Digits _: _Digits", clock(0, 2, 4));
    g.rule("BareHour", "Digits", [](const Parts& p) -> MaybeValue {
        if (p[0].digits > 2) return std::nullopt;
        return clockTime(asInt(p[0].number), 0, 0, false);
    });
    g.rule("WordHour", "NumWord", [](const Parts& p) -> MaybeValue {
        if (p[0].number > 24) return std::nullopt;
        return clockTime(asInt(p[0].number), 0, 0, false);
    });
    g.same("BareHour", "WordHour");
    g.rule("Minutes", "Num", [](const Parts& p) -> MaybeValue {
        if (p[0].number > 59 || p[0].digits > 2) return std::nullopt;
        return p[0];
    });
    g.rule("FiveMinutes", "Minutes", [](const Parts& p) -> MaybeValue {
        if (p[0].number % 5 != 0) return std::nullopt;
        return p[0];
    });
    // a.m. and p.m.
    const auto half = [](std::size_t which, std::size_t word) -> Meaning {
        return [=](const Parts& p) { return withHalfDay(p[which], p[word].number == 1); };
    };
    g.rule("Clock", "Clock|BareHour HalfDay", half(0, 1), 1);
    g.rule("Clock", "Digits _. _Digits HalfDay", [](const Parts& p) -> MaybeValue {
        if (p[0].digits > 2 || p[2].digits != 2) return std::nullopt;
        const auto value = clockTime(asInt(p[0].number), asInt(p[2].number), 0, false);
        if (!value) return value;
        return withHalfDay(*value, p[3].number == 1);
    });
    g.rule("Clock", "Digits HalfDay", [](const Parts& p) -> MaybeValue {
        if (p[0].digits != 3 && p[0].digits != 4) return std::nullopt;
        const auto value = clockTime(asInt(p[0].number / 100), asInt(p[0].number % 100), 0, false);
        if (!value) return value;
        return withHalfDay(*value, p[1].number == 1);
    });
    g.rule("Clock", "BareHour Oclock", [](const Parts& p) -> MaybeValue { return p[0]; });
    g.rule("Clock", "Clock Oclock", [](const Parts& p) -> MaybeValue { return p[0]; });
    // "nine thirty", "seven oh five"
    g.rule("WordClock", "WordHour NumWord", [](const Parts& p) -> MaybeValue {
        if (p[1].number < 10 || p[1].number > 59) return std::nullopt;
        return clockTime(p[0].hour, asInt(p[1].number), 0, false);
    });
    g.rule("WordClock", "WordHour Zero N1",
           [](const Parts& p) { return clockTime(p[0].hour, asInt(p[2].number), 0, false); });
    g.rule("Clock", "WordClock HalfDay", half(0, 1));
    // "half past seven", "quarter to 5", "ten past 9"
    const auto relative = [](std::size_t minutes, std::size_t hour, int sign) -> Meaning {
        return [=](const Parts& p) { return fromHour(p[hour], p[minutes].number, sign); };
    };
    g.rule("HourOf", "BareHour Oclock?", [](const Parts& p) -> MaybeValue { return p[0]; });
    g.rule("HourOf", "BareHour HalfDay", half(0, 1));
    g.same("HourOf", "FixedClock");
    g.rule("Clock", "Fraction Past HourOf", relative(0, 2, 1));
    g.rule("Clock", "Fraction ToHour HourOf", relative(0, 2, -1));
    g.rule("Clock", "Minutes MinuteNoun? Past HourOf", relative(0, 3, 1));
    g.rule("Clock", "Minutes MinuteNoun ToHour HourOf", relative(0, 3, -1));
    g.rule("Clock", "FiveMinutes ToHour HourOf", relative(0, 2, -1));
    g.rule("FixedClock", "NamedClock",
           [](const Parts& p) -> MaybeValue { return clockTime(asInt(p[0].number), 0, 0, true); });
    g.same("Clock", "FixedClock");
}

void addParts(Grammar& g) {
    g.same("Part", "DayPart");
    g.rule("Part", "Early -? DayPart", halfOfPart(2, false));
    g.rule("Part", "Late -? DayPart", halfOfPart(2, true));
    g.rule("InPart", "LaterWord In The? DayPart", halfOfPart(3, true));
    g.rule("InPart", "EarlierWord In The? DayPart", halfOfPart(3, false));
    g.rule("InPart", "PartOf Of The? DayPart",
           [](const Parts& p) -> MaybeValue { return halfOfPart(3, p[0].number == 2)(p); });
    g.same("InPart", "InThePart The Part", 2);
    g.same("InPart", "InThePart DayPart", 1);
    g.same("TimeRange", "InThePart The DayParts", 2);
    g.same("MealTime", "InMeal The? Meal", 2);
    g.same("TimeRange", "MealTime");
    g.rule("TimeRange", "Before The? Meal", openClock(2, true));
    g.rule("TimeRange", "After The? Meal", openClock(2, false));
    g.rule("TimeRange", "Around The? Meal", [](const Parts& p) -> MaybeValue { return p[2]; });
    g.same("AnyPart", "Part|InPart");
    g.same("TimeRange", "AnyPart");
    g.rule("TimeRange", "Around Part", [](const Parts& p) -> MaybeValue { return p[1]; });
}

}  // namespace

void addTimeRules(Grammar& g) {
    addClocks(g);
    addParts(g);
    const auto inPart = [](std::size_t which, std::size_t part) -> Meaning {
        return [=](const Parts& p) { return withDayPart(p[which], p[part]); };
    };
    g.same("AnyClock", "Clock|BareHour|WordClock");
    g.rule("PartClock", "Clock|WordClock Comma? AnyPart", inPart(0, 2));
    g.rule("PartClock", "BareHour InPart", inPart(0, 1));
    g.rule("PartClock", "AnyPart Comma? At? Clock|WordClock", inPart(3, 0));
    g.rule("PartClock", "AnyPart Comma? At BareHour", inPart(3, 0));
    g.same("ExactTime", "Clock|PartClock");
    g.rule("ExactTime", "Around Clock|PartClock|BareHour", [](const Parts& p) -> MaybeValue { return p[1]; });
    g.same("Time", "ExactTime");
    g.same("AtTime", "^At BareHour|WordClock|ExactTime", 1);
    g.same("Time", "AtTime", 0, -1);
    // Ranges of hours; of two bare numbers only beside something that makes them hours.
    g.same("TimeRange", "ClockRange");
    for (const char* pattern : {"From Clock To AnyClock", "From AnyClock To Clock",
                                "Between Clock And|To AnyClock", "Between AnyClock And|To Clock",
                                "From WordClock To WordClock", "Between WordClock And|To WordClock"}) {
        g.rule("ClockRange", pattern, clocks(1, 3));
    }
    g.rule("ClockRange", "Clock To AnyClock", clocks(0, 2));
    g.rule("ClockRange", "AnyClock To Clock", clocks(0, 2));
    g.rule("BareRange", "From AnyClock To AnyClock", clocks(1, 3));
    g.rule("BareRange", "Between AnyClock And|ToWord AnyClock", clocks(1, 3));
    g.rule("BareRange", "AnyClock To AnyClock", clocks(0, 2));
    g.rule("ClockRange", "From AnyClock|PartClock To AnyClock AnyPart", clocksInPart(1, 3, 4), 2);
    g.rule("ClockRange", "Between AnyClock|PartClock And|To AnyClock AnyPart", clocksInPart(1, 3, 4), 2);
    g.rule("ClockRange", "AnyClock To AnyClock AnyPart", clocksInPart(0, 2, 3), 2);
    g.rule("ClockRange", "AnyPart From AnyClock To AnyClock", clocksInPart(2, 4, 0), 2);
    g.rule("ClockRange", "AnyPart Between AnyClock And|To AnyClock", clocksInPart(2, 4, 0), 2);
    g.rule("ClockRange", "AnyPart AnyClock To AnyClock", clocksInPart(1, 3, 0), 2);
    g.rule("ClockRange", "From PartClock To PartClock|Clock", clocks(1, 3));
    g.rule("ClockRange", "Between PartClock And|To PartClock|Clock", clocks(1, 3));
    g.rule("ClockRange", "PartClock To PartClock|Clock", clocks(0, 2));
    g.rule("ClockRange", "From? AnyClock|PartClock For Span", spanFromClock(3, 1));
    g.rule("ClockRange", "For Span From AnyClock|PartClock", spanFromClock(1, 3));
    // Open ranges.
    g.same("OpenClock", "Clock|PartClock|WordClock");
    g.rule("OpenTime", "Before Around? The? OpenClock", openClock(3, true));
    g.rule("OpenTime", "After Around? The? OpenClock", openClock(3, false));
    g.rule("OpenTime", "Since Around? The? OpenClock", openClock(3, false));
    g.rule("OpenTime", "Until Around? The? OpenClock", openClock(3, true));
    g.rule("OpenTime", "Before The? Part", openClock(2, true));
    g.rule("OpenTime", "After The? Part", openClock(2, false));
    g.rule("OpenTime", "OpenClock OrLater", openClock(0, false));
    g.rule("OpenTime", "OpenClock OrEarlier", openClock(0, true));
    g.same("TimeRange", "OpenTime");
    g.rule("BareOpen", "After|Since BareHour", openClock(1, false));
    g.rule("BareOpen", "Before|Until BareHour", openClock(1, true));
    (void)asRange;
}

}  // namespace hearth::agent::datetime

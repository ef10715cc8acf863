// Ranges of days: months, years, weeks, quarters, from one day to another, before and after.
#include <algorithm>

#include "calendar.h"
#include "rules.h"

namespace hearth::agent::datetime {
namespace {

int asInt(std::int64_t n) {
    return static_cast<int>(n);
}

Meaning monthOfYear(std::size_t month, std::size_t year) {
    return [=](const Parts& p) { return monthRange(p.context, asInt(p[month].number), p[year].year); };
}

Meaning between(std::size_t from, std::size_t to) {
    return [=](const Parts& p) { return rangeBetween(p.context, p[from], p[to]); };
}

Meaning periodAt(std::size_t rel, std::size_t unit) {
    return [=](const Parts& p) { return period(p[unit].unit, p.context.today, asInt(p[rel].number)); };
}

// Days 4 to 23 of a month that the readings of `month` give.
MaybeValue daysWithin(const Parts& p, const Value& from, const Value& to, const Value& month) {
    if (from.number < 1 || to.number > 31 || from.number > to.number) return std::nullopt;
    if (month.readings.size() > 1) {
        const auto start = monthDay(p.context, month.month, asInt(from.number));
        const auto end = monthDay(p.context, month.month, asInt(to.number));
        if (!start || !end) return std::nullopt;
        return rangeBetween(p.context, *start, *end);
    }
    if (!month.hasReading()) return std::nullopt;
    const Day first = dayOfTick(month.front().start);
    const YearMonthDay date = dateFromDay(first);
    if (to.number > daysInMonth(date.year, date.month)) return std::nullopt;
    Value range = dayRange(first + from.number - 1, first + to.number - 1);
    range.lastIncluded = true;
    return range;
}

Meaning within(std::size_t from, std::size_t to, std::size_t month) {
    return [=](const Parts& p) { return daysWithin(p, p[from], p[to], p[month]); };
}

enum class Side { Before, After, Since, Until };

// "before", "after", ... a day or a range of days: open on one side.
MaybeValue openOn(const Value& value, Side side) {
    Value open;
    open.type = TimeType::DateRange;
    for (const Reading& reading : value.readings) {
        const bool isDay = !reading.hasEnd;
        if (!reading.hasStart) return std::nullopt;
        Reading result;
        if (side == Side::After || side == Side::Since) {
            result.start =
                side == Side::After && !isDay && value.unit != Unit::None ? reading.end : reading.start;
        } else {
            result.hasStart = false;
            result.hasEnd = true;
            const bool whole = !isDay && (side == Side::Until ? value.unit != Unit::None : false);
            result.end = whole || (!isDay && value.unit == Unit::None) ? reading.end : reading.start;
        }
        open.readings.push_back(result);
    }
    if (!open.hasReading()) return std::nullopt;
    return open;
}

Meaning openSide(std::size_t which, Side side) {
    return [=](const Parts& p) { return openOn(p[which], side); };
}

Meaning share(std::size_t which, std::size_t shareWord) {
    return [=](const Parts& p) { return shareOf(p[which], static_cast<Share>(p[shareWord].number)); };
}

// "the end of the month": for an assistant its last day.
Meaning edge(std::size_t which, std::size_t shareWord) {
    return [=](const Parts& p) -> MaybeValue {
        auto value = shareOf(p[which], static_cast<Share>(p[shareWord].number));
        if (value && p[shareWord].number != static_cast<int>(Share::Mid)) {
            value->vague = true;
            value->number = p[shareWord].number;
        }
        return value;
    };
}

// The week in which a day lies.
Meaning weekOf(std::size_t which) {
    return [=](const Parts& p) -> MaybeValue {
        Value weeks;
        weeks.type = TimeType::DateRange;
        for (const Reading& reading : p[which].readings) {
            const Day monday = weekStart(dayOfTick(reading.start));
            weeks.readings.push_back({monday * kSecondsPerDay, (monday + 7) * kSecondsPerDay, true, true});
        }
        if (!weeks.hasReading()) return std::nullopt;
        return weeks;
    };
}

MaybeValue quarterOf(const Context& context, std::int64_t which, int parts, int year) {
    if (which < 1 || which > parts) return std::nullopt;
    const int length = 12 / parts;
    const auto make = [&](int y) {
        const Day start = dayFromDate(y, asInt(which - 1) * length + 1, 1);
        return Reading{start * kSecondsPerDay, addMonths(start, length) * kSecondsPerDay, true, true};
    };
    Value value;
    value.type = TimeType::DateRange;
    value.unit = Unit::Quarter;
    if (year != 0) {
        value.readings.push_back(make(year));
        return value;
    }
    const int now = dateFromDay(context.today).year;
    const bool over = make(now).end <= context.today * kSecondsPerDay;
    value.readings.push_back(make(over ? now : now));
    value.readings.push_back(make(now + 1));
    return value;
}

MaybeValue decade(int first) {
    Value value = dayRange(dayFromDate(first, 1, 1), dayFromDate(first + 10, 1, 1));
    value.unit = Unit::Decade;
    return value;
}

// "the nineties": of this century or the one before.
MaybeValue shortDecade(std::int64_t tens) {
    if (tens % 10 != 0 || tens < 10 || tens > 90) return std::nullopt;
    Value value = *decade(1900 + asInt(tens));
    value.readings.push_back(decade(2000 + asInt(tens))->front());
    return value;
}

// A length that begins on a day.
Meaning spanOnDay(std::size_t span, std::size_t date) {
    return [=](const Parts& p) -> MaybeValue {
        const auto day = futureDay(p[date], p.context.today);
        if (!day || !p[span].span.hasDays() || p[span].span.hasClock()) return std::nullopt;
        return dayRange(*day, dayOfTick(addSpan(*day * kSecondsPerDay, p[span].span, 1)));
    };
}

Meaning run(std::size_t sign, std::size_t count, std::size_t unit) {
    return [=](const Parts& p) -> MaybeValue {
        Span span;
        span.add(static_cast<double>(p[count].number), p[unit].unit);
        return runOf(p.context, span, p[unit].unit, asInt(p[count].number), asInt(p[sign].number));
    };
}

void addMonthsAndYears(Grammar& g) {
    g.rule("MonthNode", "Month", [](const Parts& p) { return monthRange(p.context, asInt(p[0].number)); });
    g.rule("MonthNode", "This Month", [](const Parts& p) -> MaybeValue {
        return monthRange(p.context, asInt(p[1].number), dateFromDay(p.context.today).year);
    });
    g.rule("MonthNode", "Rel Month", [](const Parts& p) -> MaybeValue {
        if (p[0].number == 0) return std::nullopt;
        const int month = asInt(p[1].number);
        const YearMonthDay now = dateFromDay(p.context.today);
        const int year = p[0].number > 0 ? now.year + asInt(p[0].number) - (month > now.month ? 0 : 0)
                                         : now.year + asInt(p[0].number);
        return monthRange(p.context, month, year);
    });
    g.rule("MonthNode", "Month ,? Of? LongYear", monthOfYear(0, 3));
    g.rule("MonthNode", "Month In LongYear", monthOfYear(0, 2));
    g.rule("MonthNode", "Month -|/ LongYear", monthOfYear(0, 2));
    g.rule("MonthNode", "Month Apostrophe? Year2", [](const Parts& p) -> MaybeValue {
        if (!p.has(1) && p[2].number <= 31) return std::nullopt;
        return monthRange(p.context, asInt(p[0].number), p[2].year);
    });
    g.rule("MonthNode", "LongYear ,? Month", monthOfYear(2, 0));
    g.rule("MonthNode", "Month Of? Rel YearNoun", [](const Parts& p) {
        return monthRange(p.context, asInt(p[0].number),
                          dateFromDay(p.context.today).year + asInt(p[2].number));
    });
    g.rule("MonthNode", "Month Of? The? YearNoun RelPost", [](const Parts& p) {
        return monthRange(p.context, asInt(p[0].number),
                          dateFromDay(p.context.today).year + asInt(p[4].number));
    });
    g.rule("MonthNode", "NthThe? Ord MonthNoun Of RelYear|NamedYear", [](const Parts& p) -> MaybeValue {
        return monthRange(p.context, asInt(p[1].number), dateFromDay(dayOfTick(p[4].front().start)).year);
    });
    g.rule("MonthNode", "Digits _-|/ _Digits", [](const Parts& p) -> MaybeValue {
        if (p[0].digits != 4 || p[2].digits > 2 || p[0].number < 1500 || p[0].number > 2199)
            return std::nullopt;
        return monthRange(p.context, asInt(p[2].number), asInt(p[0].number));
    });
    g.rule("MonthNode", "Digits _/ _Year", [](const Parts& p) -> MaybeValue {
        if (p[0].digits > 2) return std::nullopt;
        return monthRange(p.context, asInt(p[0].number), p[2].year);
    });
    g.same("DateRange", "MonthNode");
    g.rule("NamedYear", "LongYear", [](const Parts& p) -> MaybeValue { return yearRange(p[0].year); });
    g.rule("NamedYear", "YearNoun Of? LongYear", [](const Parts& p) -> MaybeValue {
        if (p.has(1)) return std::nullopt;
        return yearRange(p[2].year);
    });
    g.rule("NamedYear", "^The ^YearNoun ^Of LongYear",
           [](const Parts& p) -> MaybeValue { return yearRange(p[3].year); });
    g.same("DateRange", "NamedYear");
    g.rule("RelYear", "Rel YearNoun", periodAt(0, 1));
    g.rule("RelYear", "The? YearNoun RelPost", periodAt(2, 1));
    // Quarters, halves, decades, centuries.
    g.rule("QuarterNode", "Quarter", [](const Parts& p) { return quarterOf(p.context, p[0].number, 4, 0); });
    const auto ofYear = [](std::size_t part, std::size_t year, int parts) -> Meaning {
        return [=](const Parts& p) { return quarterOf(p.context, p[part].number, parts, p[year].year); };
    };
    const auto ofRelYear = [](std::size_t part, std::size_t year, int parts) -> Meaning {
        return [=](const Parts& p) {
            return quarterOf(p.context, p[part].number, parts,
                             dateFromDay(dayOfTick(p[year].front().start)).year);
        };
    };
    for (const auto& [name, parts] : {std::pair{"Quarter", 4}, std::pair{"HalfYear", 2}}) {
        const std::string part(name);
        g.rule("QuarterNode", "YearNoun? LongYear -? " + part, ofYear(3, 1, parts));
        g.rule("QuarterNode", part + " -? Of? The? YearNoun? LongYear", ofYear(0, 5, parts));
        g.rule("QuarterNode", part + " Of? RelYear", ofRelYear(0, 2, parts));
        g.rule("QuarterNode", "RelYear Of? " + part, ofRelYear(2, 0, parts));
        g.rule("QuarterNode", part + " Of? The YearNoun", [parts = parts](const Parts& p) {
            return quarterOf(p.context, p[0].number, parts, dateFromDay(p.context.today).year);
        });
    }
    g.same("DateRange", "QuarterNode");
    g.rule("DateRange", "Year _DecadeEnd", [](const Parts& p) -> MaybeValue {
        if (p[0].number % 10 != 0) return std::nullopt;
        return decade(p[0].year);
    });
    g.rule("DateRange", "Year DecadeEnd", [](const Parts& p) -> MaybeValue {
        if (p[0].number % 10 != 0) return std::nullopt;
        return decade(p[0].year);
    });
    g.rule("DateRange", "DecadePre Year", [](const Parts& p) -> MaybeValue {
        if (p[1].number % 10 != 0) return std::nullopt;
        return decade(p[1].year);
    });
    g.rule("DateRange", "Digits DecadeEnd", [](const Parts& p) -> MaybeValue {
        if (p[0].digits != 2) return std::nullopt;
        return shortDecade(p[0].number);
    });
    g.rule("DateRange", "DecadePre Num", [](const Parts& p) -> MaybeValue {
        if (p[1].number < 10 || p[1].number > 99) return std::nullopt;
        return shortDecade(p[1].number);
    });
    g.rule("DateRange", "DecadeWord", [](const Parts& p) { return shortDecade(p[0].number); });
    g.rule("SeasonNode", "Season", [](const Parts&) -> MaybeValue {
        Value value;
        value.type = TimeType::DateRange;
        value.impossible = true;
        return value;
    });
    g.same("DateRange", "SeasonNode");
    g.same("DateRange", "LongYear SeasonNode", 1);
    g.same("DateRange", "SeasonNode Of? LongYear|RelYear|NamedYear");
    g.same("DateRange", "Rel SeasonNode", 1);
    g.same("DateRange", "SeasonNode RelPost");
}

void addPeriods(Grammar& g) {
    g.rule("RelPeriod", "Rel Unit", [](const Parts& p) -> MaybeValue {
        if (p[1].unit == Unit::Days) return std::nullopt;
        return period(p[1].unit, p.context.today, asInt(p[0].number));
    });
    g.rule("RelPeriod", "Unit RelPost", [](const Parts& p) -> MaybeValue {
        if (p[0].unit == Unit::Days) return std::nullopt;
        return period(p[0].unit, p.context.today, asInt(p[1].number));
    });
    g.rule("ThePeriod", "The Unit", [](const Parts& p) -> MaybeValue {
        if (p[1].unit == Unit::Days || p[1].unit == Unit::Quarter) return std::nullopt;
        return period(p[1].unit, p.context.today, 0);
    });
    g.rule("BarePeriod", "Unit", [](const Parts& p) -> MaybeValue {
        if (p[0].unit == Unit::Days) return std::nullopt;
        return period(p[0].unit, p.context.today, 0);
    });
    g.same("DateRange", "RelPeriod|ThePeriod");
    g.rule("DateRange", "Rel ClockUnit", [](const Parts& p) -> MaybeValue {
        if (p[0].number == 0) return std::nullopt;
        Span span;
        span.add(1, p[1].unit);
        return runOf(p.context, span, p[1].unit, 1, p[0].number > 0 ? 1 : -1);
    });
    // Runs: the next 3 days, 5 past years.
    g.same("Count", "Num|FewWord");
    g.rule("Run", "RunRel Count Of? AnyUnit", run(0, 1, 3));
    g.rule("Run", "Count RunRel AnyUnit", run(1, 0, 2));
    g.rule("Run", "Count AnyUnit RunPost", run(2, 0, 1));
    g.rule("Run", "RunPost Count AnyUnit", run(0, 1, 2));
    g.same("AnyUnit", "Unit|ClockUnit");
    g.same("DateRange", "Run");
    g.rule("DateRange", "Within The? RunRel? Span", [](const Parts& p) -> MaybeValue {
        Value value;
        const Span& span = p[3].span;
        const bool clock = span.hasClock();
        value.type = clock ? TimeType::DateTimeRange : TimeType::DateRange;
        const Tick start = clock ? p.context.now : p.context.today * kSecondsPerDay;
        if (!clock && !span.hasDays()) return std::nullopt;
        value.readings.push_back({start, addSpan(start, span, 1), true, true});
        return value;
    });
    // Weeks: of a day, of a month, by number.
    g.rule("DateRange", "The? WeekNoun Of AnyDate", weekOf(3));
    g.rule("DateRange", "The? WeekNoun WeekBegin On? The? AnyDate", weekOf(5));
    g.rule("DateRange", "WeekCommencing The? AnyDate", weekOf(2));
    const auto nthWeekOf = [](std::size_t nth, std::size_t range) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            if (p[nth].number == 0 || p[nth].number > 53 || p[nth].number < -1) return std::nullopt;
            return nthWeek(p[range], asInt(p[nth].number));
        };
    };
    g.rule("NthWeek", "NthThe? Nth WeekNoun Of|In MonthNode|NamedYear|RelPeriod|ThePeriod", nthWeekOf(1, 4));
    g.rule("NthWeek", "NthThe? Nth WeekNoun MonthNode|NamedYear|RelYear", nthWeekOf(1, 3));
    g.same("DateRange", "NthWeek");
    g.rule("NumberedWeek", "WeekNoun Num", [](const Parts& p) -> MaybeValue {
        if (p[1].digits > 2 || p[1].number < 1 || p[1].number > 53) return std::nullopt;
        const Day monday = firstIsoWeek(dateFromDay(p.context.today).year) + 7 * (p[1].number - 1);
        return dayRange(monday, monday + 7);
    });
    g.rule("NumberedWeek", "WeekNoun Num Of? The? NamedYear|RelYear", [](const Parts& p) -> MaybeValue {
        if (p[1].digits > 2 || p[1].number < 1 || p[1].number > 53) return std::nullopt;
        const int year = dateFromDay(dayOfTick(p[4].front().start)).year;
        const Day monday = firstIsoWeek(year) + 7 * (p[1].number - 1);
        return dayRange(monday, monday + 7);
    });
    g.same("DateRange", "NumberedWeek");
    // "the first 2 weeks of 2021", "the last ten days of the month"
    const auto part = [](bool last) -> Meaning {
        return [last](const Parts& p) -> MaybeValue {
            if (p[5].readings.size() != 1 || p[2].number < 1 || p[2].number > 400) return std::nullopt;
            const Reading& range = p[5].front();
            if (p[3].unit == Unit::Week) {
                const auto week = nthWeek(p[5], last ? -1 : 1);
                const Day monday = dayOfTick(week->front().start);
                const Day weeks = 7 * p[2].number;
                return last ? dayRange(monday + 7 - weeks, monday + 7) : dayRange(monday, monday + weeks);
            }
            Span span;
            span.add(static_cast<double>(p[2].number), p[3].unit);
            if (last) return dayRange(dayOfTick(addSpan(range.end, span, -1)), dayOfTick(range.end));
            return dayRange(dayOfTick(range.start), dayOfTick(addSpan(range.start, span, 1)));
        };
    };
    g.rule("DateRange",
           "NthThe? FirstsWord Count Unit OfOnly NamedYear|RelPeriod|MonthNode|ThePeriod|QuarterNode",
           part(false));
    g.rule("DateRange",
           "NthThe? LastsWord Count Unit OfOnly NamedYear|RelPeriod|MonthNode|ThePeriod|QuarterNode",
           part(true));
    // Weekends.
    const auto weekendOf = [](std::size_t which) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            Value value;
            value.type = TimeType::DateRange;
            for (const Reading& reading : p[which].readings) {
                const Day day = dayOfTick(reading.start);
                const Day saturday = weekdayOf(day) == 1 ? day - 2 : weekStart(day) + 5;
                const Day end = weekdayOf(day) == 1 ? day + 1 : saturday + 2;
                value.readings.push_back({saturday * kSecondsPerDay, end * kSecondsPerDay, true, true});
            }
            if (!value.hasReading()) return std::nullopt;
            return value;
        };
    };
    g.rule("DateRange", "The? WeekendNoun Of AnyDate", weekendOf(3));
    g.rule("DateRange", "The? Md WeekendNoun", weekendOf(1));
    g.rule("DateRange", "The? Ord CenturyNoun", [](const Parts& p) -> MaybeValue {
        if (p[1].number < 10 || p[1].number > 22) return std::nullopt;
        const int first = asInt(p[1].number - 1) * 100;
        return dayRange(dayFromDate(first, 1, 1), dayFromDate(first + 100, 1, 1));
    });
    g.rule("DateRange", "Holiday WeekendNoun Year?", [](const Parts& p) -> MaybeValue {
        Value value;
        value.type = TimeType::DateRange;
        const Value day = holiday(p.context, asInt(p[0].number), p[2].year);
        for (const Reading& reading : day.readings) {
            const Day saturday = weekStart(dayOfTick(reading.start)) + 5;
            value.readings.push_back(
                {saturday * kSecondsPerDay, (saturday + 2) * kSecondsPerDay, true, true});
        }
        return value;
    });
}

void addShares(Grammar& g) {
    for (const char* word : {"Early", "Mid", "Late"}) {
        g.same("ShareWord", word);
    }
    g.rule("Share", "ShareWord Of? MonthNode|NamedYear|RelPeriod", share(2, 0));
    g.rule("Share", "ShareWord - MonthNode|NamedYear", share(2, 0));
    g.rule("Share", "ShareOf OfOnly? ThePeriod|MonthNode|NamedYear|RelPeriod|QuarterNode", edge(2, 0));
    g.rule("Share", "ShareOf OfOnly BarePeriod", edge(2, 0));
    g.same("DateRange", "Share");
    g.same("TheShare", "The Share", 1);
    // "later this week": from now on at the earliest; "earlier": until now at the latest.
    const auto rest = [](std::size_t which, bool later) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            auto value = shareOf(p[which], later ? Share::Late : Share::Early);
            if (!value) return value;
            const Tick today = p.context.today * kSecondsPerDay;
            Reading& reading = value->readings.front();
            if (later && today > reading.start && today < reading.end) reading.start = today;
            if (!later && today < reading.end && today > reading.start) reading.end = today;
            return value;
        };
    };
    g.rule("DateRange", "LaterWord In? RelPeriod|ThePeriod", rest(2, true), 3);
    g.rule("DateRange", "EarlierWord In? RelPeriod|ThePeriod", rest(2, false));
    const auto point = [](std::size_t which, std::size_t word) -> Meaning {
        return [=](const Parts& p) { return pointOf(p[which], static_cast<Share>(p[word].number)); };
    };
    g.rule("Point", "The? ShareOf -? OfOnly? ThePeriod|MonthNode|NamedYear|RelPeriod|QuarterNode",
           point(4, 1));
    g.rule("Point", "The? ShareOf OfOnly BarePeriod", point(3, 1));
    g.rule("DateRange", "RestOf The? DayNoun", [](const Parts& p) -> MaybeValue {
        Value value;
        value.type = TimeType::DateTimeRange;
        value.readings.push_back({p.context.now, (p.context.today + 1) * kSecondsPerDay - 1, true, true});
        return value;
    });
    g.rule("DateRange", "RestOf Rel DayNoun", [](const Parts& p) -> MaybeValue {
        Value value;
        if (p[1].number != 0) return std::nullopt;
        value.type = TimeType::DateTimeRange;
        value.readings.push_back({p.context.now, (p.context.today + 1) * kSecondsPerDay - 1, true, true});
        return value;
    });
    g.rule("DateRange", "RestOf The? Unit", [](const Parts& p) -> MaybeValue {
        const auto whole = period(p[2].unit, p.context.today, 0);
        if (!whole || p[2].unit == Unit::Days) return std::nullopt;
        return dayRange(p.context.today, dayOfTick(whole->front().end) - 1);
    });
    g.rule("DateRange", "RestOf RelPeriod", [](const Parts& p) -> MaybeValue {
        return dayRange(p.context.today, dayOfTick(p[1].front().end) - 1);
    });
    g.rule("DateRange", "Unit ToDate", [](const Parts& p) -> MaybeValue {
        const auto whole = period(p[0].unit, p.context.today, 0);
        if (!whole || p[0].unit == Unit::Days) return std::nullopt;
        return dayRange(dayOfTick(whole->front().start), p.context.today);
    });
}

}  // namespace

void addDateRangeRules(Grammar& g) {
    addMonthsAndYears(g);
    addPeriods(g);
    addShares(g);
    // From one to another.
    g.rule("NowDay", "Now", [](const Parts& p) -> MaybeValue { return oneDay(p.context.today); });
    g.same("Limit", "Date|HolidayDate|MonthNode|NamedYear|Point|QuarterNode|NowDay");
    g.rule("DateRange", "From The? Limit To The? Limit", between(2, 5));
    g.rule("DateRange", "Between The? Limit And|To The? Limit", between(2, 5));
    g.rule("DateRange", "Limit To The? Limit", between(0, 3));
    g.rule("DateRange", "In? NamedYear To NamedYear", between(1, 3));
    g.rule("DateRange", "From Limit To NowDate",
           [](const Parts& p) { return rangeBetween(p.context, p[1], oneDay(p.context.today)); });
    g.rule("DateRange", "ToDate",
           [](const Parts& p) -> MaybeValue { return openRange(std::nullopt, p.context.today); });
    g.rule("DateRange", "From Limit ToDate",
           [](const Parts& p) { return rangeBetween(p.context, p[1], oneDay(p.context.today)); });
    g.rule(
        "DateRange", "DayNum|DayOrd To The? DayNum|DayOrd Of? In? Rel MonthNoun",
        [](const Parts& p) -> MaybeValue {
            const auto month = period(Unit::Month, p.context.today, asInt(p[6].number));
            if (!month) return std::nullopt;
            return daysWithin(p, p[0], p[3], *month);
        },
        1);
    // Days of one month.
    g.same("DayPoint", "DayNum|DayOrd|DayNumWord");
    g.rule("DateRange", "From The? DayPoint To The? DayPoint Of? MonthNode", within(2, 5, 7), 1);
    g.rule("DateRange", "From The? DayPoint To The? DayPoint Of? In? Rel MonthNoun",
           [](const Parts& p) -> MaybeValue {
               const auto month = period(Unit::Month, p.context.today, asInt(p[8].number));
               if (!month) return std::nullopt;
               return daysWithin(p, p[2], p[5], *month);
           });
    g.rule("DateRange", "From The? DayPoint To The? DayPoint Of? In? The? MonthNoun RelPost",
           [](const Parts& p) -> MaybeValue {
               const auto month = period(Unit::Month, p.context.today, asInt(p[10].number));
               if (!month) return std::nullopt;
               return daysWithin(p, p[2], p[5], *month);
           });
    g.rule("DateRange", "Between The? DayPoint And|To The? DayPoint Of? MonthNode", within(2, 5, 7), 1);
    g.rule("DateRange", "Between The? DayPoint And|To The? DayPoint Of? In? Rel MonthNoun",
           [](const Parts& p) -> MaybeValue {
               const auto month = period(Unit::Month, p.context.today, asInt(p[8].number));
               if (!month) return std::nullopt;
               return daysWithin(p, p[2], p[5], *month);
           });
    g.rule("DateRange", "DayNum|DayOrd To The? DayNum|DayOrd Of? MonthNode", within(0, 3, 5), 1);
    g.rule("DateRange", "From? Month DayNum|DayOrd To The? DayNum|DayOrd ,? LongYear?",
           [](const Parts& p) -> MaybeValue {
               const auto month = monthRange(p.context, asInt(p[1].number), p[7].year);
               if (!month) return std::nullopt;
               return daysWithin(p, p[2], p[5], *month);
           });
    g.rule("DateRange", "Between Month DayNum|DayOrd And|To The? DayNum|DayOrd ,? LongYear?",
           [](const Parts& p) -> MaybeValue {
               const auto month = monthRange(p.context, asInt(p[1].number), p[7].year);
               if (!month) return std::nullopt;
               return daysWithin(p, p[2], p[5], *month);
           });
    g.rule("DateRange", "From? Md To The? DayOrd", [](const Parts& p) -> MaybeValue {
        const auto day = dayOfMonth(p.context, asInt(p[4].number));
        if (!day) return std::nullopt;
        return rangeBetween(p.context, p[1], *day);
    });
    g.rule("DateRange", "From? Md To Md ,? LongYear", [](const Parts& p) -> MaybeValue {
        const auto start = monthDay(p.context, p[1].month, p[1].day, p[5].year);
        const auto end = monthDay(p.context, p[3].month, p[3].day, p[5].year);
        if (!start || !end) return std::nullopt;
        return rangeBetween(p.context, *start, *end);
    });
    g.rule("DateRange", "Span ,? StartingFrom The? AnyDate", spanOnDay(0, 4));
    g.rule("DateRange", "For Span ,? FromDay The? AnyDate", spanOnDay(1, 5));
    // Open ranges.
    g.same("OpenLimit",
           "Date|HolidayDate|MonthNode|NamedYear|RelPeriod|ThePeriod|Share|TheShare|QuarterNode|NumberedWeek|"
           "NthWeek");
    g.rule("DateRange", "Before The? OpenLimit", openSide(2, Side::Before));
    g.rule("DateRange", "After The? OpenLimit", openSide(2, Side::After));
    g.rule("DateRange", "Since The? OpenLimit", openSide(2, Side::Since));
    g.rule("DateRange", "Until The? OpenLimit", openSide(2, Side::Before));
    g.rule("DateRange", "UntilIncluding The? OpenLimit", openSide(2, Side::Until));
    g.rule("DateRange", "< _= NamedYear", openSide(2, Side::Until));
    g.rule("DateRange", "> _= NamedYear", openSide(2, Side::Since));
    g.rule("DateRange", "< NamedYear", openSide(1, Side::Before));
    g.rule("DateRange", "> NamedYear", openSide(1, Side::After));
    g.rule("DateRange", "YearNoun? GreaterThan LongYear",
           [](const Parts& p) -> MaybeValue { return openOn(yearRange(p[2].year), Side::After); });
    g.rule("DateRange", "YearNoun? LessThan LongYear",
           [](const Parts& p) -> MaybeValue { return openOn(yearRange(p[2].year), Side::Before); });
    g.rule("DateRange", "OpenLimit OrLater", openSide(0, Side::Since));
    g.rule("DateRange", "OpenLimit OrEarlier", openSide(0, Side::Until));
    g.rule("DateRange", "MoreSpan AgoWord", [](const Parts& p) -> MaybeValue {
        const Tick tick = addSpan(p.context.today * kSecondsPerDay, p[0].span, -1);
        if (p[0].number > 0) return openRange(std::nullopt, dayOfTick(tick));
        return dayRange(dayOfTick(tick), p.context.today);
    });
    const auto moreFrom = [](int sign) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            const auto day = futureDay(p[2], p.context.today);
            if (!day || !p[0].span.hasDays()) return std::nullopt;
            const Day other = dayOfTick(addSpan(*day * kSecondsPerDay, p[0].span, sign));
            if (p[0].number < 0) return dayRange(std::min(*day, other), std::max(*day, other));
            return sign > 0 ? openRange(other, std::nullopt) : openRange(std::nullopt, other);
        };
    };
    g.rule("DateRange", "MoreSpan FromDate|AfterDate AnyDate", moreFrom(1));
    g.rule("DateRange", "MoreSpan BeforeDate AnyDate", moreFrom(-1));
}

}  // namespace hearth::agent::datetime

// Days: of a month, of the week, with names, in figures, and counted from other days.
#include "calendar.h"
#include "rules.h"

namespace hearth::agent::datetime {
namespace {

int asInt(std::int64_t n) {
    return static_cast<int>(n);
}

Meaning monthThenDay(std::size_t month, std::size_t day) {
    return [=](const Parts& p) { return monthDay(p.context, asInt(p[month].number), asInt(p[day].number)); };
}

MaybeValue withYear(const Parts& p, const Value& day, int year) {
    if (year == 0 || day.shape != DateShape::MonthDay) return std::nullopt;
    return monthDay(p.context, day.month, day.day, year);
}

Meaning dayWithYear(std::size_t day, std::size_t year) {
    return [=](const Parts& p) { return withYear(p, p[day], p[year].year); };
}

Meaning offsetWord() {
    return [](const Parts& p) -> MaybeValue { return oneDay(p.context.today + p[0].number); };
}

MaybeValue yearMonthDay(const Parts& p, const Value& year, const Value& month, const Value& day) {
    if (month.number < 1 || month.number > 12) return std::nullopt;
    return monthDay(p.context, asInt(month.number), asInt(day.number), fullYear(year));
}

// Figures in the order of the country, or the other one where only that makes a date.
MaybeValue inFigures(const Parts& p, const Value& a, const Value& b, int year, bool monthFirst) {
    if (a.digits > 2 || b.digits > 2) return std::nullopt;
    const bool swap = monthFirst ? a.number > 12 && b.number <= 12 : b.number > 12 && a.number <= 12;
    const bool first = monthFirst != swap;
    return monthDay(p.context, asInt(first ? a.number : b.number), asInt(first ? b.number : a.number), year);
}

// Two digits between 30 and 40 are a year of either century.
MaybeValue inFiguresShortYear(const Parts& p, const Value& a, const Value& b, const Value& year,
                              bool monthFirst) {
    if (year.digits != 2) return std::nullopt;
    auto value = inFigures(p, a, b, fullYear(year), monthFirst);
    if (value && year.number >= 30 && year.number < 40 && value->hasReading()) {
        if (const auto before = inFigures(p, a, b, asInt(1900 + year.number), monthFirst)) {
            value->readings.insert(value->readings.begin(), before->readings.begin(), before->readings.end());
        }
    }
    return value;
}

}  // namespace

void addNumericDateRules(Grammar& g, const Style& style) {
    const bool monthFirst = style.monthFirst;
    const auto iso = [](const Parts& p) -> MaybeValue {
        if (p[0].digits != 4 || p[2].digits > 2 || p[4].digits > 2 || p[0].number < 1000) return std::nullopt;
        if (p[2].number > 12 && p[4].number <= 12) return yearMonthDay(p, p[0], p[4], p[2]);
        return yearMonthDay(p, p[0], p[2], p[4]);
    };
    for (const char* sign : {"_-", "_/", "_."}) {
        const std::string s(sign);
        g.rule("Ymd", "Digits " + s + " _Digits " + s + " _Digits", iso);
        g.rule("Ymd", "Digits " + s + " _Month|MonthNum " + s + " _DayNum|DayOrd",
               [](const Parts& p) -> MaybeValue {
                   if (p[0].digits != 4) return std::nullopt;
                   return yearMonthDay(p, p[0], p[2], p[4]);
               });
        g.rule("Ymd", "DayNum|DayOrd " + s + "? _Month " + s + "? _Year|Year2",
               [](const Parts& p) { return yearMonthDay(p, p[4], p[2], p[0]); });
        g.rule("Ymd", "Month " + s + "? _DayNum " + s + " _Year|Year2",
               [](const Parts& p) { return yearMonthDay(p, p[4], p[0], p[2]); });
        g.rule("Ymd", "Digits " + s + " _DayNum " + s + " _Month", [](const Parts& p) -> MaybeValue {
            if (p[0].digits != 4) return std::nullopt;
            return yearMonthDay(p, p[0], p[4], p[2]);
        });
        g.rule("Ymd", "Month " + s + " _Year " + s + " _DayNum",
               [](const Parts& p) { return yearMonthDay(p, p[2], p[0], p[4]); });
        g.rule("Ymd", "Digits " + s + " _Digits " + s + " _Year",
               [monthFirst](const Parts& p) { return inFigures(p, p[0], p[2], p[4].year, monthFirst); });
        g.rule("Ymd", "Digits " + s + " _Digits " + s + " _Digits",
               [monthFirst](const Parts& p) { return inFiguresShortYear(p, p[0], p[2], p[4], monthFirst); });
    }
    // "2016 10 16", "20161016"
    g.rule("Ymd", "Digits Digits Digits", [](const Parts& p) -> MaybeValue {
        if (p[0].digits != 4 || p[1].digits != 2 || p[2].digits != 2 || p[0].number < 1900)
            return std::nullopt;
        return yearMonthDay(p, p[0], p[1], p[2]);
    });
    g.rule("Ymd", "Digits Digits Digits", [monthFirst](const Parts& p) -> MaybeValue {
        if (p[2].digits != 4 || p[2].number < 1900 || p[2].number > 2199) return std::nullopt;
        return inFigures(p, p[0], p[1], asInt(p[2].number), monthFirst);
    });
    g.rule("Ymd", "Digits", [](const Parts& p) -> MaybeValue {
        if (p[0].digits != 8 || p[0].number < 15000000 || p[0].number > 22000000) return std::nullopt;
        const int month = asInt(p[0].number / 100 % 100);
        const int day = asInt(p[0].number % 100);
        if (!isValidDate(asInt(p[0].number / 10000), month, day)) return std::nullopt;
        return monthDay(p.context, month, day, asInt(p[0].number / 10000));
    });
    // Without a year: with a slash anywhere, with a dash or a point only beside other words.
    g.rule("Date", "^IsoBefore MdDash", [](const Parts& p) -> MaybeValue { return p[1]; });
    const auto noYear = [monthFirst](const Parts& p) -> MaybeValue {
        if (p[0].number == 0 || p[2].number == 0) return std::nullopt;
        return inFigures(p, p[0], p[2], 0, monthFirst);
    };
    g.rule("Md", "Digits _/ _Digits", noYear);
    g.rule("MdDash", "Digits _- _Digits", noYear);
    g.rule("MdDash", "Digits _. _Digits .?", noYear);
    g.rule("Md", "Month _/|- _DayNum", monthThenDay(0, 2));
    g.rule("Md", "DayNum _/|- _Month", monthThenDay(2, 0));
}

void addDateRules(Grammar& g, const Style&) {
    // 4 July, the fourth of July, July 4th.
    g.rule("Md", "Month The? DayNum|DayOrd", monthThenDay(0, 2));
    g.rule("Md", "Month , DayOrd", monthThenDay(0, 2));
    g.rule("Md", "Month _, _DayNum", monthThenDay(0, 2));
    g.rule("Md", "DayNum|DayOrd Of? Month", monthThenDay(2, 0));
    g.rule("Md", "DateThe DayNum|DayOrd Of? Month", monthThenDay(3, 1));
    g.rule("Md", "DateThe? DayOrd DayNoun Of Month", monthThenDay(4, 1));
    g.rule("MdWord", "DayNumWord Of? Month", monthThenDay(2, 0));
    g.rule("MdWord", "Month The? DayNumWord", monthThenDay(0, 2));
    // With a year.
    g.rule("Ymd", "Md|MdWord ,? Of? LongYear", dayWithYear(0, 3));
    g.rule("Ymd", "Md ,? In LongYear", dayWithYear(0, 3));
    g.rule("Ymd", "Md Of Year2", dayWithYear(0, 2));
    g.rule("Ymd", "Md ,? Apostrophe _Year2", dayWithYear(0, 3));
    g.rule("Ymd", "Year ,? Md", dayWithYear(2, 0));
    g.rule("Ymd", "Month OrdWord Year2", [](const Parts& p) {
        return monthDay(p.context, asInt(p[0].number), asInt(p[1].number), p[2].year);
    });
    g.same("Date", "Md");
    g.same("Date", "MdWord", 0, -1);
    g.same("Date", "Ymd", 0, 1);
    // Fridays.
    g.rule("Dow", "Weekday",
           [](const Parts& p) -> MaybeValue { return weekday(p.context, asInt(p[0].number)); });
    g.same("Date", "Dow");
    g.same("Date", "Dow Comma? The? Md|Ymd|MdWord", 3);
    g.same("Date", "Dow Comma? The? ( Md|Ymd )", 4);
    g.same("Date", "Md|Ymd Comma? Dow", 0);
    g.same("Date", "Md|Ymd ( Dow )", 0);
    g.rule(
        "Date", "Dow Comma? On? MdDash",
        [](const Parts& p) -> MaybeValue {
            const auto next = nextFrom(p[3], p.context.today);
            if (!next || weekdayOf(*next) != p[0].weekday) return std::nullopt;
            return p[3];
        },
        1);
    g.rule("Date", "This Dow Comma? The? Md|MdDash", [](const Parts& p) -> MaybeValue {
        return monthDay(p.context, p[4].month, p[4].day, dateFromDay(p.context.today).year);
    });
    g.rule("Date", "This Dow Comma? The? ( Md )", [](const Parts& p) -> MaybeValue {
        return monthDay(p.context, p[5].month, p[5].day, dateFromDay(p.context.today).year);
    });
    g.rule("Date", "This|Next Md", [](const Parts& p) -> MaybeValue {
        const int year = dateFromDay(p.context.today).year + asInt(p[0].number);
        return monthDay(p.context, p[1].month, p[1].day, year);
    });
    g.rule("Date", "Md This|Next YearNoun", [](const Parts& p) -> MaybeValue {
        const int year = dateFromDay(p.context.today).year + asInt(p[1].number);
        return withYear(p, p[0], year);
    });
    g.rule("Date", "Dow Comma? DayNum|DayOrd", [](const Parts& p) -> MaybeValue {
        return weekdayDay(p.context, p[0].weekday, asInt(p[2].number));
    });
    g.rule(
        "Date", "Dow Comma? The DayOrd|DayNum",
        [](const Parts& p) -> MaybeValue {
            const YearMonthDay now = dateFromDay(p.context.today);
            if (isValidDate(now.year, now.month, asInt(p[3].number))) {
                const Day day = dayFromDate(now.year, now.month, asInt(p[3].number));
                if (weekdayOf(day) == p[0].weekday) return oneDay(day);
            }
            return weekdayDay(p.context, p[0].weekday, asInt(p[3].number));
        },
        1);
    // The 18th.
    g.rule("Dom", "The DayOrd", [](const Parts& p) { return dayOfMonth(p.context, asInt(p[1].number)); });
    g.rule("Dom", "The DayOrd DayNoun",
           [](const Parts& p) { return dayOfMonth(p.context, asInt(p[1].number)); });
    g.rule("Date", "DateThe? DayOrd DayNoun? Of? Rel MonthNoun", [](const Parts& p) -> MaybeValue {
        const auto month = period(Unit::Month, p.context.today, asInt(p[4].number));
        if (!month) return std::nullopt;
        const YearMonthDay date = dateFromDay(dayOfTick(month->front().start));
        return monthDay(p.context, date.month, asInt(p[1].number), date.year);
    });
    g.rule("Date", "DateThe? DayOrd DayNoun Of The MonthNoun", [](const Parts& p) -> MaybeValue {
        const YearMonthDay date = dateFromDay(p.context.today);
        return monthDay(p.context, date.month, asInt(p[1].number), date.year);
    });
    g.same("Date", "Dom");
    // Holidays.
    g.rule("HolidayDate", "Holiday",
           [](const Parts& p) -> MaybeValue { return holiday(p.context, asInt(p[0].number)); });
    g.rule("HolidayDate", "Holiday ,? Of? Year",
           [](const Parts& p) -> MaybeValue { return holiday(p.context, asInt(p[0].number), p[3].year); });
    g.rule("HolidayDate", "Holiday In? The? YearNoun Year",
           [](const Parts& p) -> MaybeValue { return holiday(p.context, asInt(p[0].number), p[4].year); });
    g.rule("HolidayDate", "Holiday Of? Rel YearNoun", [](const Parts& p) -> MaybeValue {
        return holiday(p.context, asInt(p[0].number), dateFromDay(p.context.today).year + asInt(p[2].number));
    });
    g.rule("HolidayDate", "Rel Holiday", [](const Parts& p) -> MaybeValue {
        const int id = asInt(p[1].number);
        const Value day = holiday(p.context, id);
        if (p[0].number < 0) return oneDay(*lastBefore(day, p.context.today));
        if (p[0].number > 0) return oneDay(*nextFrom(day, p.context.today + 1));
        return holiday(p.context, id, dateFromDay(p.context.today).year);
    });
}

namespace {

// "the n-th weekday of" a month or year that the range gives.
MaybeValue nthDayOf(const Value& nth, const Value& day, const Value& range) {
    return nthWeekday(range, asInt(nth.number), day.weekday);
}

MaybeValue weekdayOfWeek(const Parts& p, int which, Day inWeek, std::int64_t offset) {
    (void)p;
    return oneDay(weekStart(inWeek) + 7 * offset + which - 1);
}

Meaning spanFrom(std::size_t span, std::size_t date, int sign) {
    return [=](const Parts& p) -> MaybeValue {
        const auto day = futureDay(p[date], p.context.today);
        if (!day || !p[span].span.hasDays() || p[span].span.hasClock()) return std::nullopt;
        return oneDay(dayOfTick(addSpan(*day * kSecondsPerDay, p[span].span, sign)));
    };
}

// From now: a day when the span is of days, a moment when it is of hours or minutes.
Meaning spanFromNow(std::size_t span, int sign, bool wantClock) {
    return [=](const Parts& p) -> MaybeValue {
        const Span& length = p[span].span;
        if (length.hasClock() != wantClock || (!length.hasClock() && !length.hasDays())) return std::nullopt;
        const Tick tick = addSpan(p.context.now, length, sign);
        if (!wantClock) return oneDay(dayOfTick(tick));
        Value value;
        value.type = TimeType::DateTime;
        value.elapsed = true;
        value.readings.push_back({tick, 0, true, false});
        return value;
    };
}

}  // namespace

void addRelativeDateRules(Grammar& g) {
    g.rule("RelDay", "DayWord", offsetWord());
    g.same("Date", "RelDay");
    g.same("Date", "RelDay Comma Ymd|Md", 2);
    g.rule("Date", "RelDay Comma? Dow", [](const Parts& p) -> MaybeValue { return p[0]; });
    // "next Friday": of the next week; "coming Friday": the next one there is.
    g.rule("RelDow", "Rel Weekday",
           [](const Parts& p) { return weekdayOfWeek(p, asInt(p[1].number), p.context.today, p[0].number); });
    g.rule("RelDow", "Weekday RelPost",
           [](const Parts& p) { return weekdayOfWeek(p, asInt(p[0].number), p.context.today, p[1].number); });
    g.rule(
        "RelDow", "This? Coming Weekday",
        [](const Parts& p) -> MaybeValue {
            return oneDay(*nextFrom(weekday(p.context, asInt(p[2].number)), p.context.today + 1));
        },
        1);
    g.rule(
        "RelDow", "Weekday ComingPost",
        [](const Parts& p) -> MaybeValue {
            return oneDay(*nextFrom(weekday(p.context, asInt(p[0].number)), p.context.today + 1));
        },
        1);
    const auto dowOfWeek = [](std::size_t day, std::size_t rel) -> Meaning {
        return [=](const Parts& p) {
            return weekdayOfWeek(p, asInt(p[day].number), p.context.today, p[rel].number);
        };
    };
    g.rule("RelDow", "Rel WeekNoun Comma? On? Weekday", dowOfWeek(4, 0));
    g.rule("RelDow", "WeekNoun RelPost Comma? On? The? Weekday", dowOfWeek(5, 1));
    g.rule("RelDow", "Weekday Comma? Of? The? Rel WeekNoun", dowOfWeek(0, 4));
    g.rule("RelDow", "Weekday Comma? Of? The? WeekNoun RelPost", dowOfWeek(0, 5));
    g.same("Date", "RelDow");
    g.same("Date", "RelDow Comma? The? Md|Ymd", 3);
    g.rule("Date", "DateThe? NthWeekday Of|In The? MonthNode|RelPeriod|NamedYear",
           [](const Parts& p) { return nthDayOf(p[1], p[1], p[4]); });
    const auto dayOfPeriod = [](std::size_t nth, std::size_t range) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            Value days;
            for (const Reading& reading : p[range].readings) {
                const Day first = dayOfTick(reading.start);
                const Day end = dayOfTick(reading.end);
                const Day day = p[nth].number <= 0 ? end - 1 : first + p[nth].number - 1;
                if (day < first || day >= end) return std::nullopt;
                days.readings.push_back({day * kSecondsPerDay, 0, true, false});
            }
            if (!days.hasReading()) return std::nullopt;
            return days;
        };
    };
    g.rule("Date", "The? Ord|LastWord DayNoun Of|In RelPeriod|ThePeriod|NamedYear", dayOfPeriod(1, 4));
    g.rule("Date", "The? LastWord DayNoun Of|In MonthNode", dayOfPeriod(1, 4));
    g.rule("Date", "DateThe? NthWeekday Of|In ThePeriod",
           [](const Parts& p) { return nthDayOf(p[1], p[1], p[3]); });
    g.rule("Date", "DateThe? NthWeekday MonthNode|RelPeriod",
           [](const Parts& p) { return nthDayOf(p[1], p[1], p[2]); });
    const auto nthWeekdayOf = [](std::size_t nth, std::size_t day) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            Value value;
            value.number = p[nth].number;
            value.weekday = asInt(p[day].number);
            if (value.number > 5) return std::nullopt;
            return value;
        };
    };
    g.rule("NthWeekday", "Nth Weekday", nthWeekdayOf(0, 1));
    g.rule("NthWeekday", "Weekday NthPost", nthWeekdayOf(1, 0));
    g.rule("Nth", "Ord", [](const Parts& p) -> MaybeValue { return p[0]; });
    g.rule("Date", "NthWeek ,? Comma? On? Weekday", [](const Parts& p) -> MaybeValue {
        Value value;
        for (const Reading& week : p[0].readings) {
            const Tick tick = week.start + (p[4].number - 1) * kSecondsPerDay;
            value.readings.push_back({tick, 0, true, false});
        }
        return value;
    });
    g.rule("Date", "Weekday Of|In NthWeek", [](const Parts& p) -> MaybeValue {
        Value value;
        for (const Reading& week : p[2].readings) {
            const Tick tick = week.start + (p[0].number - 1) * kSecondsPerDay;
            value.readings.push_back({tick, 0, true, false});
        }
        return value;
    });
    // "two Mondays ago", "3 Fridays from now"
    const auto weekdaysAway = [](int sign) -> Meaning {
        return [sign](const Parts& p) -> MaybeValue {
            if (p[0].number < 1 || p[0].number > 200) return std::nullopt;
            const Value day = weekday(p.context, asInt(p[1].number));
            const Day first =
                sign > 0 ? *nextFrom(day, p.context.today + 1) : *lastBefore(day, p.context.today);
            return oneDay(first + sign * 7 * (p[0].number - 1));
        };
    };
    g.rule("Date", "Num Weekday|Weekdays FromNow|Later", weekdaysAway(1));
    g.rule("Date", "Num Weekday|Weekdays AgoWord", weekdaysAway(-1));
    // Counted from today or another day.
    g.rule("AgoDate", "Span Ago", spanFromNow(0, -1, false));
    g.rule("AgoDate", "AgoPre Span", spanFromNow(1, -1, false));
    g.rule("AgoDate", "Span FromNow|Later", spanFromNow(0, 1, false));
    g.rule("InDate", "InSpan Span", spanFromNow(1, 1, false));
    g.rule("Ago", "AgoWord", [](const Parts& p) -> MaybeValue { return p[0]; });
    g.same("Date", "AgoDate|InDate");
    g.rule("DateTime", "Span Ago", spanFromNow(0, -1, true));
    g.rule("DateTime", "AgoPre Span", spanFromNow(1, -1, true));
    g.rule("DateTime", "Span FromNow|Later", spanFromNow(0, 1, true));
    g.rule("DateTime", "InSpan Span FromNow?", spanFromNow(1, 1, true));
    g.rule("AgoDate", "Span FromDate|AfterDate AnyDate", spanFrom(0, 2, 1));
    g.rule("AgoDate", "Span BeforeDate AnyDate", spanFrom(0, 2, -1));
    g.same("AnyDate", "Date|HolidayDate");
    // "Monday two weeks from now": that day of the week, which begins on Sunday here.
    const auto dayOfThatWeek = [](std::size_t day, std::size_t date) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            const auto at = futureDay(p[date], p.context.today);
            if (!at) return std::nullopt;
            return oneDay(*at - weekdayOf(*at) % 7 + p[day].number % 7);
        };
    };
    g.rule("Date", "Weekday Comma? AgoDate", dayOfThatWeek(0, 2));
    g.rule("Date", "InDate On Weekday", dayOfThatWeek(2, 0));
    g.rule("Date", "InSpan Span Since The? YearNoun? Year", [](const Parts& p) -> MaybeValue {
        const Day start = dayFromDate(p[5].year, 1, 1);
        return oneDay(dayOfTick(addSpan(start * kSecondsPerDay, p[1].span, 1)));
    });
}

}  // namespace hearth::agent::datetime

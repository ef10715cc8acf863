// English words for dates and times, and the rules that only English has.
#include "../calendar.h"
#include "../language.h"
#include "../lexicon.h"
#include "../rules.h"

namespace hearth::agent::datetime {
namespace {

void addNumbers(Grammar& g) {
    const char* const ones[] = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
    const char* const teens[] = {"ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                 "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    const char* const tens[] = {"twenty", "thirty",  "forty|fourty", "fifty",
                                "sixty",  "seventy", "eighty",       "ninety"};
    const char* const ordinals[] = {"first",        "second",     "third",     "fourth",
                                    "fifth",        "sixth",      "seventh",   "eighth",
                                    "ninth|nineth", "tenth",      "eleventh",  "twelfth|twelveth",
                                    "thirteenth",   "fourteenth", "fifteenth", "sixteenth",
                                    "seventeenth",  "eighteenth", "nineteenth"};
    std::int64_t n = 1;
    for (const char* word : ones) g.words("N1", word, n++);
    for (const char* word : teens) g.words("Teen", word, n++);
    n = 20;
    for (const char* word : tens) {
        g.words("Tens", word, n);
        n += 10;
    }
    n = 1;
    for (const char* word : ordinals) g.words("OrdWord", word, n++);
    g.words("OrdWord", "twentieth", 20);
    g.words("OrdWord", "thirtieth", 30);
    g.words("OrdSuffix", "st|nd|rd|th");
    g.words("Hundred", "hundred");
    g.words("Thousand", "thousand");
    g.words("Zero", "o|oh|zero");
    g.words("FewWord", "few|a few|several|some", 3);
    g.words("FewWord", "couple|a couple|couple of|a couple of", 2);
    g.words("OneWord", "a|an");
    g.words("AnotherWord", "another");
    g.words("HalfWord", "half");
    g.words("QuarterWord", "quarter");
    g.words("AllWord", "all|whole|entire|full");
    g.words("OtherWord", "other|second|alternate");
    g.words("LastWord", "last");
    g.words("Nth", "last", -1);
    g.words("MoreThan", "more than|at least|longer than", 1);
    g.words("MoreThan", "less than|under|at most|no more than|shorter than", -1);
    g.words("GreaterThan", "greater than|later than|after|bigger than");
    g.words("LessThan", "less than|earlier than|smaller than");
    // "twenty and four": an old way that people still type.
    g.rule("NumWord", "Tens And N1", [](const Parts& p) -> MaybeValue {
        Value value;
        value.number = p[0].number + p[2].number;
        value.real = static_cast<double>(value.number);
        return value;
    });
    // Years in words: nineteen ninety six, twenty sixteen, two thousand and fifteen.
    const auto year = [](std::int64_t n2) -> MaybeValue {
        if (n2 < 1500 || n2 > 2199) return std::nullopt;
        Value value;
        value.number = n2;
        value.year = static_cast<int>(n2);
        return value;
    };
    g.rule("YearWord", "Teen Word99", [year](const Parts& p) -> MaybeValue {
        return p[1].number < 10 ? std::nullopt : year(p[0].number * 100 + p[1].number);
    });
    g.rule("YearWord", "Tens Word99", [year](const Parts& p) -> MaybeValue {
        return p[0].number != 20 || p[1].number < 10 ? std::nullopt : year(2000 + p[1].number);
    });
    g.rule("YearWord", "Teen Zero N1",
           [year](const Parts& p) { return year(p[0].number * 100 + p[2].number); });
    g.rule("YearWord", "Teen Hundred And? Word99?",
           [year](const Parts& p) { return year(p[0].number * 100 + p[3].number); });
    g.rule("YearWord", "WordBig", [year](const Parts& p) { return year(p[0].number); });
}

void addNames(Grammar& g) {
    const char* const months[] = {"january|jan|jan.",
                                  "february|feb|feb.|febuary",
                                  "march|mar|mar.",
                                  "april|apr|apr.",
                                  "may",
                                  "june|jun|jun.",
                                  "july|jul|jul.",
                                  "august|aug|aug.",
                                  "september|sep|sep.|sept|sept.",
                                  "october|oct|oct.",
                                  "november|nov|nov.",
                                  "december|dec|dec."};
    const char* const weekdays[] = {"monday|mon|mon.",
                                    "tuesday|tue|tue.|tues|tues.",
                                    "wednesday|wed|wed.|weds|wednes|wednesd",
                                    "thursday|thu|thu.|thur|thurs|thurs.|thur.",
                                    "friday|fri|fri.",
                                    "saturday|sat|sat.",
                                    "sunday|sun|sun."};
    const char* const plurals[] = {"mondays", "tuesdays",  "wednesdays", "thursdays",
                                   "fridays", "saturdays", "sundays"};
    for (int i = 0; i < 12; ++i) g.words("Month", months[i], i + 1);
    for (int i = 0; i < 7; ++i) g.words("Weekday", weekdays[i], i + 1);
    for (int i = 0; i < 7; ++i) g.words("Weekdays", plurals[i], i + 1);
    g.words("DayWord", "today|the current day|todays", 0);
    g.words("DayWord",
            "tomorrow|tmr|tmrw|tomorow|tommorow|tommorrow|the next day|next day|the day after|the following "
            "day|tomorrows",
            1);
    g.words("DayWord", "yesterday|the day before|the previous day|the last day|last day", -1);
    g.words("DayWord", "the day after tomorrow|day after tomorrow|the day after tmr|day after tmr|overmorrow",
            2);
    g.words("DayWord", "the day before yesterday|day before yesterday", -2);
    g.words("DayWord", "the day", 0);
    g.words("Unit", "day|days", unitValue(Unit::Days));
    g.words("Unit", "night|nights", unitValue(Unit::Days));
    g.words("Unit", "week|weeks|wk|wks", unitValue(Unit::Week));
    g.words("Unit", "weekend|weekends", unitValue(Unit::Weekend));
    g.words("Unit", "fortnight|fortnights", unitValue(Unit::Fortnight));
    g.words("Unit", "month|months|mo|mos", unitValue(Unit::Month));
    g.words("Unit", "quarter|quarters", unitValue(Unit::Quarter));
    g.words("Unit", "year|years|yr|yrs", unitValue(Unit::Year));
    g.words("Unit", "decade|decades", unitValue(Unit::Decade));
    g.words("Unit", "century|centuries", unitValue(Unit::Century));
    g.words("Unit",
            "business day|business days|working day|working days|work day|work "
            "days|weekday|weekdays|workday|workdays",
            unitValue(Unit::BusinessDay));
    g.words("WorkWeek", "working week|work week|business week|workweek", unitValue(Unit::BusinessDay));
    g.words("ClockUnit", "hour|hours|hr|hrs", unitValue(Unit::Hour));
    g.words("ClockUnit", "minute|minutes|min|mins", unitValue(Unit::Minute));
    g.words("ClockUnit", "second|seconds|sec|secs", unitValue(Unit::Second));
    g.words("UnitLetter", "d", unitValue(Unit::Days));
    g.words("UnitLetter", "w", unitValue(Unit::Week));
    g.words("UnitLetter", "y", unitValue(Unit::Year));
    g.words("UnitLetter", "h", unitValue(Unit::Hour));
    g.words("UnitLetter", "m", unitValue(Unit::Minute));
    g.words("UnitLetter", "s", unitValue(Unit::Second));
    g.words("DayNoun", "day");
    g.words("WeekNoun", "week");
    g.words("WeekendNoun", "weekend");
    g.words("MonthNoun", "month", unitValue(Unit::Month));
    g.words("YearNoun", "year", unitValue(Unit::Year));
    g.words("MinuteNoun", "minutes|minute|mins|min");
    g.words("DayPart", "morning|the morning", dayPart(8, 12));
    g.words("DayPart", "afternoon|arvo", dayPart(12, 16));
    g.words("DayPart", "evening", dayPart(16, 20));
    g.words("DayPart", "night", dayPart(20, 24));
    g.words("DayPart", "daytime|business hours|business hour|day time", dayPart(8, 18));
    g.words("Meal", "breakfast|breakfasttime|breakfast time|brunch", dayPart(8, 12));
    g.words("Meal", "lunch|lunchtime|lunch time|lunchhour", dayPart(11, 13));
    g.words("Meal", "dinner|dinnertime|dinner time|supper", dayPart(16, 20));
    g.words("DayParts", "mornings", dayPart(8, 12));
    g.words("DayParts", "afternoons", dayPart(12, 16));
    g.words("DayParts", "evenings", dayPart(16, 20));
    g.words("DayParts", "nights", dayPart(20, 24));
    g.words("TodayPart", "tonight|tonite", partOfToday(0, 20, 24));
    g.words("NamedClock", "noon|midday|mid-day|12 noon|12noon|noontime|mid day|twelve noon|high noon", 12);
    g.words("NamedClock", "midnight|mid-night|12 midnight|mid night|twelve midnight", 0);
    g.words("NamedClock", "midmorning|mid-morning|mid morning", 10);
    g.words("NamedClock", "midafternoon|mid-afternoon|mid afternoon", 14);
    g.words("NamedClock", "noonish", 12);
    g.words("NamedClock", "elevenish", 11);
    g.words("Quarter", "q1|first quarter|1st quarter", 1);
    g.words("Quarter", "q2|second quarter|2nd quarter", 2);
    g.words("Quarter", "q3|third quarter|3rd quarter", 3);
    g.words("Quarter", "q4|fourth quarter|4th quarter", 4);
    g.words("HalfYear", "h1|first half|1st half", 1);
    g.words("HalfYear", "h2|second half|2nd half", 2);
    numberedWords(
        g, "DecadeWord",
        {"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"}, 20,
        10);
    g.words("DecadeEnd", "s|' s");
    g.words("Season", "summer|winter|spring|autumn|fall|school year|fiscal year|fy|sy|academic year");
}

void addHolidays(Grammar& g) {
    g.words("Holiday", "christmas|christmas day|xmas|xmas day|x-mas", kChristmas);
    g.words("Holiday", "christmas eve|xmas eve", kChristmasEve);
    g.words("Holiday", "boxing day", kBoxingDay);
    g.words("Holiday", "new year|new years|new year's|new year day|new year's day|new years day", kNewYear);
    g.words("Holiday", "new year's eve|new years eve|new year eve|nye|silvester", kNewYearsEve);
    g.words("Holiday", "epiphany|three kings day", kEpiphany);
    g.words("Holiday",
            "valentine|valentines|valentine's|valentine's day|valentines day|valentine day|saint valentine's "
            "day|st valentine's day|st. valentine's day",
            kValentine);
    g.words("Holiday", "women's day|international women's day|womens day", kWomensDay);
    g.words("Holiday",
            "saint patrick|saint patrick's day|st patrick's day|st. patrick's day|st patricks day|saint "
            "patricks day|st. patrick|st patrick|saint patrick day",
            kStPatrick);
    g.words("Holiday",
            "april fools|april fool|april fool's day|april fools' day|april fools day|all fool's day",
            kAprilFools);
    g.words("Holiday", "earth day", kEarthDay);
    g.words("Holiday",
            "international workers' day|international workers day|may day|worker's day|workers' "
            "day|international labour day",
            kLabourDay);
    g.words("Holiday", "independence day|us independence day|usindependenceday", kUsIndependence);
    g.words("Holiday", "halloween|hallowe'en|halloween day|all hallow's eve", kHalloween);
    g.words("Holiday", "all saints' day|all saints day|all saint's day", kAllSaints);
    g.words("Holiday", "all souls' day|all souls day|all soul's day", kAllSouls);
    g.words("Holiday", "veterans day|veteran's day|veterans' day|remembrance day|armistice day", kVeterans);
    g.words("Holiday", "easter|easter sunday|easter day", kEaster);
    g.words("Holiday", "easter monday", kEasterMonday);
    g.words("Holiday", "good friday", kGoodFriday);
    g.words("Holiday", "palm sunday", kPalmSunday);
    g.words("Holiday", "maundy thursday", kMaundyThursday);
    g.words("Holiday", "ash wednesday", kAshWednesday);
    g.words("Holiday", "mardi gras|fat tuesday|shrove tuesday", kCarnivalTuesday);
    g.words("Holiday", "ascension day|ascension of christ", kAscension);
    g.words("Holiday", "pentecost|whit sunday|whitsunday", kPentecost);
    g.words("Holiday", "whit monday|pentecost monday", kWhitMonday);
    g.words("Holiday", "corpus christi", kCorpusChristi);
    g.words("Holiday",
            "martin luther king day|martin luther king's day|mlk day|martin luther king jr. day|martin "
            "luther king jr day|mlk",
            kMlk);
    g.words("Holiday", "presidents day|president's day|presidents' day|washington's birthday",
            kPresidentsDay);
    g.words("Holiday", "mother's day|mothers day|mothers' day|mother day", kMothersDay);
    g.words("Holiday", "father's day|fathers day|fathers' day|father day", kFathersDay);
    g.words("Holiday", "memorial day", kMemorialDay);
    g.words("Holiday", "labor day|labour day|us labor day", kUsLabourDay);
    g.words("Holiday", "columbus day|indigenous peoples' day", kColumbus);
    g.words("Holiday", "thanksgiving|thanksgiving day|thanks giving|thanks giving day", kThanksgiving);
    g.words("Holiday", "black friday", kBlackFriday);
    g.words("Holiday", "cyber monday", kCyberMonday);
    g.words("Holiday", "juneteenth|freedom day|jubilee day", kJuneteenth);
    g.words("Holiday", "cinco de mayo", kCincoDeMayo);
    g.words("Holiday", "flag day", kFlagDay);
    g.words("Holiday", "groundhog day|ground hog day", kGroundhog);
    g.words("Holiday", "saint andrew's day|st andrew's day", kStAndrew);
    g.words("Holiday", "saint george's day|st george's day", kStGeorge);
    g.words("Holiday", "guy fawkes day|guy fawkes night|bonfire night", kGuyFawkes);
    g.words("Holiday", "bastille day", kBastille);
    g.words("Holiday", "inauguration day", kUsInauguration);
    g.words("Holiday", "children's day|childrens day|children day", kChildrensDay);
    g.words("Holiday", "teacher's day|teachers' day|teachers day", kTeachersDay);
    g.words("Holiday", "singles day|single's day|singles' day", kSinglesDay);
    g.words("Holiday", "white day", kWhiteLover);
    g.words("Holiday", "arbor day|tree planting day", kTreeDay);
    g.words("Holiday", "youth day", kYouthDay);
}

void addSmallWords(Grammar& g) {
    g.words("The", "the");
    g.words("DateThe", "the");
    g.words("NthThe", "the");
    g.words("Of", "of|in");
    g.words("OfOnly", "of");
    g.words("In", "in|of|on");
    g.words("On", "on|for|in");
    g.words("At", "at|@");
    g.words("For", "for");
    g.words("And", "and|&");
    g.words("Comma", ",");
    g.words("Apostrophe", "'");
    g.words("From", "from|starting|beginning");
    g.words("Between", "between");
    g.words("To", "to|-|~|until|till|til|through|thru|ending|up to");
    g.words("ToWord", "to");
    g.words("FromDay", "from");
    g.words("Before",
            "before|by|prior to|no later than|earlier than|ending before|not later than|until "
            "before|previous to|as late as|ends before|preceding");
    g.words("After", "after|later than|following|starts after|beginning after|past");
    g.words("Since",
            "since|starting on|starting from|beginning on|beginning from|beginning|starting|as early as|any "
            "time from|anytime from|no earlier than|as soon as|as of");
    g.words("Until", "until|till|til|up to|up until|through|thru");
    g.words("UntilIncluding", "as late as");
    g.words("AgoWord", "ago|earlier|back|before today|before now");
    g.words("Later", "later|after|hence");
    g.words("FromNow", "from now|after now|from right now");
    g.words("InSpan", "in|after");
    g.words("FromDate", "from|since");
    g.words("AfterDate", "after|following|later than");
    g.words("BeforeDate", "before|prior to|earlier than|preceding");
    g.words("StartingFrom", "starting|starting from|beginning|starting on|beginning from|beginning on");
    g.words("Within", "within|inside of|within the");
    g.words("OrLater",
            "or later|or after|and later|and after|and greater|or greater|and onward|and "
            "onwards|onward|onwards|or onward|or newer|and beyond");
    g.words("OrEarlier", "or earlier|or before|and earlier|and before|and prior");
    g.words("FirstsWord", "first");
    g.words("LastsWord", "last|final");
    g.words("CenturyNoun", "century");
    g.words("IsoBefore", "on|in|at|for");
    g.words("Every", "every|each|any|per|once every|once each|once per");
    g.words("Times", "once|one|once in", 1);
    g.words("Per", "a|an|per|every|each");
    g.words("This", "this", 0);
    g.words("Next", "next", 1);
    g.words("Rel", "this|that|same|current", 0);
    g.words("Rel", "next|following", 1);
    g.words("Rel", "last|previous|past|prev", -1);
    g.words("Coming", "coming|upcoming|next coming", 1);
    g.words("RelPost", "after next", 2);
    g.words("RelPost", "before last", -2);
    g.words("ComingPost", "coming up");
    g.words("RunRel", "next|coming|upcoming|following", 1);
    g.words("RunRel", "last|past|previous|prior|preceding", -1);
    g.words("RunPost", "to come", 1);
    g.words("HalfDay", "am|a.m.|a.m|a m|a . m .|a. m.", 0);
    g.words("HalfDay", "pm|p.m.|p.m|p m|p . m .|p. m.", 1);
    g.words("Oclock", "o'clock|oclock|o clock|clock");
    g.words("Fraction", "half|half an hour", 30);
    g.words("Fraction", "quarter|a quarter", 15);
    g.words("Fraction", "three quarter|three quarters", 45);
    g.words("Past", "past|after");
    g.words("ToHour", "to|till|til|before|of");
    g.words("Around", "around|about|circa|approximately|at around|at about|roughly|near");
    g.words("InMeal", "in the|in|during the|at|during|on the|for the|for");
    g.words("InThePart", "in the|in|during the|at|during|on the|for the|for");
    g.words("Early", "early", 0);
    g.words("Mid", "mid|middle of|mid of", 1);
    g.words("Late", "late", 2);
    g.words("EarlierWord", "earlier|early");
    g.words("LaterWord", "later|late", 1);
    g.words("InTheDay", "in the day|on the day|in the day of|in the day on");
    g.words("ShareOf", "start|the start|beginning|early", 0);
    g.words("ShareOf", "middle|mid", 1);
    g.words("ShareOf", "end|late|ending", 2);
    g.words("PartOf", "early", 0);
    g.words("PartOf", "late", 2);
    g.words("RestOf", "rest of|remaining of|remainder of|rest|rest of my|rest of our|rest of the");
    g.words("ToDate", "to date");
    g.words("NowDate", "current date|now|date|today");
    g.words("Now",
            "now|right now|at the moment|at present|at this time|at the present time|at the minute|at this "
            "moment|at the present|at this minute|asap|as soon as possible|immediately");
    g.words("WeekBegin", "beginning|starting|commencing");
    g.words("WeekCommencing", "w/c");
    g.words("DayEnd", "end|the end", 1);
    g.words("DayEndWord", "eod|the eod|end of day|end of the day|the end of day|the end of the day");
    g.words("DecadePre", "the decade of|decade of");
    g.unused("AgoPre|NthPost|MonthNum");
}

void addSets(Grammar& g) {
    repeatingWords(g, "daily|everyday|every day|nightly|once a day|day by day", Frequency::Daily, 1);
    repeatingWords(g, "weekly|once a week", Frequency::Weekly, 1);
    repeatingWords(g, "biweekly|bi-weekly|fortnightly|every other week", Frequency::Weekly, 2);
    repeatingWords(g, "monthly|once a month", Frequency::Monthly, 1);
    repeatingWords(g, "bimonthly|bi-monthly", Frequency::Monthly, 2);
    repeatingWords(g, "quarterly", Frequency::Monthly, 3);
    repeatingWords(
        g, "semiannual|semiannually|semi-annual|semi-annually|half-yearly|half yearly|biannual|biannually",
        Frequency::Monthly, 6);
    repeatingWords(g, "yearly|annually|annual|once a year", Frequency::Yearly, 1);
    repeatingWords(g, "hourly", Frequency::Hourly, 1);
    repeatingWords(g, "weekdays|on weekdays|workdays|every weekday|every workday", Frequency::Weekly, 1,
                   workdays());
    repeatingWords(g, "weekends|on weekends|every weekend|all weekends|any weekend", Frequency::Weekly, 1,
                   weekendDays());
}

void addEnglishRules(Grammar& g) {
    g.rule("LooseHour", "BareHour", [](const Parts& p) -> MaybeValue { return p[0]; });
    g.rule("DateTime", "BareHour tonight|tonite", [](const Parts& p) -> MaybeValue {
        const auto clock = withDayPart(p[0], dayPart(20, 24));
        return clock ? dayWithTime(oneDay(p.context.today), *clock, TimeType::DateTime) : clock;
    });
    g.same("Clock", "LooseHour ish");
    g.same("Clock", "LooseHour _ish");
    g.rule("Plain", "Real more|extra AnyUnit", [](const Parts& p) -> MaybeValue {
        Value value;
        value.type = TimeType::Duration;
        value.unit = p[2].unit;
        value.real = p[0].real;
        value.span.add(p[0].real, p[2].unit);
        return value.unit == Unit::None ? std::nullopt : MaybeValue(value);
    });
    g.rule(
        "RelDow", "this|these? past Weekday",
        [](const Parts& p) -> MaybeValue {
            return oneDay(*lastBefore(weekday(p.context, static_cast<int>(p[2].number)), p.context.today));
        },
        1);
    g.rule("DateTime", "on DayNum At Clock", [](const Parts& p) -> MaybeValue {
        const auto day = dayOfMonth(p.context, static_cast<int>(p[1].number));
        return day ? dayWithTime(*day, p[3], TimeType::DateTime) : day;
    });
    g.rule("Date", "^for|on the DayNum",
           [](const Parts& p) { return dayOfMonth(p.context, static_cast<int>(p[2].number)); });
    g.rule(
        "Time", "WordClock",
        [](const Parts& p) -> MaybeValue {
            if (p[0].hour > 12 || p[0].minute % 5 != 0) return std::nullopt;
            return p[0];
        },
        -1);
    g.rule("DateRange", "The? Teen DecadeWord", [](const Parts& p) -> MaybeValue {
        const int first = static_cast<int>(p[1].number * 100 + p[2].number);
        return dayRange(dayFromDate(first, 1, 1), dayFromDate(first + 10, 1, 1));
    });
    // "9a", "7ampm"
    g.rule("Clock", "BareHour _a", [](const Parts& p) { return withHalfDay(p[0], false); });
    g.rule("Clock", "BareHour _p", [](const Parts& p) { return withHalfDay(p[0], true); });
    g.same("Clock", "BareHour ampm");
    g.rule("RelPeriod", "Rel|Coming WorkWeek", [](const Parts& p) {
        return period(Unit::BusinessDay, p.context.today, static_cast<int>(p[0].number));
    });
    g.rule("RelPeriod", "Coming Unit", [](const Parts& p) -> MaybeValue {
        if (p[1].unit == Unit::Days) return std::nullopt;
        return period(p[1].unit, p.context.today, 1);
    });
    g.rule("RelPeriod", "The Unit RelPost",
           [](const Parts& p) { return period(p[1].unit, p.context.today, static_cast<int>(p[2].number)); });
    g.rule(
        "RelPeriod", "past fortnight",
        [](const Parts& p) -> MaybeValue {
            const Day monday = weekStart(p.context.today);
            return dayRange(monday - 14, monday);
        },
        1);
    g.rule("Duration", "the hour", [](const Parts&) -> MaybeValue {
        Value value;
        value.type = TimeType::Duration;
        value.span.add(1, Unit::Hour);
        return value;
    });
    g.rule("RelDow", "on Weekday of the? Next|This WeekNoun", [](const Parts& p) -> MaybeValue {
        return oneDay(weekStart(p.context.today) + 7 * p[4].number + p[1].number - 1);
    });
    g.rule(
        "RelDow", "on Weekday of the? following WeekNoun",
        [](const Parts& p) -> MaybeValue { return oneDay(weekStart(p.context.today) + 7 + p[1].number - 1); },
        1);
    g.rule("Date", "Around The? Ord Of? This|Next MonthNoun", [](const Parts& p) -> MaybeValue {
        const YearMonthDay date = dateFromDay(addMonths(p.context.today, static_cast<int>(p[4].number)));
        return monthDay(p.context, date.month, static_cast<int>(p[2].number), date.year);
    });
    g.rule("DateRange", "the RunRel Count decades|decade", [](const Parts& p) -> MaybeValue {
        const int count = static_cast<int>(p[2].number);
        return runOf(p.context, Span{}, Unit::Decade, count, static_cast<int>(p[1].number));
    });
    const auto besideDay = [](std::size_t word, std::size_t date) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            const auto day = futureDay(p[date], p.context.today);
            if (!day) return std::nullopt;
            return oneDay(*day + p[word].number);
        };
    };
    g.words("DayBeside", "day after|day following", 1);
    g.words("DayBeside", "day before|day preceding", -1);
    g.rule("AgoDate", "The? DayBeside AnyDate", besideDay(1, 2));
    const auto weekAfter = [](std::size_t date) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            const auto day = futureDay(p[date], p.context.today);
            if (!day) return std::nullopt;
            return oneDay(*day + 7);
        };
    };
    g.rule("AgoDate", "a|one week on? RelDay|Dow", weekAfter(3));
    g.rule("AgoDate", "RelDay|Dow week", weekAfter(0));
    // Sayings that look like times.
    for (const char* saying :
         {"good morning",     "good afternoon",  "good evening",   "good night",        "day after day",
          "year after year",  "week after week", "day by day",     "may day may day",   "second to none",
          "one day",          "some day",        "happy new year", "have a great week", "have a good week",
          "have a nice week", "a great week",    "day to day",     "day -to -day",      "end of",
          "at one time"}) {
        g.words("None", saying);
    }
}

bool isAnyOf(const Token& token, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
        if (token.text == word) return true;
    }
    return false;
}

// "you may", "second place", "two hours last": what the neighbours of an expression tell.
bool isOtherInEnglish(const std::vector<Token>& tokens, std::size_t begin, std::size_t end, TimeType type) {
    const Token& first = tokens[begin];
    const Token& last = tokens[end - 1];
    const bool single = end == begin + 1;
    static const Token kNothing{};
    const Token& before = begin > 0 ? tokens[begin - 1] : kNothing;
    const Token& after = end < tokens.size() ? tokens[end] : kNothing;
    const bool wordAfter = after.kind == Token::Kind::Word && !after.text.empty();
    const bool linkAfter =
        isAnyOf(after, {"and",     "or",      "of",     "at",   "to",     "from",    "in",      "on",
                        "until",   "for",     "with",   "is",   "was",    "will",    "this",    "next",
                        "works",   "through", "till",   "by",   "please", "instead", "sharp",   "but",
                        "because", "if",      "so",     "then", "the",    "today",   "tonight", "tomorrow",
                        "my",      "our",     "when",   "as",   "not",    "it",      "i",       "we",
                        "you",     "would",   "should", "be",   "about",  "before",  "after",   "every",
                        "each",    "pst",     "pt",     "est",  "et",     "cst",     "gmt",     "utc"});
    const bool prepositionBefore =
        isAnyOf(before, {"in", "of", "next", "last", "for", "by", "since", "until", "from", "to", "during",
                         "before", "after", "through", "till", "late", "early", "mid"});
    if (last.text == "may") {  // the verb
        if (single && !prepositionBefore && !(isAnyOf(before, {"and", "or", ","}) && !wordAfter))
            return begin > 0 || wordAfter;
        if (first.text == "this" && end == begin + 2) return true;
        if (wordAfter && !linkAfter && !prepositionBefore) return true;
    }
    if (single && isAnyOf(first, {"march", "second"}) && !prepositionBefore && begin > 0) return true;
    if (single && type == TimeType::DateRange && first.kind == Token::Kind::Digits) {
        // "2000 pieces": a number of things.
        if (wordAfter && after.text.size() > 4 && after.text.back() == 's' && !prepositionBefore) return true;
    }
    if (type == TimeType::Duration && end - begin == 2 && last.text == "second" && first.text == "a" &&
        wordAfter)
        return true;
    if (type == TimeType::DateRange && isAnyOf(last, {"before", "after"}) &&
        after.kind != Token::Kind::Sign && end < tokens.size()) {
        return true;
    }
    if (first.text == "last" && (type == TimeType::DateRange || type == TimeType::DateTimeRange) &&
        isAnyOf(before, {"t", "will", "to", "should", "would", "can", "could", "might", "must", "ll"})) {
        return true;
    }
    // "at 3 locations": a number of things.
    if (type == TimeType::Time && single && wordAfter && !linkAfter) return true;
    // "They sat", "prices fall": verbs; "5m people": no minutes.
    if (single && isAnyOf(first, {"sat", "sun", "wed", "mon"}) && wordAfter && !linkAfter &&
        !prepositionBefore && !isAnyOf(before, {"on", "this"})) {
        return true;
    }
    if (single && first.text == "sun" && before.text == "the") return true;
    if (single && isAnyOf(first, {"fall", "spring"}) && !prepositionBefore &&
        !isAnyOf(before, {"the", "this"}))
        return true;
    if (type == TimeType::Date && begin > 0 && first.text == "the" && end - begin == 2 && wordAfter &&
        !linkAfter)
        return true;
    if (type == TimeType::Duration && end - begin == 2 && isAnyOf(last, {"m", "s", "w"})) return true;
    // "the first week": an order, not a day.
    if (type == TimeType::Date && end - begin == 2 && first.text == "the" && wordAfter && !linkAfter)
        return true;
    // "13 last minute"
    if (first.kind == Token::Kind::Digits && first.text != "1" && type == TimeType::DateTimeRange &&
        isAnyOf(last, {"minute", "hour", "second"})) {
        return true;
    }
    if (last.text == "night" && type == TimeType::Duration && !isAnyOf(first, {"one", "1", "a"})) return true;
    if (first.text == "the" && last.text == "year" && after.text == "of" && end + 1 < tokens.size() &&
        tokens[end + 1].kind == Token::Kind::Digits) {
        return true;
    }
    if (first.text == "to" && last.text == "date" && after.text == "from") return true;
    return false;
}

}  // namespace

const Grammar& englishGrammar() {
    static const Grammar* const grammar = [] {
        auto* g = new Grammar;
        addNumbers(*g);
        addNames(*g);
        addHolidays(*g);
        addSmallWords(*g);
        addSets(*g);
        addSharedRules(*g, {.monthFirst = true, .decimalComma = false});
        addEnglishRules(*g);
        g->finish();
        return g;
    }();
    return *grammar;
}

LanguageRules englishRules() {
    return {englishGrammar(), isOtherInEnglish, false};
}

}  // namespace hearth::agent::datetime

// Chinese words for dates and times, and its rules: the large before the small, and the words for
// before and after behind. Traditional characters are read as the simplified ones.
#include <array>

#include "../calendar.h"
#include "../language.h"
#include "../lexicon.h"
#include "../rules.h"

namespace hearth::agent::datetime {
namespace {

constexpr std::array<std::string_view, 10> kDigits = {"零", "一", "二", "三", "四",
                                                      "五", "六", "七", "八", "九"};

int asInt(std::int64_t n) {
    return static_cast<int>(n);
}

std::string cardinal(int n) {
    const auto digit = [](int d) { return std::string(kDigits[static_cast<std::size_t>(d)]); };
    if (n < 10) return digit(n);
    return (n >= 20 ? digit(n / 10) : "") + "十" + (n % 10 == 0 ? "" : digit(n % 10));
}

Value numberValue(std::int64_t n) {
    Value value;
    value.number = n;
    value.real = static_cast<double>(n);
    return value;
}

void addNumbers(Grammar& g) {
    for (int n = 1; n <= 9; ++n) g.words("N1", cardinal(n), n);
    g.words("N1", "两", 2);
    for (int n = 10; n <= 99; ++n) g.words("Teen", cardinal(n), n);
    for (int n = 0; n <= 9; ++n) g.words("CnDigit", kDigits[static_cast<std::size_t>(n)], n);
    g.words("CnDigit", "〇|Ｏ", 0);
    g.words("Hundred", "百");
    g.words("Thousand", "千");
    g.words("FewWord", "几|几个|数|数个", 3);
    g.words("HalfWord", "半|半个");
    const auto year = [](std::int64_t n) -> MaybeValue {
        if (n < 1000 || n > 2199) return std::nullopt;
        Value value = numberValue(n);
        value.year = asInt(n);
        return value;
    };
    const auto shortYear = [year](std::int64_t n) { return year(n < 40 ? 2000 + n : 1900 + n); };
    g.rule("CnYear", "CnDigit CnDigit CnDigit CnDigit", [year](const Parts& p) {
        return year(p[0].number * 1000 + p[1].number * 100 + p[2].number * 10 + p[3].number);
    });
    g.rule("CnYear", "CnDigit CnDigit",
           [shortYear](const Parts& p) { return shortYear(p[0].number * 10 + p[1].number); });
    g.rule("CnYear", "Digits", [year, shortYear](const Parts& p) -> MaybeValue {
        if (p[0].digits == 2) return shortYear(p[0].number);
        return p[0].digits == 4 ? year(p[0].number) : std::nullopt;
    });
    g.same("LongYear", "CnYear 年 度?");
    // Years counted by the reign of an emperor, and since the Republic.
    struct Era {
        const char* name;
        int before;
    };
    for (const Era era : {Era{"民国", 1911}, Era{"宣统", 1908}, Era{"光绪", 1874}, Era{"同治", 1861},
                          Era{"咸丰", 1850}, Era{"道光", 1820}, Era{"嘉庆", 1795}, Era{"乾隆", 1735},
                          Era{"雍正", 1722}, Era{"康熙", 1661}, Era{"顺治", 1643}}) {
        g.words("Era", era.name, era.before);
    }
    g.rule("LongYear", "Era Num 年", [year](const Parts& p) { return year(p[0].number + p[1].number); });
    g.rule("LongYear", "Era 元 年", [year](const Parts& p) { return year(p[0].number + 1); });
}

void addNames(Grammar& g) {
    g.rule("Month", "Num MonthChar", [](const Parts& p) -> MaybeValue {
        if (p[0].number < 1 || p[0].number > 12 || p[0].digits > 2) return std::nullopt;
        return numberValue(p[0].number);
    });
    g.words("Month", "正月", 1);
    g.words("Month", "腊月", 12);
    g.rule("CnDay", "Num 日|号", [](const Parts& p) -> MaybeValue {
        if (p[0].number < 1 || p[0].number > 31 || p[0].digits > 2) return std::nullopt;
        return numberValue(p[0].number);
    });
    g.rule("CnDay", "初 Num", [](const Parts& p) -> MaybeValue {
        if (p[1].number < 1 || p[1].number > 10) return std::nullopt;
        return numberValue(p[1].number);
    });
    numberedWords(g, "Weekday",
                  {"星期一|周一|礼拜一", "星期二|周二|礼拜二", "星期三|周三|礼拜三", "星期四|周四|礼拜四",
                   "星期五|周五|礼拜五", "星期六|周六|礼拜六", "星期日|星期天|周日|周天|礼拜日|礼拜天"});
    numberedWords(g, "WeekdaySuffix", {"一", "二", "三", "四", "五", "六", "日|天"});
    g.words("DayWord", "今天|今日|今儿|今儿个|当天|当日|最近", 0);
    g.words("DayWord", "明天|明日|明儿|次日|第二天|翌日", 1);
    g.words("DayWord", "后天|后日", 2);
    g.words("DayWord", "大后天", 3);
    g.words("DayWord", "昨天|昨日|昨儿|前一天", -1);
    g.words("DayWord", "前天|前日", -2);
    g.words("DayWord", "大前天", -3);
    g.words("Unit", "天|个工作日后的天", unitValue(Unit::Days));
    g.words("Unit", "周|个周|星期|个星期|礼拜|个礼拜", unitValue(Unit::Week));
    g.words("Unit", "个月", unitValue(Unit::Month));
    g.words("Unit", "季度|个季度", unitValue(Unit::Quarter));
    g.words("Unit", "年", unitValue(Unit::Year));
    g.words("Unit", "个世纪|世纪", unitValue(Unit::Century));
    g.words("Unit", "个工作日", unitValue(Unit::BusinessDay));
    g.words("ClockUnit", "小时|个小时|钟头|个钟头", unitValue(Unit::Hour));
    g.words("ClockUnit", "分钟|分", unitValue(Unit::Minute));
    g.words("ClockUnit", "秒|秒钟", unitValue(Unit::Second));
    g.words("DayPart", "早上|早晨|上午|清晨|早间|早|清早|大清早|一大早|晨", dayPart(8, 12));
    g.words("DayPart", "凌晨", dayPart(0, 6));
    g.words("DayPart", "中午|正午", dayPart(12, 14));
    g.words("DayPart", "下午|午后|午间", dayPart(12, 16));
    g.words("DayPart", "晚上|傍晚|晚间|晚|夜晚", dayPart(16, 20));
    g.words("DayPart", "半夜|深夜|夜里|夜间|午夜", dayPart(20, 24));
    const auto today = [&](const char* day, int offset) {
        const std::string d(day);
        g.words("TodayPart", d + "早|" + d + "晨|" + d + "早上", partOfToday(offset, 8, 12));
        g.words("TodayPart", d + "晚|" + d + "夜|" + d + "晚上", partOfToday(offset, 16, 20));
    };
    today("今", 0);
    today("明", 1);
    today("昨", -1);
    g.words("TodayPart", "当晚", partOfToday(0, 16, 20));
}

void addHolidays(Grammar& g) {
    const auto day = [&](const char* names, HolidayId id) { g.words("Holiday", names, id); };
    day("元旦|元旦节|新年", kNewYear);
    day("情人节", kValentine);
    day("妇女节|三八妇女节|三八节", kWomensDay);
    day("白色情人节", kWhiteLover);
    day("植树节", kTreeDay);
    day("愚人节", kAprilFools);
    day("地球日|世界地球日", kEarthDay);
    day("劳动节|五一|五一节|五一劳动节|国际劳动节", kLabourDay);
    day("青年节|五四青年节", kYouthDay);
    day("儿童节|六一|六一儿童节|国际儿童节", kChildrensDayChina);
    day("母亲节", kMothersDay);
    day("父亲节", kFathersDay);
    day("建军节|八一建军节", kArmyDayChina);
    day("教师节", kTeachersDay);
    day("国庆节|国庆", kChinaNational);
    day("万圣节", kHalloween);
    day("光棍节|双十一", kSinglesDay);
    day("感恩节", kThanksgiving);
    day("黑色星期五", kBlackFriday);
    day("平安夜", kChristmasEve);
    day("圣诞节|圣诞", kChristmas);
    day("复活节", kEaster);
}

void addSmallWords(Grammar& g) {
    g.words("Of", "的");
    g.words("OfOnly", "的");
    g.words("At", "在|于");
    g.words("And", "和|与|又|零|、");
    g.words("From", "从|自|由");
    g.words("To", "到|至|-|~|—|直到");
    g.words("Rel", "这|这个|本|当|这一|今", 0);
    g.words("Rel", "下|下个|下一个|下一|明", 1);
    g.words("Rel", "上|上个|上一个|上一", -1);
    g.words("Rel", "下下|下下个", 2);
    g.words("Rel", "上上|上上个", -2);
    g.words("YearWordOf", "今|本", 0);
    g.words("YearWordOf", "明|来", 1);
    g.words("YearWordOf", "去", -1);
    g.words("YearWordOf", "后", 2);
    g.words("YearWordOf", "前", -2);
    g.words("RunRel", "未来|接下来|接下来的|今后|后|之后|随后的|往后|以后", 1);
    g.words("RunRel", "过去|过去的|前|之前|最近|最近的|近|此前", -1);
    g.words("AfterPost", "以后|之后|后", 1);
    g.words("BeforePost", "以前|之前|前", 1);
    g.words("SincePost", "或之后|及以后|及之后|或以后|开始|起|以来|或更晚", 1);
    g.words("UntilPost", "或之前|及以前|及之前|或以前|为止", 1);
    g.words("SincePre", "自从|自|从", 1);
    g.words("Lunar", "农历|阴历");
    g.words("SinceWord", "自从|自");
    g.words("BetweenPost", "之间|间|期间");
    g.words("WeekChar", "周|星期|礼拜");
    g.words("WeekendWord", "周末");
    g.words("MonthChar", "月|月份");
    g.words("HourChar", "小时|钟头");
    g.words("UntilPre", "到|至|截止|截至");
    g.words("Now", "现在|马上|此刻|目前|当前|立即|立刻|此时|现时|这会儿");
    g.words("HalfDay", "am|a.m.|a.m", 0);
    g.words("HalfDay", "pm|p.m.|p.m", 1);
    g.words("HalfYear", "上半年|前半年", 1);
    g.words("HalfYear", "下半年|后半年", 2);
    numberedWords(g, "Quarter",
                  {"第一季度|一季度|第1季度", "第二季度|二季度|第2季度", "第三季度|三季度|第3季度",
                   "第四季度|四季度|第4季度"});
    g.words("Season", "春天|夏天|秋天|冬天|春季|夏季|秋季|冬季");
    g.words("Around", "大约|大概|约");
    repeatingWords(g, "每天|每日|天天|每一天", Frequency::Daily, 1);
    repeatingWords(g, "每周|每星期|每个星期|每个礼拜|每礼拜|每一周", Frequency::Weekly, 1);
    repeatingWords(g, "每月|每个月", Frequency::Monthly, 1);
    repeatingWords(g, "每季度|每个季度", Frequency::Monthly, 3);
    repeatingWords(g, "每年|每一年", Frequency::Yearly, 1);
    repeatingWords(g, "每小时|每个小时", Frequency::Hourly, 1);
    repeatingWords(g, "隔天|每隔一天|每两天", Frequency::Daily, 2);
    repeatingWords(g, "隔周|每隔一周|每两周", Frequency::Weekly, 2);
    repeatingWords(g, "工作日|每个工作日|周一到周五每天", Frequency::Weekly, 1, workdays());
    repeatingWords(g, "每个周末|每周末", Frequency::Weekly, 1, weekendDays());
}

void addChineseDates(Grammar& g) {
    const auto day = [](std::size_t month, std::size_t which, std::size_t year) -> Meaning {
        return [=](const Parts& p) {
            return monthDay(p.context, asInt(p[month].number), asInt(p[which].number), p[year].year);
        };
    };
    g.rule("Md", "Month CnDay", day(0, 1, 13));
    g.rule("Ymd", "LongYear Month CnDay", day(1, 2, 0));
    g.same("Ymd", "Lunar Ymd", 1);
    g.same("Md", "Lunar Md", 1);
    g.rule("Ymd", "YearOffset Md", [](const Parts& p) {
        return monthDay(p.context, p[1].month, p[1].day,
                        dateFromDay(p.context.today).year + asInt(p[0].number));
    });
    g.rule("YearOffset", "YearWordOf 年",
           [](const Parts& p) -> MaybeValue { return numberValue(p[0].number); });
    g.rule("RelYear", "YearOffset",
           [](const Parts& p) { return period(Unit::Year, p.context.today, asInt(p[0].number)); });
    // "this year", of which only the past part is meant when it stands alone.
    g.rule("DateRange", "YearOffset", [](const Parts& p) -> MaybeValue {
        const auto year = period(Unit::Year, p.context.today, asInt(p[0].number));
        if (!year || p[0].number != 0 || p.context.assistant) return year;
        return dayRange(dayOfTick(year->front().start), p.context.today);
    });
    g.rule("MonthNode", "LongYear 的? Month",
           [](const Parts& p) { return monthRange(p.context, asInt(p[2].number), p[0].year); });
    g.rule("MonthNode", "YearOffset 的? Month", [](const Parts& p) {
        return monthRange(p.context, asInt(p[2].number),
                          dateFromDay(p.context.today).year + asInt(p[0].number));
    });
    g.rule("RelMonth", "Rel MonthChar",
           [](const Parts& p) { return period(Unit::Month, p.context.today, asInt(p[0].number)); });
    g.same("DateRange", "RelMonth");
    g.same("RelPeriod", "RelMonth");
    g.rule("Date", "RelMonth 的? CnDay", [](const Parts& p) {
        const YearMonthDay date = dateFromDay(dayOfTick(p[0].front().start));
        return monthDay(p.context, date.month, asInt(p[2].number), date.year);
    });
    g.rule("DayAlone", "CnDay", [](const Parts& p) { return dayOfMonth(p.context, asInt(p[0].number)); });
    g.same("Date", "DayAlone");
    g.rule("RelDow", "Rel WeekChar WeekdaySuffix", [](const Parts& p) -> MaybeValue {
        return oneDay(weekStart(p.context.today) + 7 * p[0].number + p[2].number - 1);
    });
    g.rule("DateRange", "WeekendWord",
           [](const Parts& p) { return period(Unit::Weekend, p.context.today, 0); });
    g.rule("DateRange", "Rel WeekendWord",
           [](const Parts& p) { return period(Unit::Weekend, p.context.today, asInt(p[0].number)); });
    g.same("DateRange", "RelMonth 份", 0);
    g.rule("NthOf", "第 Num", [](const Parts& p) -> MaybeValue { return numberValue(p[1].number); });
    g.rule("DateRange", "NamedYear|RelYear|MonthNode|RelMonth 的? NthOf 个? WeekChar",
           [](const Parts& p) { return nthWeek(p[0], asInt(p[2].number)); });
    g.rule("DateRange", "NamedYear|RelYear|MonthNode|RelMonth 的? 最 后 Num? 个? WeekChar",
           [](const Parts& p) -> MaybeValue {
               const auto week = nthWeek(p[0], -1);
               if (!week) return week;
               const Day end = dayOfTick(week->front().end);
               return dayRange(end - 7 * std::max<std::int64_t>(1, p[4].number), end);
           });
    g.rule("Date", "MonthNode|RelMonth 的? NthOf 个? Weekday",
           [](const Parts& p) { return nthWeekday(p[0], asInt(p[2].number), asInt(p[4].number)); });
    g.rule("DateRange", "Num 年 代", [](const Parts& p) -> MaybeValue {
        if (p[0].number % 10 != 0 || p[0].number < 10 || p[0].number > 90) return std::nullopt;
        const int tens = asInt(p[0].number);
        Value value = dayRange(dayFromDate(1900 + tens, 1, 1), dayFromDate(1910 + tens, 1, 1));
        value.readings.push_back(
            dayRange(dayFromDate(2000 + tens, 1, 1), dayFromDate(2010 + tens, 1, 1)).front());
        return value;
    });
    g.rule(
        "Ymd", "Digits _- _Digits _- _Digits",
        [](const Parts& p) -> MaybeValue {  // the year first
            if (p[0].digits != 2 || p[2].digits > 2 || p[4].digits != 2) return std::nullopt;
            return monthDay(p.context, asInt(p[2].number), asInt(p[4].number), fullYear(p[0]));
        },
        2);
    g.rule("DateRange", "= NamedYear", [](const Parts& p) -> MaybeValue { return p[1]; });
    g.rule("DateRange", "CnYear To NamedYear",
           [](const Parts& p) { return rangeBetween(p.context, yearRange(p[0].year), p[2]); });
    // Ago and later.
    const auto fromNow = [](int sign, bool clock) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            if (p[0].span.hasClock() != clock) return std::nullopt;
            const Tick tick = addSpan(p.context.now, p[0].span, sign);
            if (!clock) return oneDay(dayOfTick(tick));
            Value value;
            value.type = TimeType::DateTime;
            value.elapsed = true;
            value.readings.push_back({tick, 0, true, false});
            return value;
        };
    };
    g.rule("Date", "Span BeforePost", fromNow(-1, false));
    g.rule("Date", "Span AfterPost", fromNow(1, false));
    g.rule("DateTime", "Span BeforePost", fromNow(-1, true));
    g.rule("DateTime", "Span AfterPost", fromNow(1, true));
    // Runs: "前1周", "过去十年", "之后5分钟".
    g.rule("DateRange", "RunRel 的? Span", [](const Parts& p) -> MaybeValue {
        const Unit unit = p[2].span.hasClock() ? Unit::Minute : Unit::Days;
        return runOf(p.context, p[2].span, unit, 1, asInt(p[0].number));
    });
    // Half an hour, one and a half years.
    g.rule("Plain", "Num 年 半", [](const Parts& p) -> MaybeValue {
        Value value;
        value.type = TimeType::Duration;
        value.unit = Unit::Year;
        value.real = p[0].real + 0.5;
        value.span.add(value.real, Unit::Year);
        return value;
    });
    g.rule("Plain", "Num 个 半 HourChar", [](const Parts& p) -> MaybeValue {
        Value value;
        value.type = TimeType::Duration;
        value.unit = Unit::Hour;
        value.real = p[0].real + 0.5;
        value.span.add(value.real, Unit::Hour);
        return value;
    });
    g.rule("Plain", "半 个 月", [](const Parts&) -> MaybeValue {
        Value value;
        value.type = TimeType::Duration;
        value.unit = Unit::Month;
        value.real = 0.5;
        value.span.add(0.5, Unit::Month);
        return value;
    });
}

void addChineseRanges(Grammar& g) {
    // Open ranges: the word stands behind.
    const auto open = [](std::size_t which, bool before, bool including) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            Value value;
            value.type = p[which].type == TimeType::Date || p[which].type == TimeType::DateRange
                             ? TimeType::DateRange
                         : p[which].type == TimeType::Time ? TimeType::TimeRange
                                                           : TimeType::DateTimeRange;
            for (const Reading& reading : p[which].readings) {
                const bool toEnd = reading.hasEnd && (before == including);
                const Tick edge = toEnd ? reading.end : reading.start;
                value.readings.push_back({edge, edge, !before, before});
            }
            if (!value.hasReading()) return std::nullopt;
            value.hour = p[which].hour;
            return value;
        };
    };
    g.same("OpenEdge", "Date|MonthNode|NamedYear|RelMonth|ExactTime|DateTime|HolidayDate");
    g.rule("DateRange", "OpenEdge BeforePost", open(0, true, false));
    g.rule("DateRange", "OpenEdge UntilPost", open(0, true, true));
    g.rule("DateRange", "OpenEdge AfterPost", open(0, false, false));
    g.rule("DateRange", "SincePre? OpenEdge SincePost", open(1, false, true));
    g.rule("DateRange", "SinceWord OpenEdge", open(1, false, true));
    g.rule("DateRange", "UntilPre OpenEdge UntilPost", open(1, true, true));
    // "from A to B" without from; "A 和 B 之间".
    g.rule("DateRange", "From? Limit 和|与|到|至 Limit BetweenPost",
           [](const Parts& p) { return rangeBetween(p.context, p[1], p[3]); });
    g.rule("DateRange", "From? Md|Ymd To DayAlone",
           [](const Parts& p) { return rangeBetween(p.context, p[1], p[3]); });
    g.rule("DateRange", "From? DayAlone To DayAlone",
           [](const Parts& p) { return rangeBetween(p.context, p[1], p[3]); });
    g.rule("DateRange", "YearOffset|LongYear 的? HalfYear", [](const Parts& p) -> MaybeValue {
        const int year = p[0].year != 0 ? p[0].year : dateFromDay(p.context.today).year + asInt(p[0].number);
        const Day start = dayFromDate(year, p[2].number == 1 ? 1 : 7, 1);
        return dayRange(start, addMonths(start, 6));
    });
    g.rule("DateRange", "Rel WeekChar",
           [](const Parts& p) { return period(Unit::Week, p.context.today, asInt(p[0].number)); });
}

void addChineseClocks(Grammar& g) {
    const auto at = [](const Value& hour, std::int64_t minute, std::int64_t second) {
        return clockTime(asInt(hour.number), asInt(minute), asInt(second), hour.number == 0);
    };
    g.rule("ClockHour", "Num 点|时 钟?", [](const Parts& p) -> MaybeValue {
        if (p[0].number > 24 || p[0].digits > 2) return std::nullopt;
        return p[0];
    });
    g.rule("ClockHour", "零|〇 点|时", [](const Parts&) -> MaybeValue { return numberValue(0); });
    g.rule("Clock", "ClockHour", [at](const Parts& p) { return at(p[0], 0, 0); });
    g.rule("Clock", "ClockHour 整|钟", [at](const Parts& p) { return at(p[0], 0, 0); });
    g.rule("Clock", "ClockHour 半", [at](const Parts& p) { return at(p[0], 30, 0); });
    g.rule("Clock", "ClockHour 一 刻", [at](const Parts& p) { return at(p[0], 15, 0); });
    g.rule("Clock", "ClockHour 三 刻", [at](const Parts& p) { return at(p[0], 45, 0); });
    g.rule("ClockMinute", "零? Num", [](const Parts& p) -> MaybeValue {
        if (p[1].number > 59 || p[1].digits > 2) return std::nullopt;
        return p[1];
    });
    g.rule("Clock", "ClockHour ClockMinute 分?", [at](const Parts& p) { return at(p[0], p[1].number, 0); });
    g.rule("Clock", "ClockHour ClockMinute 分 ClockMinute 秒?",
           [at](const Parts& p) { return at(p[0], p[1].number, p[3].number); });
    // A part of the day settles the hour, also of the end of a range.
    g.rule("PartClock", "DayPart 的? Clock|BareHour", [](const Parts& p) { return withDayPart(p[2], p[0]); });
    g.rule(
        "ClockRange", "From? DayPart AnyClock To AnyClock",
        [](const Parts& p) -> MaybeValue {
            const auto from = withDayPart(p[2], p[1]);
            if (!from) return std::nullopt;
            return clockRange(*from, p[4]);
        },
        3);
    g.rule(
        "ClockRange", "From? DayPart AnyClock To DayPart Clock",
        [](const Parts& p) -> MaybeValue {
            const auto from = withDayPart(p[2], p[1]);
            const auto to = withDayPart(p[5], p[4]);
            if (!from || !to) return std::nullopt;
            return clockRange(*from, *to);
        },
        3);
    g.rule("DateTime", "Date 的? PartClock|Clock",
           [](const Parts& p) { return dayWithTime(p[0], p[2], TimeType::DateTime); });
    g.rule(
        "DateTime", "TodayPart Clock",
        [](const Parts& p) -> MaybeValue {
            const auto clock = withDayPart(p[1], p[0]);
            if (!clock) return std::nullopt;
            return dayWithTime(oneDay(p.context.today + p[0].number), *clock, TimeType::DateTime);
        },
        1);
    g.rule("SetBase", "每 Weekday", [](const Parts& p) -> MaybeValue {
        Recurrence recurrence;
        recurrence.frequency = Frequency::Weekly;
        recurrence.days = {{asInt(p[1].number), 0}};
        Value value;
        value.type = TimeType::Set;
        value.recurrence = recurrence;
        return value;
    });
    g.rule("SetBase", "每 个? WeekChar WeekdaySuffix", [](const Parts& p) -> MaybeValue {
        Recurrence recurrence;
        recurrence.frequency = Frequency::Weekly;
        recurrence.days = {{asInt(p[3].number), 0}};
        Value value;
        value.type = TimeType::Set;
        value.recurrence = recurrence;
        return value;
    });
    g.rule("Set", "SetBase DayPart? Clock|PartClock", [](const Parts& p) -> MaybeValue {
        Value value = p[0];
        const auto clock = p.has(1) ? withDayPart(p[2], p[1]) : MaybeValue(p[2]);
        if (!clock || !value.recurrence) return std::nullopt;
        value.recurrence->secondOfDay = asInt(clock->front().start);
        value.readings = clock->readings;
        value.hour = clock->hour;
        value.halfDayKnown = clock->halfDayKnown;
        return value;
    });
}

bool isOtherInChinese(const std::vector<Token>& tokens, std::size_t begin, std::size_t end, TimeType type) {
    const Token& first = tokens[begin];
    const Token& last = tokens[end - 1];
    if (type == TimeType::Date && end - begin == 2 && last.text == "号") return true;
    if (type == TimeType::Duration && (last.text == "分" || first.text == "半")) return end - begin < 3;
    if (type == TimeType::TimeRange && end == begin + 1) return true;
    if (end < tokens.size() && tokens[end].text == "岁") return true;
    if (type == TimeType::DateRange && last.text == "间" && end - begin < 4) return true;
    // "2018年" inside a longer word such as 年级.
    const bool more = end < tokens.size() && !tokens[end].spaceBefore;
    if (more && last.text == "年" && (tokens[end].text == "级" || tokens[end].text == "龄")) return true;
    return false;
}

}  // namespace

const Grammar& chineseGrammar() {
    static const Grammar* const grammar = [] {
        auto* g = new Grammar;
        addNumbers(*g);
        addNames(*g);
        addHolidays(*g);
        addSmallWords(*g);
        addSharedRules(*g, {.monthFirst = true, .decimalComma = false});
        addChineseDates(*g);
        addChineseRanges(*g);
        addChineseClocks(*g);
        g->words("None", "今日头条|一天天|有一天|天天向上");
        // What the shared rules ask for beyond that belongs to other word orders.
        for (const std::string& name : g->unmadeCategories()) g->unused(name);
        g->finish();
        return g;
    }();
    return *grammar;
}

LanguageRules chineseRules() {
    return {chineseGrammar(), isOtherInChinese, true};
}

}  // namespace hearth::agent::datetime

// German words for dates and times, and the rules that only German has.
#include <array>

#include "../calendar.h"
#include "../language.h"
#include "../lexicon.h"
#include "../rules.h"

namespace hearth::agent::datetime {
namespace {

constexpr std::array<std::string_view, 20> kOnes = {
    "null",     "ein",      "zwei",     "drei",     "vier",     "fünf",    "sechs",
    "sieben",   "acht",     "neun",     "zehn",     "elf",      "zwölf",   "dreizehn",
    "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"};
constexpr std::array<std::string_view, 10> kTens = {"",        "",        "zwanzig", "dreißig", "vierzig",
                                                    "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"};

std::string cardinal(int n) {
    if (n < 20) return std::string(kOnes[static_cast<std::size_t>(n)]);
    const std::string tens(kTens[static_cast<std::size_t>(n / 10)]);
    return n % 10 == 0 ? tens : std::string(kOnes[static_cast<std::size_t>(n % 10)]) + "und" + tens;
}

std::string ordinalStem(int n) {
    if (n == 1) return "erst";
    if (n == 3) return "dritt";
    if (n == 7) return "siebt";
    if (n == 8) return "acht";
    return cardinal(n) + (n < 20 ? "t" : "st");
}

// A stem with every ending that it takes: nächste, nächster, nächsten, ...
std::string inflected(std::string_view stem) {
    std::string words;
    for (const char* ending : {"e", "er", "es", "en", "em"}) {
        if (!words.empty()) words += '|';
        words += std::string(stem) + ending;
    }
    return words;
}

std::string inflectedAll(std::initializer_list<std::string_view> stems) {
    std::string words;
    for (const std::string_view stem : stems) words += (words.empty() ? "" : "|") + inflected(stem);
    return words;
}

void addNumbers(Grammar& g) {
    for (int n = 1; n <= 9; ++n) g.words("N1", cardinal(n), n);
    g.words("N1", "eins|eine|einen|einem|einer|eines", 1);
    g.words("N1", "zwo", 2);
    for (int n = 10; n <= 19; ++n) g.words("Teen", cardinal(n), n);
    for (int n = 20; n <= 99; ++n) g.words("Teen", cardinal(n), n);
    for (int n = 1; n <= 31; ++n) g.words("OrdWord", inflected(ordinalStem(n)), n);
    g.words("OrdSuffix", ".");
    // Years in words.
    for (int year = 1900; year <= 2099; ++year) {
        const int rest = year % 100;
        const std::string tail = rest == 0 ? "" : cardinal(rest) + (rest == 1 ? "s" : "");
        Value value;
        value.number = year;
        value.year = year;
        g.words("YearWord", (year < 2000 ? "neunzehnhundert" : "zweitausend") + tail, value);
        if (year > 2000 && rest != 0) g.words("YearWord", "zweitausendund" + tail, value);
    }
    g.words("Hundred", "hundert");
    g.words("Thousand", "tausend");
    g.words("FewWord", "ein paar|paar|einige|mehrere|wenige", 3);
    g.words("OneWord", "ein|eine|einen|einer|einem|eines");
    g.words("AnotherWord",
            "noch ein|noch eine|noch einen|weitere|weiteren|weiterer|einen anderen|ein anderer");
    g.words("HalfWord", "halb|halbe|halben|halber|halbes");
    g.words("QuarterWord", "viertel");
    g.words("AllWord", "den ganzen|die ganze|das ganze|ganze|ganzen|ganzer|ganzes|alle");
    g.words("LastWord", inflected("letzt"));
    g.words("Nth", inflected("letzt"), -1);
    g.words("MoreThan", "mehr als|länger als|über|mindestens", 1);
    g.words("MoreThan", "weniger als|kürzer als|unter|höchstens", -1);
    g.words("GreaterThan", "später als|größer als");
    g.words("LessThan", "früher als|kleiner als");
}

void addNames(Grammar& g) {
    numberedWords(
        g, "Month",
        {"januar|jänner|jan|jan.", "februar|feber|feb|feb.", "märz|mär|mär.|mrz|mrz.", "april|apr|apr.",
         "mai", "juni|jun|jun.", "juli|jul|jul.", "august|aug|aug.", "september|sep|sep.|sept|sept.",
         "oktober|okt|okt.", "november|nov|nov.", "dezember|dez|dez."});
    numberedWords(g, "Weekday",
                  {"montag|mo|mo.|montagen", "dienstag|di|di.", "mittwoch|mi|mi.", "donnerstag|do|do.",
                   "freitag|fr|fr.", "samstag|sa|sa.|sonnabend", "sonntag|so."});
    numberedWords(
        g, "Weekdays",
        {"montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags|sonnabends", "sonntags"});
    g.words("DayWord", "heute|heut|den heutigen tag|heutigen tag", 0);
    g.words("DayWord", "morgen|am nächsten tag|der nächste tag|am folgenden tag|am tag darauf", 1);
    g.words("DayWord", "übermorgen", 2);
    g.words("DayWord", "überübermorgen", 3);
    g.words("DayWord", "gestern|am tag davor|am vortag", -1);
    g.words("DayWord", "vorgestern", -2);
    g.words("DayWord", "vorvorgestern", -3);
    g.words("Unit", "tag|tage|tagen|tages|tags|nacht|nächte|nächten|d", unitValue(Unit::Days));
    g.words("Unit", "woche|wochen", unitValue(Unit::Week));
    g.words("Unit", "wochenende|wochenenden|wochenendes", unitValue(Unit::Weekend));
    g.words("Unit", "monat|monate|monaten|monats", unitValue(Unit::Month));
    g.words("Unit", "quartal|quartale|quartals|quartalen", unitValue(Unit::Quarter));
    g.words("Unit", "jahr|jahre|jahren|jahres", unitValue(Unit::Year));
    g.words("Unit", "jahrzehnt|jahrzehnte|jahrzehnten|jahrzehnts|dekade|dekaden", unitValue(Unit::Decade));
    g.words("Unit", "jahrhundert|jahrhunderte|jahrhunderten|jahrhunderts", unitValue(Unit::Century));
    g.words("Unit",
            "arbeitstag|arbeitstage|arbeitstagen|werktag|werktage|werktagen|geschäftstag|geschäftstage",
            unitValue(Unit::BusinessDay));
    g.words("WorkWeek", "arbeitswoche", unitValue(Unit::BusinessDay));
    g.words("ClockUnit", "stunde|stunden|std|std.|h", unitValue(Unit::Hour));
    g.words("ClockUnit", "minute|minuten|min|min.", unitValue(Unit::Minute));
    g.words("ClockUnit", "sekunde|sekunden|sek|sek.", unitValue(Unit::Second));
    g.words("DayNoun", "tag|tages|tags");
    g.words("WeekNoun", "woche|kalenderwoche|kw");
    g.words("WeekendNoun", "wochenende");
    g.words("MonthNoun", "monat|monats", unitValue(Unit::Month));
    g.words("YearNoun", "jahr|jahres|jahre", unitValue(Unit::Year));
    g.words("MinuteNoun", "minuten|minute|min");
    g.words("DayPart", "morgen|morgens|vormittag|vormittags|früh", dayPart(8, 12));
    g.words("DayPart", "frühmorgen|frühmorgens", dayPart(8, 10));
    g.words("DayPart", "nachmittag|nachmittags", dayPart(12, 16));
    g.words("DayPart", "spätnachmittag|spätnachmittags|späten nachmittag", dayPart(14, 16));
    g.words("DayPart", "abend|abends", dayPart(16, 20));
    g.words("DayPart", "spätabend|spätabends|späten abend", dayPart(18, 20));
    g.words("DayPart", "nacht|nachts", dayPart(20, 24));
    g.words("DayPart", "tagsüber|geschäftszeit|geschäftszeiten|bürozeiten", dayPart(8, 18));
    g.words("Meal", "frühstück|frühstückszeit", dayPart(8, 12));
    g.words("Meal", "mittagessen|mittag|mittags|mittagszeit|mittagspause", dayPart(11, 13));
    g.words("Meal", "abendessen|abendbrot", dayPart(16, 20));
    g.words("TodayPart", "heute abend|heut abend", partOfToday(0, 16, 20));
    g.words("TodayPart", "heute nacht|heut nacht", partOfToday(0, 20, 24));
    g.words("TodayPart", "heute morgen|heute früh|heute vormittag", partOfToday(0, 8, 12));
    g.words("TodayPart", "heute nachmittag", partOfToday(0, 12, 16));
    g.words("TodayPart", "morgen früh|morgen vormittag", partOfToday(1, 8, 12));
    g.words("NamedClock", "mittag|zwölf uhr mittags|12 uhr mittags|mittags", 12);
    g.words("NamedClock", "mitternacht|12 uhr nachts|zwölf uhr nachts", 0);
    numberedWords(g, "Quarter",
                  {"q1|erstes quartal|erste quartal|ersten quartal|1. quartal",
                   "q2|zweites quartal|zweite quartal|zweiten quartal|2. quartal",
                   "q3|drittes quartal|dritte quartal|dritten quartal|3. quartal",
                   "q4|viertes quartal|vierte quartal|vierten quartal|4. quartal"});
    numberedWords(g, "HalfYear",
                  {"h1|erste hälfte|ersten hälfte|erstes halbjahr|ersten halbjahr|erste halbjahr",
                   "h2|zweite hälfte|zweiten hälfte|zweites halbjahr|zweiten halbjahr|zweite halbjahr"});
    numberedWords(
        g, "DecadeWord",
        {"zwanziger|zwanziger jahre|zwanziger jahren", "dreißiger|dreißiger jahre|dreißiger jahren",
         "vierziger|vierziger jahre|vierziger jahren", "fünfziger|fünfziger jahre|fünfziger jahren",
         "sechziger|sechziger jahre|sechziger jahren", "siebziger|siebziger jahre|siebziger jahren",
         "achtziger|achtziger jahre|achtziger jahren", "neunziger|neunziger jahre|neunziger jahren"},
        20, 10);
    g.words("DecadeEnd", "er|er jahre|er jahren");
    g.words("Season", "sommer|winter|frühling|herbst|frühjahr|schuljahr|geschäftsjahr");
}

void addHolidays(Grammar& g) {
    const auto day = [&](const char* names, HolidayId id) { g.words("Holiday", names, id); };
    day("neujahr|neujahrstag|neujahrstages", kNewYear);
    day("silvester|sylvester|silvesterabend", kNewYearsEve);
    day("heilige drei könige|heilige drei könig|dreikönigstag|heiligen drei könige", kEpiphany);
    day("mariä lichtmess|lichtmess", kMariaLichtmess);
    day("valentinstag", kValentine);
    day("frauentag|weltfrauentag|internationaler frauentag", kWomensDay);
    day("josefstag|josefitag", kStJoseph);
    day("tag der arbeit|maifeiertag|erster mai", kLabourDay);
    day("unabhängigkeitstag", kUsIndependence);
    day("tag der deutschen einheit|deutsche einheit", kGermanUnity);
    day("reformationstag", kReformation);
    day("halloween", kHalloween);
    day("allerheiligen", kAllSaints);
    day("allerseelen", kAllSouls);
    day("martinstag|sankt martin|st. martin", kStMartin);
    day("nikolaus|nikolaustag", kStNicholas);
    day("barbaratag", kStBarbara);
    day("heiligabend|heiliger abend|heilig abend|weihnachtsabend", kChristmasEve);
    day("weihnachten|weihnachtstag|erster weihnachtstag|erster weihnachtsfeiertag|1. weihnachtstag|1. "
        "weihnachtsfeiertag|weihnachtsfeiertag",
        kChristmas);
    day("zweiter weihnachtstag|zweiter weihnachtsfeiertag|2. weihnachtstag|2. "
        "weihnachtsfeiertag|stephanstag|stefanitag",
        kBoxingDay);
    day("ostern|ostersonntag", kEaster);
    day("ostermontag", kEasterMonday);
    day("karfreitag", kGoodFriday);
    day("gründonnerstag", kMaundyThursday);
    day("palmsonntag", kPalmSunday);
    day("aschermittwoch", kAshWednesday);
    day("rosenmontag", kRoseMonday);
    day("faschingsdienstag|fastnacht|fasching|karneval", kCarnivalTuesday);
    day("christi himmelfahrt|himmelfahrt|himmelfahrtstag|vatertag", kAscension);
    day("pfingsten|pfingstsonntag", kPentecost);
    day("pfingstmontag", kWhitMonday);
    day("fronleichnam", kCorpusChristi);
    day("mariä himmelfahrt", kAssumption);
    day("mariä empfängnis", kImmaculate);
    day("muttertag", kGermanMothersDay);
    day("weltkindertag|kindertag|internationaler kindertag", kChildrensDay);
    day("johannistag|johanni", kStJohn);
    day("peter und paul", kPeterPaul);
    day("frühlingsanfang", kSpringStart);
    day("sommeranfang", kSummerStart);
    day("herbstanfang", kAutumnStart);
    day("winteranfang", kWinterStart);
    day("ewigkeitssonntag|totensonntag", kTotensonntag);
    day("buß- und bettag|buß und bettag", kBussUndBettag);
    day("erster advent|1. advent|1. adventssonntag", kAdvent1);
    day("zweiter advent|2. advent", kAdvent2);
    day("dritter advent|3. advent", kAdvent3);
    day("vierter advent|4. advent", kAdvent4);
    day("thanksgiving|erntedankfest", kThanksgiving);
    day("black friday", kBlackFriday);
    day("aprilscherztag", kAprilFools);
    day("tag der erde", kEarthDay);
    day("st. patrick's day|st patricks day|st. patricks day", kStPatrick);
}

void addSmallWords(Grammar& g) {
    g.words("The", "der|die|das|den|dem|des");
    g.words("DateThe", "der|die|das|den|dem|des");
    g.words("NthThe", "der|die|das|den|dem|des");
    g.words("Of", "im|in|des|der|vom|von|in der|in dem|aus dem");
    g.words("OfOnly", "des|der|von|vom|dieses|im");
    g.words("In", "im|in|in der|in dem");
    g.words("On", "am|an|dem|den|der|vom|auf");
    g.words("At", "um|gegen|ab");
    g.words("For", "für");
    g.words("And", "und");
    g.words("Comma", ",");
    g.words("Apostrophe", "'");
    g.words("From", "von|vom|ab|seit|von der|von dem");
    g.words("Between", "zwischen|zwischen dem|zwischen den");
    g.words("To", "bis|-|~|bis zum|bis zur|bis um|bis an|zum");
    g.words("ToWord", "bis");
    g.words("Before", "vor|vor dem|vor der|vor den|spätestens|spätestens am|nicht später als|bis spätestens");
    g.words("After", "nach|nach dem|nach der|nach den|später als");
    g.words("Since",
            "seit|seit dem|seit der|ab|ab dem|ab der|frühestens|frühestens am|beginnend "
            "am|beginnend|angefangen|seit den");
    g.words("Until", "bis|bis zum|bis zur|bis in|bis ins");
    g.words("UntilIncluding", "bis einschließlich|bis inklusive");
    g.words("AgoPre", "vor");
    g.words("AgoWord", "zuvor|her|früher");
    g.words("Later", "später|danach|nachher");
    g.words("FromNow", "ab jetzt|von jetzt|von jetzt an|ab heute");
    g.words("InSpan", "in|nach");
    g.words("FromDate", "ab|von|vom");
    g.words("AfterDate", "nach|nach dem");
    g.words("BeforeDate", "vor|vor dem");
    g.words("StartingFrom", "beginnend am|beginnend ab|beginnend|ab|ab dem|angefangen");
    g.words("FromDay", "ab|von");
    g.words("Within", "innerhalb|innerhalb von|binnen|innerhalb der|in den|im laufe der");
    g.words("OrLater", "oder später|und später|oder danach|und danach");
    g.words("OrEarlier", "oder früher|und früher|oder davor|und davor");
    g.words("FirstsWord", "ersten|erste");
    g.words("LastsWord", "letzten|letzte");
    g.words("Every", "jeden|jede|jedes|jeder|alle|immer");
    g.words("Times", "einmal|ein mal", 1);
    g.words("Per", "pro|am|in der|im|je");
    g.words("This", inflected("dies"), 0);
    g.words("Next", inflected("nächst"), 1);
    g.words("Rel", inflectedAll({"dies", "aktuell", "jetzig", "laufend", "selb"}), 0);
    g.words("Rel", inflectedAll({"nächst", "kommend", "folgend"}), 1);
    g.words("Rel", inflectedAll({"letzt", "vergangen", "vorig", "vorherig", "vorangegangen"}), -1);
    g.words("Rel", inflectedAll({"übernächst"}), 2);
    g.words("Rel", inflectedAll({"vorletzt", "vorvergangen"}), -2);
    g.words("RunRel", inflectedAll({"nächst", "kommend", "folgend"}), 1);
    g.words("RunRel", inflectedAll({"letzt", "vergangen", "vorig", "vorherig"}), -1);
    g.words("HalfDay", "am|a.m.", 0);
    g.words("HalfDay", "pm|p.m.", 1);
    g.words("Oclock", "uhr");
    g.words("Fraction", "viertel|dem viertel", 15);
    g.words("Past", "nach");
    g.words("ToHour", "vor");
    g.words("Around", "gegen|ungefähr um|circa|ca.|ca|etwa um|ungefähr|etwa|um etwa|um ca.|so um|rund um");
    g.words("InMeal", "zum|beim|zur|am");
    g.words("InThePart", "am|in der|im|gegen|zum|zur|während der");
    g.words("Early", inflectedAll({"früh"}) + "|anfang", 0);
    g.words("Mid", "mitte|mitte von", 1);
    g.words("Late", inflectedAll({"spät"}) + "|ende", 2);
    g.words("EarlierWord", "früher");
    g.words("LaterWord", "später", 1);
    g.words("ShareOf", "anfang|beginn|zu beginn|zu anfang", 0);
    g.words("ShareOf", "mitte", 1);
    g.words("ShareOf", "ende", 2);
    g.words("PartOf", "früh|früher", 0);
    g.words("PartOf", "spät|später", 2);
    g.words("RestOf", "rest|den rest|der rest|restlichen|rest von");
    g.words("NowDate", "jetzt|heute|dato");
    g.words("Now",
            "jetzt|gerade|im moment|momentan|derzeit|sofort|im augenblick|aktuell|zurzeit|zur "
            "zeit|aktuelle|so schnell wie möglich|gerade eben|nun");
    g.words("WeekBegin", "beginnend|beginnend mit|ab");
    g.words("InTheDay", "am tag|am tage|im laufe des tages");
    g.words("DayEnd", "ende|am ende", 1);
    g.words("DayEndWord", "ende des tages|am ende des tages|tagesende|feierabend");
    g.words("DecadePre", "jahrzehnt");
    g.unused(
        "CenturyNoun|IsoBefore|Tens|Zero|OtherWord|RelPost|Coming|ComingPost|RunPost|NthPost|MonthNum|"
        "WeekCommencing|ToDate|"
        "UnitLetter|DayParts");
}

void addSets(Grammar& g) {
    repeatingWords(g, "täglich|tagtäglich|jeden tag|alltäglich", Frequency::Daily, 1);
    repeatingWords(g, "wöchentlich", Frequency::Weekly, 1);
    repeatingWords(g, "zweiwöchentlich|vierzehntägig|14-tägig|alle zwei wochen|alle 2 wochen",
                   Frequency::Weekly, 2);
    repeatingWords(g, "monatlich", Frequency::Monthly, 1);
    repeatingWords(g, "vierteljährlich|quartalsweise", Frequency::Monthly, 3);
    repeatingWords(g, "halbjährlich", Frequency::Monthly, 6);
    repeatingWords(g, "jährlich|alljährlich", Frequency::Yearly, 1);
    repeatingWords(g, "stündlich", Frequency::Hourly, 1);
    repeatingWords(g,
                   "werktags|wochentags|jeden werktag|jeden wochentag|an werktagen|an wochentagen|unter der "
                   "woche jeden tag",
                   Frequency::Weekly, 1, workdays());
    repeatingWords(g, "jedes wochenende|an wochenenden", Frequency::Weekly, 1, weekendDays());
}

void addGermanClocks(Grammar& g) {
    const auto shifted = [](std::size_t hour, int minutes) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            const int before = (p[hour].hour + 23) % 24;
            if (p[hour].hour < 0 || p[hour].minute != 0) return std::nullopt;
            return clockTime(before == 0 ? 12 : before, minutes, 0, false);
        };
    };
    // "halb acht" is 7:30, "viertel acht" 7:15.
    g.rule("Clock", "halb BareHour Oclock?", shifted(1, 30));
    g.rule("Clock", "viertel BareHour Oclock?", shifted(1, 15));
    g.rule("Clock", "dreiviertel BareHour Oclock?", shifted(1, 45));
    g.rule("Clock", "Minutes vor halb BareHour", [shifted](const Parts& p) -> MaybeValue {
        if (p[0].number >= 30) return std::nullopt;
        return shifted(3, static_cast<int>(30 - p[0].number))(p);
    });
    g.rule("Clock", "Minutes nach halb BareHour", [shifted](const Parts& p) -> MaybeValue {
        if (p[0].number >= 30) return std::nullopt;
        return shifted(3, static_cast<int>(30 + p[0].number))(p);
    });
    const auto withMinutes = [](std::size_t minutes) -> Meaning {
        return [=](const Parts& p) {
            return clockTime(p[0].hour, static_cast<int>(p[minutes].number), 0, false);
        };
    };
    g.rule("Clock", "BareHour uhr und? Minutes MinuteNoun?", withMinutes(3));
    g.rule("Clock", "Digits _. _Digits uhr", [](const Parts& p) -> MaybeValue {
        if (p[0].digits > 2 || p[2].digits != 2) return std::nullopt;
        return clockTime(static_cast<int>(p[0].number), static_cast<int>(p[2].number), 0, false);
    });
    g.rule("Clock", "BareHour _h", [](const Parts& p) -> MaybeValue { return p[0]; });
    g.rule("Time", "^um BareHour", [](const Parts& p) -> MaybeValue { return p[1]; });
}

void addGermanDates(Grammar& g) {
    // The day and the month both by number: "den siebten vierten".
    const auto twoOrdinals = [](std::size_t day, std::size_t month, std::size_t year) -> Meaning {
        return [=](const Parts& p) {
            return monthDay(p.context, static_cast<int>(p[month].number), static_cast<int>(p[day].number),
                            p.has(year) ? p[year].year : 0);
        };
    };
    g.rule("Date", "Dow ,? The? DayOrd Ord LongYear?", twoOrdinals(3, 4, 5), 1);
    g.rule("Ymd", "DayOrd Ord LongYear", twoOrdinals(0, 1, 2));
    g.rule("Date", "Digits _. _Digits .", [](const Parts& p) -> MaybeValue {
        if (p[0].digits > 2 || p[2].digits > 2) return std::nullopt;
        return monthDay(p.context, static_cast<int>(p[2].number), static_cast<int>(p[0].number));
    });
    g.rule("Ymd", "Md Of YearNoun LongYear",
           [](const Parts& p) { return monthDay(p.context, p[0].month, p[0].day, p[3].year); });
    g.rule("MonthNode", "Month Of YearNoun LongYear",
           [](const Parts& p) { return monthRange(p.context, static_cast<int>(p[0].number), p[3].year); });
    g.rule("DateRange", "am|an? WeekendNoun",
           [](const Parts& p) { return period(Unit::Weekend, p.context.today, 0); });
    g.rule("DateRange", "unter der woche",
           [](const Parts& p) { return period(Unit::BusinessDay, p.context.today, 0); });
    g.rule("RelPeriod", "Rel WorkWeek", [](const Parts& p) {
        return period(Unit::BusinessDay, p.context.today, static_cast<int>(p[0].number));
    });
    g.rule("DateRange", "The? NthWeek", [](const Parts& p) -> MaybeValue { return p[1]; });
    // "dieses Jahr früh", "dieses Jahr später"
    g.rule("DateRange", "RelPeriod früh|anfangs", [](const Parts& p) { return shareOf(p[0], Share::Early); });
    g.rule("DateRange", "RelPeriod später|spät", [](const Parts& p) { return shareOf(p[0], Share::Late); });
    const auto beside = [](int days) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            const auto day = futureDay(p[5], p.context.today);
            if (!day) return std::nullopt;
            return oneDay(*day + days);
        };
    };
    g.rule("AgoDate", "an? The? tag nach The? AnyDate", beside(1));
    g.rule("AgoDate", "an? The? tag vor The? AnyDate", beside(-1));
    g.rule("DateTimeRange", "Span vor", [](const Parts& p) -> MaybeValue {
        if (!p[0].span.hasClock()) return std::nullopt;
        return runOf(p.context, p[0].span, Unit::Hour, 1, -1);
    });
    g.rule("AnySet", "Every zweiten|zweite|zweites Weekday|AnyUnit", [](const Parts& p) -> MaybeValue {
        Recurrence recurrence;
        recurrence.interval = 2;
        recurrence.frequency = p[2].unit == Unit::Days    ? Frequency::Daily
                               : p[2].unit == Unit::Month ? Frequency::Monthly
                               : p[2].unit == Unit::Year  ? Frequency::Yearly
                                                          : Frequency::Weekly;
        if (p[2].unit == Unit::None) recurrence.days = {{static_cast<int>(p[2].number), 0}};
        Value value;
        value.type = TimeType::Set;
        value.recurrence = recurrence;
        return value;
    });
}

void addGermanLengths(Grammar& g) {
    const auto fixed = [&](const char* pattern, double count, Unit unit) {
        g.rule("Plain", pattern, [count, unit](const Parts&) -> MaybeValue {
            Value value;
            value.type = TimeType::Duration;
            value.unit = unit;
            value.real = count;
            value.span.add(count, unit);
            return value;
        });
    };
    fixed("OneWord? viertelstunde", 0.25, Unit::Hour);
    fixed("OneWord? dreiviertelstunde", 0.75, Unit::Hour);
    fixed("OneWord? halbstunde", 0.5, Unit::Hour);
    fixed("OneWord? halbjahr", 0.5, Unit::Year);
    const char* const halves[] = {"anderthalb|eineinhalb", "zweieinhalb", "dreieinhalb", "viereinhalb",
                                  "fünfeinhalb"};
    double count = 1.5;
    for (const char* words : halves) {
        Value value;
        value.real = count;
        g.words("HalfCount", words, value);
        count += 1;
    }
    g.same("Real", "HalfCount");
}

// Days of the week and parts of the day that are written as one word: Montagnachmittag.
std::vector<std::size_t> splitGerman(std::string_view word) {
    if (word.size() < 8 || word.size() > 40) return {};
    for (const std::string_view day :
         {"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag"}) {
        if (!word.starts_with(day) || word.size() == day.size()) continue;
        std::string_view rest = word.substr(day.size());
        for (const std::string_view part :
             {"morgen", "früh", "vormittag", "mittag", "nachmittag", "abend", "nacht", "spät", "morgens"}) {
            if (rest.starts_with(part)) return {day.size(), rest.size()};
        }
    }
    return {};
}

bool isOneOf(const Token& token, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
        if (token.text == word) return true;
    }
    return false;
}

bool isOtherInGerman(const std::vector<Token>& tokens, std::size_t begin, std::size_t end, TimeType type) {
    const Token& first = tokens[begin];
    const bool single = end == begin + 1;
    static const Token kNothing{};
    const Token& before = begin > 0 ? tokens[begin - 1] : kNothing;
    if (single && isOneOf(first, {"mo", "di", "mi", "do", "fr", "sa"})) return true;
    if (single && isOneOf(first, {"morgen", "abend"}) && isOneOf(before, {"guten", "gute", "schönen"}))
        return true;
    if (single && isOneOf(first, {"nacht", "tag", "früh"}) && type == TimeType::TimeRange) return true;
    if (single && isOneOf(first, {"mittag"})) return true;
    if (single && first.text == "morgen" && type == TimeType::TimeRange) return true;
    const bool digitsAfter = end < tokens.size() && tokens[end].kind == Token::Kind::Digits;
    if (digitsAfter && isOneOf(tokens[end - 1], {"jahr", "jahres"}) && type == TimeType::DateRange)
        return true;
    return false;
}

}  // namespace

const Grammar& germanGrammar() {
    static const Grammar* const grammar = [] {
        auto* g = new Grammar(Spelling{splitGerman, false});
        addNumbers(*g);
        addNames(*g);
        addHolidays(*g);
        addSmallWords(*g);
        addSets(*g);
        addSharedRules(*g, {.monthFirst = false, .decimalComma = true});
        addGermanClocks(*g);
        addGermanDates(*g);
        addGermanLengths(*g);
        for (const char* saying : {"guten morgen", "guten abend", "gute nacht", "guten tag", "schönen abend",
                                   "eines tages", "so"}) {
            g->words("None", saying);
        }
        g->finish();
        return g;
    }();
    return *grammar;
}

LanguageRules germanRules() {
    return {germanGrammar(), isOtherInGerman, false};
}

}  // namespace hearth::agent::datetime

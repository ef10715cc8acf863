// French words for dates and times, and the rules that only French has.
#include <array>

#include "../calendar.h"
#include "../language.h"
#include "../lexicon.h"
#include "../rules.h"

namespace hearth::agent::datetime {
namespace {

constexpr std::array<std::string_view, 17> kOnes = {"zéro",  "un",     "deux",     "trois",  "quatre", "cinq",
                                                    "six",   "sept",   "huit",     "neuf",   "dix",    "onze",
                                                    "douze", "treize", "quatorze", "quinze", "seize"};

// 1..99 in words, with hyphens; the words without them are added beside.
std::string cardinal(int n) {
    if (n <= 16) return std::string(kOnes[static_cast<std::size_t>(n)]);
    if (n < 20) return "dix-" + cardinal(n - 10);
    static constexpr std::array<std::string_view, 5> kTens = {"vingt", "trente", "quarante", "cinquante",
                                                              "soixante"};
    if (n < 70) {
        const std::string tens(kTens[static_cast<std::size_t>(n / 10 - 2)]);
        if (n % 10 == 0) return tens;
        return n % 10 == 1 ? tens + " et un" : tens + "-" + cardinal(n % 10);
    }
    if (n < 80) return n == 71 ? "soixante et onze" : "soixante-" + cardinal(n - 60);
    return n == 80 ? "quatre-vingts" : "quatre-vingt-" + cardinal(n - 80);
}

std::string withoutHyphens(std::string words) {
    for (char& c : words) {
        if (c == '-') c = ' ';
    }
    return words;
}

void addNumbers(Grammar& g) {
    for (int n = 1; n <= 99; ++n) {
        const std::string words = cardinal(n);
        const char* category = n <= 9 ? "N1" : "Teen";
        g.words(category, words, n);
        if (words.find('-') != std::string::npos) g.words(category, withoutHyphens(words), n);
        if (words.find(" et un") != std::string::npos) g.words(category, words + "e", n);
    }
    g.words("N1", "une", 1);
    g.words("Teen", "quatre-vingt", 80);
    numberedWords(g, "OrdWord",
                  {"premier|première|1er|1ère|1ere",
                   "deuxième|second|seconde|2e|2ème|2nd|2nde",
                   "troisième",
                   "quatrième",
                   "cinquième",
                   "sixième",
                   "septième",
                   "huitième",
                   "neuvième",
                   "dixième",
                   "onzième",
                   "douzième",
                   "treizième",
                   "quatorzième",
                   "quinzième",
                   "seizième",
                   "dix-septième",
                   "dix-huitième",
                   "dix-neuvième",
                   "vingtième"});
    numberedWords(g, "OrdWord",
                  {"vingt et unième|vingt-et-unième", "vingt-deuxième", "vingt-troisième", "vingt-quatrième",
                   "vingt-cinquième", "vingt-sixième", "vingt-septième", "vingt-huitième", "vingt-neuvième",
                   "trentième", "trente et unième"},
                  21);
    g.words("OrdSuffix", "er|ère|e|ème|eme|nd|nde");
    g.words("Hundred", "cent|cents");
    g.words("Thousand", "mille|mil");
    g.words("FewWord", "quelques|quel ques|plusieurs|quelque", 3);
    g.words("OneWord", "un|une");
    g.words("AnotherWord", "un autre|une autre|encore un|encore une");
    g.words("HalfWord", "demi|demie|une demi|une demie");
    g.words("QuarterWord", "quart|un quart");
    g.words("AllWord", "tout le|toute la|toute le|tout|toute");
    g.words("LastWord", "dernier|dernière");
    g.words("Nth", "dernier|dernière", -1);
    g.words("MoreThan", "plus de|plus d'|au moins", 1);
    g.words("MoreThan", "moins de|moins d'|au plus", -1);
    g.words("GreaterThan", "supérieure à|supérieur à|plus grande que|plus tard que");
    g.words("LessThan", "inférieure à|inférieur à|plus tôt que");
    const auto year = [](std::int64_t number) -> MaybeValue {
        if (number < 1500 || number > 2199) return std::nullopt;
        Value value;
        value.number = number;
        value.year = static_cast<int>(number);
        return value;
    };
    g.rule("YearWord", "deux mille And? Word99?",
           [year](const Parts& p) { return year(2000 + p[3].number); });
    g.rule("YearWord", "mille|mil neuf cent|cents Word99?",
           [year](const Parts& p) { return year(1900 + p[3].number); });
    g.rule("YearWord", "à? Teen Word99", [year](const Parts& p) -> MaybeValue {
        return p[1].number >= 15 && p[1].number <= 20 && p[2].number >= 10
                   ? year(p[1].number * 100 + p[2].number)
                   : std::nullopt;
    });
}

void addNames(Grammar& g) {
    numberedWords(
        g, "Month",
        {"janvier|janv|janv.|jan|jan.", "février|févr|févr.|fév|fév.", "mars|mar.", "avril|avr|avr.", "mai",
         "juin|jun", "juillet|juil|juil.|jul", "août|aoû|aoû.", "septembre|sept|sept.|sep|sep.",
         "octobre|oct|oct.", "novembre|nov|nov.", "décembre|déc|déc."});
    numberedWords(g, "Weekday",
                  {"lundi|lun|lun.", "mardi|mar", "mercredi|mer|mer.", "jeudi|jeu|jeu.", "vendredi|ven|ven.",
                   "samedi|sam|sam.", "dimanche|dim|dim."});
    numberedWords(g, "Weekdays",
                  {"lundis", "mardis", "mercredis", "jeudis", "vendredis", "samedis", "dimanches"});
    g.words("DayWord", "aujourd'hui|aujourdhui|ce jour|la journée|le jour|jour", 0);
    g.words("DayWord", "demain|lendemain|le lendemain|le jour suivant|jour suivant|le jour d'après", 1);
    g.words("DayWord", "après-demain|après demain|le surlendemain|surlendemain", 2);
    g.words("DayWord", "hier|la veille|le jour d'avant|le jour précédent|jour précédent|le dernier jour", -1);
    g.words("DayWord", "avant-hier|avant hier|l'avant-veille", -2);
    g.words("Unit", "jour|jours|journée|journées|nuit|nuits|j", unitValue(Unit::Days));
    g.words("Unit",
            "journées de travail|journée de travail|jours ouvrables|jour ouvrable|jours ouvrés|jour "
            "ouvré|jours de travail",
            unitValue(Unit::BusinessDay));
    g.words("Unit", "semaine|semaines", unitValue(Unit::Week));
    g.words("Unit", "quinzaine", unitValue(Unit::Fortnight));
    g.words("Unit", "week-end|week-ends|weekend|weekends|fin de semaine|fins de semaine",
            unitValue(Unit::Weekend));
    g.words("Unit", "mois", unitValue(Unit::Month));
    g.words("Unit", "trimestre|trimestres", unitValue(Unit::Quarter));
    g.words("Unit", "an|ans|année|années", unitValue(Unit::Year));
    g.words("Unit", "décennie|décennies", unitValue(Unit::Decade));
    g.words("Unit", "siècle|siècles", unitValue(Unit::Century));
    g.words("ClockUnit", "heure|heures|hrs|hr", unitValue(Unit::Hour));
    g.words("ClockUnit", "minute|minutes|min|mins", unitValue(Unit::Minute));
    g.words("ClockUnit", "seconde|secondes|sec|secs", unitValue(Unit::Second));
    g.words("DayNoun", "jour");
    g.words("WeekNoun", "semaine");
    g.words("WeekendNoun", "week-end|weekend");
    g.words("MonthNoun", "mois", unitValue(Unit::Month));
    g.words("YearNoun", "année|an", unitValue(Unit::Year));
    g.words("MinuteNoun", "minutes|minute|min");
    g.words("DayPart", "matin|matinée|mat", dayPart(8, 12));
    g.words("DayPart", "après-midi|apres midi|aprèm", dayPart(12, 16));
    g.words("DayPart", "soir|soirée", dayPart(16, 20));
    g.words("DayPart", "nuit", dayPart(20, 24));
    g.words("Meal", "petit déjeuner|petit-déjeuner|petit dej", dayPart(8, 12));
    g.words("Meal", "déjeuner|temps du déjeuner|heure du déjeuner", dayPart(11, 13));
    g.words("Meal", "dîner|heure du dîner", dayPart(16, 20));
    g.words("TodayPart", "ce soir|cette nuit", partOfToday(0, 20, 24));
    g.words("TodayPart", "hier soir|la nuit dernière|la nuit derniere", partOfToday(-1, 20, 24));
    g.words("NamedClock", "midi", 12);
    g.words("NamedClock", "minuit", 0);
    numberedWords(
        g, "Quarter",
        {"trimestre1|t1|premier trimestre|1er trimestre", "trimestre2|t2|deuxième trimestre|second trimestre",
         "trimestre3|t3|troisième trimestre", "trimestre4|t4|quatrième trimestre|dernier trimestre de"});
    numberedWords(
        g, "HalfYear",
        {"h1|s1|premier semestre|première moitié", "h2|s2|deuxième semestre|second semestre|seconde moitié"});
    g.words("DecadeEnd", "s");
    g.words("DecadePre", "les années|années|la décennie|des années");
    g.words("Season",
            "été|hiver|printemps|automne|période estivale|période hivernale|exercice bugétaire|exercice "
            "budgétaire|année scolaire|"
            "année fiscale|sy");
}

void addHolidays(Grammar& g) {
    const auto day = [&](const char* names, HolidayId id) { g.words("Holiday", names, id); };
    day("nouvel an|le nouvel an|jour de l'an|nouvelle année", kNewYear);
    day("saint-sylvestre|saint sylvestre|réveillon du nouvel an|veille du nouvel an", kNewYearsEve);
    day("épiphanie", kEpiphany);
    day("saint-valentin|saint valentin", kValentine);
    day("saint patrick|saint-patrick", kStPatrick);
    day("journée de la femme|journée internationale de la femme", kWomensDay);
    day("poisson d'avril|premier avril", kAprilFools);
    day("jour de la terre", kEarthDay);
    day("fête du travail|journée internationale des travailleurs|fête des travailleurs", kLabourDay);
    day("jour de l'indépendance|fête de l'indépendance|journée de l'indépendance|le jour de l'indépendance",
        kUsIndependence);
    day("fête nationale|prise de la bastille", kBastille);
    day("assomption", kAssumption);
    day("halloween", kHalloween);
    day("toussaint", kAllSaints);
    day("armistice|jour du souvenir", kVeterans);
    day("veille de noël|réveillon de noël|réveillon", kChristmasEve);
    day("noël|jour de noël", kChristmas);
    day("pâques|dimanche de pâques", kEaster);
    day("lundi de pâques", kEasterMonday);
    day("vendredi saint", kGoodFriday);
    day("dimanche des rameaux|rameaux", kPalmSunday);
    day("mercredi des cendres", kAshWednesday);
    day("mardi gras", kCarnivalTuesday);
    day("ascension", kAscension);
    day("pentecôte", kPentecost);
    day("lundi de pentecôte", kWhitMonday);
    day("fête des mères|fête des mamans", kFrenchMothersDay);
    day("fête des pères", kFathersDay);
    day("thanksgiving|action de grâce|jour de l'action de grâce", kThanksgiving);
    day("vendredi noir|black friday", kBlackFriday);
    day("martin luther king|jour de martin luther king", kMlk);
    day("fête des travailleurs américains", kUsLabourDay);
}

void addSmallWords(Grammar& g) {
    g.words("The", "le|la|les|l'|au|du|des");
    g.words("InMeal", "à|a|au|pour le|pendant le|autour du|lors du");
    g.words("Of", "de|du|de la|de l'|d'|des|en|du mois de|du mois d'|au|à");
    g.words("OfOnly", "de|du|de la|de l'|d'");
    g.words("In", "en|dans|dans la|dans l'|au|le|de|de la|de l'");
    g.words("On", "le|la|du|de|des|pour le|au|les|d'");
    g.words("At", "à|a|aux|dès");
    g.words("For", "pour|pendant|durant");
    g.words("And", "et|et le|et la|& ");
    g.words("Comma", ",");
    g.words("Apostrophe", "'");
    g.words("From", "de|du|d'|depuis|à partir de|à partir du|dès|des");
    g.words("Between", "entre");
    g.words("To", "à|au|a|jusqu'à|jusqu'au|jusqu'a|-|~|jusqu'à la|aux");
    g.words("ToWord", "à|a");
    g.words("Before", "avant|d'ici|avant le|pas plus tard que|au plus tard le|jusqu'au|jusqu'à|jusqu'en");
    g.words("After", "après|à partir de|à partir du|après le|plus tard que");
    g.words("Since", "depuis|dès|depuis le|à compter de|à compter du|à partir de|à partir du");
    g.words("Until", "aussi tard que|jusqu'à|jusqu'au|jusqu'en|jusqu'a");
    g.words("UntilIncluding", "aussi tard que|tard que");
    g.words("AgoPre", "il y a|il y'a");
    g.words("AgoWord", "plus tôt|auparavant|avant");
    g.words("Later", "plus tard|après");
    g.words("FromNow", "à partir de maintenant|à compter de maintenant|d'ici");
    g.words("InSpan", "dans|en|d'ici");
    g.words("FromDate", "à partir de|à compter de|à partir du|à compter du|à partir d'|à compter d'|depuis");
    g.words("AfterDate", "après|après le");
    g.words("BeforeDate", "avant|avant le");
    g.words("StartingFrom", "commençant le|débutant le");
    g.words("FromDay", "à partir du|à partir de");
    g.words("Within", "dans les|dans les prochaines|dans les prochains|d'ici|sous");
    g.words("OrLater", "ou plus tard|et plus tard|et après|ou après|et plus|ou plus");
    g.words("OrEarlier", "ou plus tôt|ou avant|et avant|et plus tôt");
    g.words("FirstsWord", "premiers|premières");
    g.words("LastsWord", "derniers|dernières");
    g.words("Every", "chaque|tous les|toutes les|n'importe quel|n'importe quelle|tout les|à chaque");
    g.words("Times", "une fois", 1);
    g.words("Per", "par");
    g.words("This", "ce|cet|cette", 0);
    g.words("Next", "prochain|prochaine", 1);
    g.words("Rel", "ce|cet|cette|même", 0);
    g.words("Rel", "prochain|prochaine", 1);
    g.words("Rel", "dernier|dernière", -1);
    g.words("RelPost", "prochain|prochaine|suivant|suivante|à venir|qui vient", 1);
    g.words("RelPost", "dernier|dernière|passé|passée|précédent|précédente", -1);
    g.words("RelPost", "en cours|actuel|actuelle", 0);
    g.words("RunRel", "prochain|prochaine|prochains|prochaines", 1);
    g.words("RunRel", "dernier|dernière|derniers|dernières", -1);
    g.words("RunPost", "suivants|suivantes|à venir|prochains|prochaines", 1);
    g.words("RunPost", "passés|passées|précédents|précédentes|derniers|dernières", -1);
    g.words("HalfDay", "am|a.m.", 0);
    g.words("HalfDay", "pm|p.m.", 1);
    g.words("Oclock", "heures|heure|h");
    g.words("Around", "vers|environ|autour de|autour du|aux alentours de|aux environs de|à environ");
    g.words("InThePart", "du|de l'|le|dans la|dans l'|au|en|de la|la|l'|au cours de la|pendant la");
    g.words("Early", "tôt", 0);
    g.words("Mid", "mi|milieu de", 1);
    g.words("Late", "tard", 2);
    g.words("EarlierWord", "plus tôt|tôt");
    g.words("LaterWord", "plus tard|tard", 1);
    g.words("ShareOf", "début", 0);
    g.words("ShareOf", "milieu|mi", 1);
    g.words("ShareOf", "fin", 2);
    g.words("PartOf", "tôt|plus tôt|début", 0);
    g.words("PartOf", "tard|plus tard|fin", 2);
    g.words("RestOf", "reste|reste de");
    g.words("ToDate", "jusqu'à ce jour|à ce jour");
    g.words("NowDate", "maintenant|aujourd'hui");
    g.words("Now",
            "maintenant|en ce moment|à présent|tout de suite|immédiatement|actuellement|le plus tôt "
            "possible|dès que possible|"
            "à l'instant|à cet instant");
    g.words("WeekBegin", "commençant|débutant|qui commence");
    g.words("InTheDay", "dans la journée|de la journée|de la journée de|dans la journée de");
    g.words("DayEnd", "fin", 1);
    g.words("DayEndWord", "fin de journée|fin de la journée|fin du jour");
    g.unused(
        "CenturyNoun|IsoBefore|DateThe|NthThe|Tens|Zero|OtherWord|Coming|ComingPost|MonthNum|WeekCommencing|"
        "UnitLetter|DayParts|"
        "NthPost|DecadeWord|Fraction|Past|ToHour");
}

void addSets(Grammar& g) {
    repeatingWords(g, "quotidien|quotidienne|quotidiennement|journellement|journalier", Frequency::Daily, 1);
    repeatingWords(g, "hebdomadaire|hebdomadairement", Frequency::Weekly, 1);
    repeatingWords(g, "bihebdomadaire|toutes les deux semaines", Frequency::Weekly, 2);
    repeatingWords(g, "mensuel|mensuelle|mensuellement", Frequency::Monthly, 1);
    repeatingWords(g, "trimestriel|trimestrielle|trimestriellement", Frequency::Monthly, 3);
    repeatingWords(g, "semestriel|semestrielle|semestriellement", Frequency::Monthly, 6);
    repeatingWords(g, "annuel|annuelle|annuellement", Frequency::Yearly, 1);
    repeatingWords(g, "tous les jours ouvrables|en semaine|chaque jour de semaine", Frequency::Weekly, 1,
                   workdays());
    repeatingWords(g, "week-ends|tous les week-ends|chaque week-end|weekends|tous les weekends",
                   Frequency::Weekly, 1, weekendDays());
    g.words("DayParts", "tous les soirs|chaque soir", dayPart(16, 20));
    g.words("DayParts", "tous les matins|chaque matin", dayPart(8, 12));
    g.words("DayParts", "tous les après-midis|chaque après-midi", dayPart(12, 16));
    g.words("DayParts", "toutes les nuits|chaque nuit", dayPart(20, 24));
}

void addFrenchClocks(Grammar& g) {
    const auto hourAnd = [](int minutes, int before) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            if (p[0].hour < 0) return std::nullopt;
            if (before == 0) return clockTime(p[0].hour, minutes, 0, p[0].halfDayKnown);
            const int hour = (p[0].hour + 23) % 24;
            return clockTime(hour == 0 ? 12 : hour, 60 - before, 0, p[0].halfDayKnown && hour != 0);
        };
    };
    g.rule("HourName", "BareHour heures|heure|h", [](const Parts& p) -> MaybeValue { return p[0]; });
    g.same("HourName", "FixedClock");
    g.rule("Clock", "HourName et demi|demie", hourAnd(30, 0));
    g.rule("Clock", "HourName et? quart", hourAnd(15, 0));
    g.rule("Clock", "HourName moins le? quart", hourAnd(0, 15));
    g.rule("Clock", "HourName moins Minutes", [](const Parts& p) -> MaybeValue {
        if (p[0].hour < 0 || p[2].number < 1 || p[2].number > 30) return std::nullopt;
        const int hour = (p[0].hour + 23) % 24;
        return clockTime(hour == 0 ? 12 : hour, static_cast<int>(60 - p[2].number), 0, p[0].hour > 12);
    });
    g.rule("Clock", "HourName et? Minutes MinuteNoun?", [](const Parts& p) -> MaybeValue {
        if (p[0].hour < 0) return std::nullopt;
        return clockTime(p[0].hour, static_cast<int>(p[2].number), 0, p[0].halfDayKnown);
    });
    g.rule("Plain", "Real _h", [](const Parts& p) -> MaybeValue {
        if (p[0].real == static_cast<double>(p[0].number)) return std::nullopt;
        Value value;
        value.type = TimeType::Duration;
        value.unit = Unit::Hour;
        value.real = p[0].real;
        value.span.add(p[0].real, Unit::Hour);
        return value;
    });
    g.rule("Plain", "Digits _h", [](const Parts& p) -> MaybeValue {
        Value value;
        value.type = TimeType::Duration;
        value.unit = Unit::Hour;
        value.real = p[0].real;
        value.span.add(p[0].real, Unit::Hour);
        return value;
    });
    g.rule("Clock", "Digits _. _Digits HalfDay", [](const Parts& p) -> MaybeValue {
        const auto value = clockTime(static_cast<int>(p[0].number), static_cast<int>(p[2].number), 0, false);
        return value ? withHalfDay(*value, p[3].number == 1) : value;
    });
}

void addFrenchDates(Grammar& g) {
    g.rule("RelPeriod", "This Unit -? ci", [](const Parts& p) -> MaybeValue {
        if (p[1].unit == Unit::Days) return std::nullopt;
        return period(p[1].unit, p.context.today, 0);
    });
    g.rule("RelPeriod", "The? WeekendNoun -? là",
           [](const Parts& p) { return period(Unit::Weekend, p.context.today, 0); });
    g.rule("RelPeriod", "The Unit RelPost", [](const Parts& p) -> MaybeValue {
        if (p[1].unit == Unit::Days) return std::nullopt;
        return period(p[1].unit, p.context.today, static_cast<int>(p[2].number));
    });
    g.rule("RelDow", "This Weekday RelPost", [](const Parts& p) -> MaybeValue {
        const Value day = weekday(p.context, static_cast<int>(p[1].number));
        return oneDay(p[2].number < 0 ? *lastBefore(day, p.context.today)
                                      : *nextFrom(day, p.context.today + 1));
    });
    g.rule("Date", "DayOrd|DayNum Comma? Weekday", [](const Parts& p) {
        return weekdayDay(p.context, static_cast<int>(p[2].number), static_cast<int>(p[0].number));
    });
    // With the article it is a day of this month, when that has the name.
    g.rule("Date", "le DayOrd|DayNum|DayNumWord Weekday", [](const Parts& p) -> MaybeValue {
        const YearMonthDay now = dateFromDay(p.context.today);
        const int wanted = static_cast<int>(p[1].number);
        if (isValidDate(now.year, now.month, wanted)) {
            const Day day = dayFromDate(now.year, now.month, wanted);
            if (weekdayOf(day) == p[2].number) return oneDay(day);
        }
        return weekdayDay(p.context, static_cast<int>(p[2].number), wanted);
    });
    g.same("Date", "^le Md|Ymd|MdWord", 1, 9);
    g.rule(
        "RelDow", "^la WeekNoun RelPost The? Weekday",
        [](const Parts& p) -> MaybeValue {
            return oneDay(weekStart(p.context.today) + 7 * p[2].number + p[4].number - 1);
        },
        9);
    g.rule(
        "DateTime", "Dow DayNum à Clock",
        [](const Parts& p) -> MaybeValue {
            const auto day = weekdayDay(p.context, p[0].weekday, static_cast<int>(p[1].number));
            return day ? dayWithTime(*day, p[3], TimeType::DateTime) : day;
        },
        2);
    g.rule("DateRange", "The? WeekNoun Of DomOnly", [](const Parts& p) -> MaybeValue {
        Value weeks;
        weeks.type = TimeType::DateRange;
        for (const Reading& reading : p[3].readings) {
            const Day monday = weekStart(dayOfTick(reading.start));
            weeks.readings.push_back({monday * kSecondsPerDay, (monday + 7) * kSecondsPerDay, true, true});
        }
        return weeks;
    });
    g.rule("DateRange", "à la fin de NamedYear", [](const Parts& p) { return shareOf(p[4], Share::Late); });
    g.rule("DateRange", "au milieu de NamedYear", [](const Parts& p) { return shareOf(p[3], Share::Mid); });
    g.rule("DateRange", "au début de NamedYear", [](const Parts& p) { return shareOf(p[3], Share::Early); });
    g.same("Duration", "depuis Span", 1);
    g.rule(
        "Date", "le DayNum",
        [](const Parts& p) { return dayOfMonth(p.context, static_cast<int>(p[1].number)); }, -2);
    g.rule("DomOnly", "DayNum",
           [](const Parts& p) { return dayOfMonth(p.context, static_cast<int>(p[0].number)); });
    g.rule("DateTimeRange", "le DomOnly ClockRange|BareRange",
           [](const Parts& p) { return dayWithTime(p[1], p[2], TimeType::DateTimeRange); });
    const auto ofMonth = [](std::size_t day, std::size_t rel) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            const YearMonthDay date =
                dateFromDay(addMonths(p.context.today, static_cast<int>(p[rel].number)));
            return monthDay(p.context, date.month, static_cast<int>(p[day].number), date.year);
        };
    };
    g.rule("Date", "Around? The? DayNum|DayOrd de? ce mois -? ci?", ofMonth(2, 7));
    g.rule("Date", "The? DayNum|DayOrd DayNoun? du mois", ofMonth(1, 9));
    g.rule("Date", "The? DayNum|DayOrd DayNoun? du mois RelPost", ofMonth(1, 5));
    g.rule("HolidayDate", "Holiday RelPost", [](const Parts& p) -> MaybeValue {
        const Value day = holiday(p.context, static_cast<int>(p[0].number));
        if (p[1].number < 0) return oneDay(*lastBefore(day, p.context.today));
        return oneDay(*nextFrom(day, p.context.today + 1));
    });
    g.rule("RelDow", "WeekNoun RelPost - Weekday", [](const Parts& p) -> MaybeValue {
        return oneDay(weekStart(p.context.today) + 7 * p[1].number + p[3].number - 1);
    });
    g.rule("DateRange", "début de l ' année", [](const Parts& p) -> MaybeValue {
        return dayRange(dayFromDate(dateFromDay(p.context.today).year, 1, 1), p.context.today);
    });
    g.rule("Plain", "un|une? demi|demie -? AnyUnit", [](const Parts& p) -> MaybeValue {
        Value value;
        value.type = TimeType::Duration;
        value.unit = p[3].unit;
        value.real = 0.5;
        value.span.add(0.5, p[3].unit);
        return value.unit == Unit::None ? std::nullopt : MaybeValue(value);
    });
    g.rule("LongSet", "un|une AnyUnit sur deux", [](const Parts& p) -> MaybeValue {
        Value value;
        Recurrence recurrence;
        recurrence.interval = 2;
        recurrence.frequency = p[1].unit == Unit::Week    ? Frequency::Weekly
                               : p[1].unit == Unit::Month ? Frequency::Monthly
                                                          : Frequency::Daily;
        value.type = TimeType::Set;
        value.recurrence = recurrence;
        return value;
    });
}

bool isOneOf(const Token& token, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
        if (token.text == word) return true;
    }
    return false;
}

bool isOtherInFrench(const std::vector<Token>& tokens, std::size_t begin, std::size_t end, TimeType type) {
    const Token& first = tokens[begin];
    const Token& last = tokens[end - 1];
    const bool single = end == begin + 1;
    static const Token kNothing{};
    const Token& before = begin > 0 ? tokens[begin - 1] : kNothing;
    const Token& after = end < tokens.size() ? tokens[end] : kNothing;
    if (type == TimeType::Time && end - begin == 2 && isOneOf(last, {"heures", "heure"}) &&
        !isOneOf(before, {"a", "est", "vers", "des", "avant", "apres", "jusqu", "pour"})) {
        return true;
    }
    if (type == TimeType::Time && end - begin == 2 && isOneOf(last, {"heures", "heure"}) &&
        before.text == "pour")
        return true;
    if (type == TimeType::Duration && last.text == "h" && end - begin == 2) return true;
    if (single && isOneOf(first, {"mar", "sam", "jeu", "mer", "ven", "lun", "dim", "mat"})) return true;
    if (single && first.text == "ete" && !isOneOf(before, {"'", "cet", "cette", "en", "d", "l"})) return true;
    const bool wordAfter = after.kind == Token::Kind::Word && !after.text.empty();
    const bool more = wordAfter || after.kind == Token::Kind::Digits;
    if (type == TimeType::DateRange && isOneOf(last, {"avant", "apres"}) && more && end < tokens.size())
        return true;
    if ((type == TimeType::Time || type == TimeType::DateTime) && isOneOf(first, {"une", "un"}) &&
        (!isOneOf(before, {"a", "est", "vers", "de"}) || (single && wordAfter))) {
        return true;
    }
    if (type == TimeType::Time && begin > 1 && tokens[begin - 2].text == "y" && before.text == "a")
        return true;
    if (type == TimeType::Date && end - begin == 2 && isOneOf(first, {"la", "les"}) &&
        !isOneOf(last, {"journee", "veille"})) {
        return true;
    }
    if (type == TimeType::DateRange && first.text == "les") return true;
    if (type == TimeType::DateRange && last.text == "annee" && isOneOf(after, {"superieure", "inferieure"}))
        return true;
    if (single && first.text == "jour" && before.text != "du") return true;
    if (isOneOf(before, {"bonne", "bon", "bonjour"})) return true;
    if (single && isOneOf(first, {"soir", "nuit", "matin"}) && isOneOf(before, {"bonne"})) return true;
    if (type == TimeType::DateRange && after.kind == Token::Kind::Digits &&
        isOneOf(last, {"annee", "semaine"}) && isOneOf(first, {"la", "l"})) {
        return true;
    }
    return false;
}

}  // namespace

const Grammar& frenchGrammar() {
    static const Grammar* const grammar = [] {
        auto* g = new Grammar(Spelling{nullptr, true});
        addNumbers(*g);
        addNames(*g);
        addHolidays(*g);
        addSmallWords(*g);
        addSets(*g);
        addSharedRules(*g, {.monthFirst = false, .decimalComma = true});
        addFrenchClocks(*g);
        addFrenchDates(*g);
        g->words("None",
                 "bonne nuit|bonne journée|bonne soirée|bonne semaine|bonjour|ordre du jour|mise à jour|à "
                 "jour|jour après jour|il y a une fois");
        g->finish();
        return g;
    }();
    return *grammar;
}

LanguageRules frenchRules() {
    return {frenchGrammar(), isOtherInFrench, false};
}

}  // namespace hearth::agent::datetime

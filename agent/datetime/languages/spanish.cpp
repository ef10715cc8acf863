// Spanish words for dates and times, and the rules that only Spanish has.
#include <array>

#include "../calendar.h"
#include "../language.h"
#include "../lexicon.h"
#include "../rules.h"

namespace hearth::agent::datetime {
namespace {

constexpr std::array<std::string_view, 30> kSmall = {
    "cero",         "uno",         "dos",        "tres",        "cuatro",     "cinco",
    "seis",         "siete",       "ocho",       "nueve",       "diez",       "once",
    "doce",         "trece",       "catorce",    "quince",      "dieciséis",  "diecisiete",
    "dieciocho",    "diecinueve",  "veinte",     "veintiuno",   "veintidós",  "veintitrés",
    "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve"};

std::string cardinal(int n) {
    if (n < 30) return std::string(kSmall[static_cast<std::size_t>(n)]);
    static constexpr std::array<std::string_view, 7> kTens = {"treinta", "cuarenta", "cincuenta", "sesenta",
                                                              "setenta", "ochenta",  "noventa"};
    const std::string tens(kTens[static_cast<std::size_t>(n / 10 - 3)]);
    return n % 10 == 0 ? tens : tens + " y " + cardinal(n % 10);
}

void addNumbers(Grammar& g) {
    for (int n = 1; n <= 99; ++n) g.words(n <= 9 ? "N1" : "Teen", cardinal(n), n);
    g.words("N1", "un|una", 1);
    g.words("Teen", "veintiún|veintiuna", 21);
    numberedWords(g, "OrdWord",
                  {"primero|primer|primera|1.º", "segundo|segunda|2.º", "tercero|tercer|tercera|3.º",
                   "cuarto|cuarta", "quinto|quinta", "sexto|sexta", "séptimo|séptima", "octavo|octava",
                   "noveno|novena", "décimo|décima", "undécimo", "duodécimo"});
    g.words("OrdWord", "trigésimo primer|trigésimo primero", 31);
    g.words("OrdWord", "trigésimo", 30);
    g.words("OrdSuffix", "º|ª|ro|ra|do|da|er|to|ta|mo|vo|no|.º|.ª");
    g.words("Hundred", "cientos|ciento");
    g.words("Thousand", "mil");
    g.words("FewWord", "unos|unas|algunos|algunas|varios|varias|pocos|pocas", 3);
    g.words("FewWord", "un par de", 2);
    g.words("OneWord", "un|una");
    g.words("AnotherWord", "otro|otra");
    g.words("HalfWord", "media|medio|½|una media");
    g.words("QuarterWord", "cuarto|un cuarto");
    g.words("AllWord", "todo el|toda la|todo|toda");
    g.words("LastWord", "último|última");
    g.words("Nth", "último|última", -1);
    g.words("MoreThan", "más de|al menos|por lo menos", 1);
    g.words("MoreThan", "menos de|a lo sumo|como máximo", -1);
    g.words("GreaterThan", "mayor que|mayor a|superior a|posterior a");
    g.words("LessThan", "menor que|menor a|inferior a|anterior de|anterior a");
    const auto year = [](std::int64_t number) -> MaybeValue {
        if (number < 1500 || number > 2199) return std::nullopt;
        Value value;
        value.number = number;
        value.year = static_cast<int>(number);
        return value;
    };
    g.rule("YearWord", "dos mil Word99?", [year](const Parts& p) { return year(2000 + p[2].number); });
    g.rule("YearWord", "mil novecientos Word99?",
           [year](const Parts& p) { return year(1900 + p[2].number); });
    g.rule("YearWord", "mil ochocientos Word99?",
           [year](const Parts& p) { return year(1800 + p[2].number); });
}

void addNames(Grammar& g) {
    numberedWords(g, "Month",
                  {"enero|ene|ene.", "febrero|feb|feb.", "marzo|mar|mar.", "abril|abr|abr.", "mayo|may|may.",
                   "junio|jun|jun.", "julio|jul|jul.", "agosto|ago|ago.",
                   "septiembre|setiembre|sept|sept.|sep|sep.|set|set.", "octubre|oct|oct.",
                   "noviembre|nov|nov.", "diciembre|dic|dic."});
    numberedWords(g, "Weekday",
                  {"lunes|lun|lun.", "martes|mar|mar.", "miércoles|mié|mié.", "jueves|jue|jue.",
                   "viernes|vie|vie.", "sábado|sáb|sáb.", "domingo|dom|dom."});
    numberedWords(
        g, "Weekdays",
        {"todos los lunes|los lunes", "todos los martes|los martes", "todos los miércoles|los miércoles",
         "todos los jueves|los jueves", "todos los viernes|los viernes", "todos los sábados|los sábados",
         "todos los domingos|los domingos"});
    g.words("DayWord", "hoy|el día de hoy|del día|día de hoy|hoy día", 0);
    g.words("DayWord", "mañana|el día siguiente|día siguiente|el día de mañana", 1);
    g.words("DayWord", "pasado mañana|pasado el día de mañana", 2);
    g.words("DayWord", "ayer|el día anterior|día anterior|el último día|el día de ayer", -1);
    g.words("DayWord", "anteayer|antes de ayer|antier", -2);
    g.words("Unit", "día|días|noche|noches", unitValue(Unit::Days));
    g.words("Unit", "días hábiles|día hábil|días laborables|día laborable|días laborales|días de trabajo",
            unitValue(Unit::BusinessDay));
    g.words("Unit", "semana|semanas", unitValue(Unit::Week));
    g.words("Unit", "fin de semana|fines de semana|finde|findes", unitValue(Unit::Weekend));
    g.words("Unit", "quincena|quincenas", unitValue(Unit::Fortnight));
    g.words("Unit", "mes|meses", unitValue(Unit::Month));
    g.words("Unit", "trimestre|trimestres", unitValue(Unit::Quarter));
    g.words("Unit", "año|años|año calendario|años calendario", unitValue(Unit::Year));
    g.words("Unit", "década|décadas|decenio|decenios", unitValue(Unit::Decade));
    g.words("Unit", "siglo|siglos", unitValue(Unit::Century));
    g.words("ClockUnit", "hora|horas|hr|hrs|hra|hras|h", unitValue(Unit::Hour));
    g.words("ClockUnit", "minuto|minutos|min|mins", unitValue(Unit::Minute));
    g.words("ClockUnit", "segundo|segundos|seg|segs", unitValue(Unit::Second));
    g.words("DayNoun", "día");
    g.words("WeekNoun", "semana");
    g.words("WeekendNoun", "fin de semana|finde");
    g.words("MonthNoun", "mes", unitValue(Unit::Month));
    g.words("YearNoun", "año|año calendario", unitValue(Unit::Year));
    g.words("MinuteNoun", "minutos|minuto|min");
    g.words("DayPart", "mañana|mañanas", dayPart(8, 12));
    g.words("DayPart", "madrugada", dayPart(4, 8));
    g.words("DayPart", "tarde|tardes", dayPart(16, 20));
    g.words("DayPart", "noche|noches", dayPart(20, 24));
    g.words("DayPart", "horario laboral|horas laborales", dayPart(8, 18));
    g.words("Noonish", "pasado el mediodía|pasado mediodía|pasado mediodia", dayPart(12, 16));
    g.words("Meal", "desayuno|hora del desayuno", dayPart(8, 12));
    g.words("Meal", "almuerzo|hora del almuerzo|hora de almuerzo", dayPart(11, 13));
    g.words("Meal", "cena|hora de la cena|hora de cenar", dayPart(16, 20));
    g.words("TodayPart", "esta noche|hoy por la noche", partOfToday(0, 20, 24));
    g.words("TodayPart", "anoche|ayer por la noche|la noche pasada", partOfToday(-1, 20, 24));
    g.words("TodayPart", "hoy por la tarde", partOfToday(0, 16, 20));
    g.words("NamedClock", "mediodía|al mediodía|medio día", 12);
    g.words("NamedClock", "medianoche|media noche|la medianoche", 0);
    numberedWords(g, "Quarter",
                  {"t1|q1|primer trimestre|el primer trimestre|1º trimestre|1er trimestre",
                   "t2|q2|segundo trimestre|el segundo trimestre|2º trimestre",
                   "t3|q3|tercer trimestre|el tercer trimestre|3º trimestre|3er trimestre",
                   "t4|q4|cuarto trimestre|el cuarto trimestre|último trimestre|4º trimestre"});
    numberedWords(g, "HalfYear",
                  {"primer semestre|1º semestre|1er semestre|h1|s1|primera mitad",
                   "segundo semestre|2º semestre|h2|s2|segunda mitad"});
    g.words("DecadePre", "los años|años|década de|década de los");
    g.words("Season",
            "verano|invierno|primavera|otoño|año escolar|año fiscal|escolar año|año académico|curso escolar");
}

void addHolidays(Grammar& g) {
    const auto day = [&](const char* names, HolidayId id) { g.words("Holiday", names, id); };
    day("año nuevo|día de año nuevo|día del año nuevo", kNewYear);
    day("nochevieja|fin de año|víspera de año nuevo|noche vieja", kNewYearsEve);
    day("epifanía|día de reyes|día de los reyes magos|reyes magos|reyes", kEpiphany);
    day("san valentín|día de san valentín|día de los enamorados", kValentine);
    day("día de la mujer|día internacional de la mujer", kWomensDay);
    day("día de san patricio|san patricio", kStPatrick);
    day("día del padre", kStJoseph);
    day("día de la tierra", kEarthDay);
    day("día del trabajador|día del trabajo|día internacional de los trabajadores|día de los "
        "trabajadores|día internacional del trabajo",
        kLabourDay);
    day("día de la independencia|día de independencia", kUsIndependence);
    day("día de la hispanidad|día de la raza", kHispanicDay);
    day("halloween|noche de brujas|víspera de todos los santos", kHalloween);
    day("día de todos los santos|todos los santos", kAllSaints);
    day("día de los muertos|día de muertos", kAllSouls);
    day("día de la constitución", kSpanishConstitution);
    day("inmaculada concepción|la inmaculada", kImmaculate);
    day("nochebuena|noche buena|víspera de navidad", kChristmasEve);
    day("navidad|día de navidad", kChristmas);
    day("semana santa|la semana santa|pascua|domingo de pascua|domingo de resurrección|pascuas", kEaster);
    day("lunes de pascua", kEasterMonday);
    day("viernes santo", kGoodFriday);
    day("jueves santo", kMaundyThursday);
    day("domingo de ramos", kPalmSunday);
    day("miércoles de ceniza", kAshWednesday);
    day("martes de carnaval", kCarnivalTuesday);
    day("día de la ascensión", kAscension);
    day("pentecostés", kPentecost);
    day("corpus christi", kCorpusChristi);
    day("día de la madre|día de las madres", kSpanishMothersDay);
    day("día de acción de gracias|acción de gracias", kThanksgiving);
    day("viernes negro|black friday", kBlackFriday);
    day("san juan|día de san juan|noche de san juan", kStJohn);
    day("asunción|la asunción", kAssumption);
}

void addSmallWords(Grammar& g) {
    g.words("The", "el|la|los|las");
    g.words("NthThe", "la|las|los|el");
    g.words("Of", "de|del|de la|de el|en|do");
    g.words("OfOnly", "de|del|de la|de los");
    g.words("In", "en|en el|en la|el|de|del");
    g.words("On", "el|del|de|de la|la|al|para el|los");
    g.words("At", "a las|a la|las|la");
    g.words("For", "durante");
    g.words("And", "y|y las|y la|y el|e");
    g.words("Comma", ",");
    g.words("Apostrophe", "'");
    g.words("From", "de|desde|del|de las|desde las|de la|desde la|desde el|a partir de");
    g.words("Between", "entre|entre las|entre la|entre el");
    g.words("To", "a|al|hasta|a las|hasta las|a la|hasta la|hasta el|-|~");
    g.words("ToWord", "a|a las");
    g.words("Before",
            "antes de|antes del|antes de las|antes de la|no más tarde que|no más tarde de|previo a|a más "
            "tardar el|para antes de|anterior de|anterior a|"
            "hasta|hasta el");
    g.words("After",
            "después de|después del|después de las|después de la|tras|pasado|pasadas las|posterior a");
    g.words("Since",
            "desde|desde el|desde las|desde la|a partir de|a partir del|a partir de las|tan pronto como|tan "
            "pronto como el|tan temprano como|"
            "tan temprano como a las|empezando el|empienzando el|comenzando el|a primeros de|cualquier "
            "tiempo a partir de las|"
            "desde los");
    g.words("Until", "hasta|hasta el|hasta las|hasta la|antes de");
    g.words("UntilIncluding", "tan tarde como");
    g.words("AgoPre", "hace");
    g.words("AgoWord", "atrás|antes");
    g.words("Later", "después|más tarde|luego");
    g.words("FromNow", "a partir de ahora|desde ahora");
    g.words("InSpan", "en|dentro de");
    g.words("FromDate", "a partir de|a partir del|desde|desde el");
    g.words("AfterDate", "después de|después del|posteriores a|posteriores de|tras");
    g.words("BeforeDate", "antes de|antes del|previos a|anteriores a");
    g.words("StartingFrom", "empezando|empezando el|comenzando|comenzando el|empezando desde");
    g.words("FromDay", "desde|a partir de|a partir del");
    g.words("Within", "dentro de|dentro de los");
    g.words("OrLater", "o más tarde|y más tarde|o después|y después|en adelante|o posterior");
    g.words("OrEarlier", "o antes|y antes|o más temprano|o anterior");
    g.words("FirstsWord", "primeras|primeros");
    g.words("LastsWord", "últimas|últimos");
    g.words("Every", "cada|todos los|todas las|cualquier");
    g.words("Times", "una vez", 1);
    g.words("Per", "a la|al|por|cada");
    g.words("This", "este|esta", 0);
    g.words("Next", "próximo|próxima", 1);
    g.words("Rel", "este|esta|esa|ese|mismo|misma|presente", 0);
    g.words("Rel", "próximo|próxima|siguiente", 1);
    g.words("Rel", "último|última|pasado|pasada|anterior", -1);
    g.words("RelPost", "próximo|próxima|siguiente|que viene|entrante|que entra", 1);
    g.words("RelPost", "pasado|pasada|anterior|último|última", -1);
    g.words("RelPost", "después de la próxima|después del próximo", 2);
    g.words("RelPost", "actual|en curso", 0);
    g.words("RunRel", "próximos|próximas|siguientes|próximo|próxima", 1);
    g.words("RunRel", "últimos|últimas|pasados|pasadas|anteriores|último|última", -1);
    g.words("RunPost", "siguientes|próximos|próximas|venideros", 1);
    g.words("RunPost", "anteriores|pasados|pasadas|previos|últimos", -1);
    g.words("HalfDay", "am|a.m.|a.m|a m", 0);
    g.words("HalfDay", "pm|p.m.|p.m|p m", 1);
    g.words("Oclock", "en punto|horas|h|hrs");
    g.words("Around",
            "cerca de las|cerca de la|alrededor de las|alrededor de la|alrededor de|alrededor del|sobre "
            "las|a eso de las|aproximadamente a las|"
            "hacia las|circa");
    g.words("InThePart", "de la|por la|en la|a la|del|al|por el|durante la");
    g.words("InMeal", "a la hora del|a la hora de la|en el|a la|al|durante el|durante la");
    g.words("Early", "temprano", 0);
    g.words("Mid", "mediados de", 1);
    g.words("Late", "tarde", 2);
    g.words("EarlierWord", "más temprano|temprano|mas temprano");
    g.words("LaterWord", "más tarde|mas tarde", 1);
    g.words("ShareOf", "principios|principio|inicio|inicios|comienzos|comienzo|primeros", 0);
    g.words("ShareOf", "mediados|medianos|mitad", 1);
    g.words("ShareOf", "final|finales|fin|fines|últimos|los últimos", 2);
    g.words("PartOf", "temprano|más temprano", 0);
    g.words("PartOf", "tarde|más tarde", 2);
    g.words("RestOf", "resto|resto de|resto del");
    g.words("ToDate", "hasta la fecha|a la fecha|hasta hoy");
    g.words("NowDate", "ahora|hoy|la fecha");
    g.words("Now",
            "ahora|ahora mismo|en este momento|en este instante|actualmente|inmediatamente|lo antes "
            "posible|cuanto antes|ya mismo|ahorita");
    g.words("WeekBegin", "que inicia|que empieza|que comienza|empezando|comenzando");
    g.words("InTheDay", "en el día|al día|del día|en el día de");
    g.words("DayEnd", "al final|final|el final|el fin|al fin", 1);
    g.words("DayEndWord",
            "al final del día|el fin de día|fin de día|fin del día|final del día|el final del día|el fin del "
            "día");
    g.unused(
        "Coming|CenturyNoun|IsoBefore|DateThe|Tens|Zero|OtherWord|ComingPost|MonthNum|WeekCommencing|"
        "UnitLetter|"
        "DayParts|NthPost|"
        "DecadeWord|DecadeEnd|Fraction|Past|ToHour");
}

void addSets(Grammar& g) {
    repeatingWords(g, "diario|diaria|diariamente|a diario|todos los días|cada día", Frequency::Daily, 1);
    repeatingWords(g, "semanal|semanalmente|una vez a la semana", Frequency::Weekly, 1);
    repeatingWords(g, "quincenal|quincenalmente|cada dos semanas", Frequency::Weekly, 2);
    repeatingWords(g, "mensual|mensualmente", Frequency::Monthly, 1);
    repeatingWords(g, "bimestral|bimensual", Frequency::Monthly, 2);
    repeatingWords(g, "trimestral|trimestralmente", Frequency::Monthly, 3);
    repeatingWords(g, "semestral|semestralmente", Frequency::Monthly, 6);
    repeatingWords(g, "anual|anualmente", Frequency::Yearly, 1);
    repeatingWords(g, "entre semana|cada día laborable|todos los días laborables|los días laborables",
                   Frequency::Weekly, 1, workdays());
    repeatingWords(g, "los fines de semana|todos los fines de semana|cada finde|cada fin de semana",
                   Frequency::Weekly, 1, weekendDays());
}

void addSpanishClocks(Grammar& g) {
    const auto minutesTo = [](std::size_t hour, int minutes) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            if (p[hour].hour < 0 || p[hour].minute != 0 || minutes < 1 || minutes > 30) return std::nullopt;
            const int before = (p[hour].hour + 23) % 24;
            return clockTime(before == 0 && !p[hour].halfDayKnown ? 12 : before, 60 - minutes, 0,
                             p[hour].halfDayKnown);
        };
    };
    g.rule("PlainHour", "BareHour", [](const Parts& p) -> MaybeValue { return p[0]; });
    g.rule("KnownHour", "Clock|PartClock", [](const Parts& p) -> MaybeValue {
        if (!p[0].halfDayKnown || p[0].minute != 0) return std::nullopt;
        return p[0];
    });
    g.rule("Clock", "PlainHour|KnownHour menos cuarto", minutesTo(0, 15));
    g.rule("Clock", "PlainHour|KnownHour menos Minutes",
           [minutesTo](const Parts& p) { return minutesTo(0, static_cast<int>(p[2].number))(p); });
    const auto with = [](int minutes) -> Meaning {
        return [=](const Parts& p) -> MaybeValue {
            if (p[0].hour < 0) return std::nullopt;
            return clockTime(p[0].hour, minutes, 0, p[0].halfDayKnown);
        };
    };
    g.rule("Clock", "PlainHour y media", with(30));
    g.rule("Clock", "PlainHour y cuarto", with(15));
    g.rule("Clock", "WordHour y Minutes MinuteNoun?",
           [](const Parts& p) { return clockTime(p[0].hour, static_cast<int>(p[2].number), 0, false); });
    g.rule("Clock", "BareHour y Minutes minutos",
           [](const Parts& p) { return clockTime(p[0].hour, static_cast<int>(p[2].number), 0, false); });
    g.rule("DotClock", "Digits _. _Digits", [](const Parts& p) -> MaybeValue {
        if (p[0].digits > 2 || p[2].digits != 2) return std::nullopt;
        return clockTime(static_cast<int>(p[0].number), static_cast<int>(p[2].number), 0, false);
    });
    g.same("AtTime", "^At DotClock", 1);
    g.rule("FourDigits", "Digits", [](const Parts& p) -> MaybeValue {
        if (p[0].digits != 4) return std::nullopt;
        return clockTime(static_cast<int>(p[0].number / 100), static_cast<int>(p[0].number % 100), 0, false);
    });
    g.rule("BareRange", "From|Between FourDigits To|And FourDigits",
           [](const Parts& p) { return clockRange(p[1], p[3]); });
    g.same("DayPart", "Noonish");
    g.same("InPart", "Noonish");
}

void addSpanishDates(Grammar& g) {
    const auto dayNumber = [](std::size_t which) -> Meaning {
        return [=](const Parts& p) { return dayOfMonth(p.context, static_cast<int>(p[which].number)); };
    };
    g.rule("Date", "el? día DayNum|DayOrd|DayNumWord", dayNumber(2));
    g.rule("DomOnly", "DayNum|DayOrd", dayNumber(0));
    g.rule("DateTimeRange", "^el DomOnly ClockRange|BareRange",
           [](const Parts& p) { return dayWithTime(p[1], p[2], TimeType::DateTimeRange); });
    g.rule("DateTime", "ExactTime|AtTime del DomOnly",
           [](const Parts& p) { return dayWithTime(p[2], p[0], TimeType::DateTime); });
    g.rule("DateRange", "The? WeekNoun Of DomOnly", [](const Parts& p) -> MaybeValue {
        Value weeks;
        weeks.type = TimeType::DateRange;
        for (const Reading& reading : p[3].readings) {
            const Day monday = weekStart(dayOfTick(reading.start));
            weeks.readings.push_back({monday * kSecondsPerDay, (monday + 7) * kSecondsPerDay, true, true});
        }
        return weeks;
    });
    g.rule(
        "DateTime", "Dow DayNum At Clock|BareHour",
        [](const Parts& p) -> MaybeValue {
            const auto day = weekdayDay(p.context, p[0].weekday, static_cast<int>(p[1].number));
            return day ? dayWithTime(*day, p[3], TimeType::DateTime) : day;
        },
        2);
    g.words("FromHour", "desde las|desde la|de las|de la|entre las|entre la");
    g.words("ToHourWord", "hasta las|hasta la|a las|a la|y las|y la");
    g.rule("ClockRange", "FromHour BareHour ToHourWord BareHour",
           [](const Parts& p) { return clockRange(p[1], p[3]); });
    g.rule("DateRange", "HalfYear", [](const Parts& p) -> MaybeValue {
        const int year = dateFromDay(p.context.today).year;
        const Day start = dayFromDate(year, p[0].number == 1 ? 1 : 7, 1);
        return dayRange(start, addMonths(start, 6));
    });
    g.rule(
        "Date", "Dow el dia? DayNum|DayNumWord",
        [](const Parts& p) -> MaybeValue {
            const YearMonthDay now = dateFromDay(p.context.today);
            const int wanted = static_cast<int>(p[3].number);
            if (isValidDate(now.year, now.month, wanted)) {
                const Day day = dayFromDate(now.year, now.month, wanted);
                if (weekdayOf(day) == p[0].weekday) return oneDay(day);
            }
            return weekdayDay(p.context, p[0].weekday, wanted);
        },
        1);
    g.rule(
        "Md", "DayNum del|de DayNum",
        [](const Parts& p) {
            return monthDay(p.context, static_cast<int>(p[2].number), static_cast<int>(p[0].number));
        },
        -1);
    g.rule("Ymd", "DayNum de DayNum de|del Year", [](const Parts& p) {
        return monthDay(p.context, static_cast<int>(p[2].number), static_cast<int>(p[0].number), p[4].year);
    });
    g.rule("Ymd", "primer día de MonthNode", [](const Parts& p) -> MaybeValue {
        if (p[3].readings.size() != 1) return std::nullopt;
        return oneDay(dayOfTick(p[3].front().start));
    });
    g.same("Date", "^el Ymd", 1, 1);
    g.same("Date", "el primer día de MonthNode", 4);
    g.rule(
        "RelDow", "This Next Weekday",
        [](const Parts& p) -> MaybeValue {
            return oneDay(*nextFrom(weekday(p.context, static_cast<int>(p[2].number)), p.context.today + 1));
        },
        2);
    g.rule(
        "RelDow", "This Weekday pasado|pasada",
        [](const Parts& p) -> MaybeValue {
            return oneDay(*lastBefore(weekday(p.context, static_cast<int>(p[1].number)), p.context.today));
        },
        2);
    g.rule("RelPeriod", "la|el Unit RelPost", [](const Parts& p) -> MaybeValue {
        if (p[1].unit == Unit::Days) return std::nullopt;
        return period(p[1].unit, p.context.today, static_cast<int>(p[2].number));
    });
    g.rule("DateRange", "^el|del|la BarePeriod", [](const Parts& p) -> MaybeValue {
        const Unit unit = p[1].unit;
        if (unit != Unit::Week && unit != Unit::Month && unit != Unit::Year) return std::nullopt;
        return p[1];
    });
    g.rule("DateRange", "Around? DateThe? DayNum|DayOrd este mes", [](const Parts& p) -> MaybeValue {
        const YearMonthDay date = dateFromDay(p.context.today);
        auto value = monthDay(p.context, date.month, static_cast<int>(p[2].number), date.year);
        return value;
    });
    g.rule("DateRange", "Digits _- _Year", [](const Parts& p) -> MaybeValue {
        if (p[0].digits > 2) return std::nullopt;
        return monthRange(p.context, static_cast<int>(p[0].number), p[2].year);
    });
    g.rule("DateRange", "siglo xxi", [](const Parts&) -> MaybeValue {
        return dayRange(dayFromDate(2000, 1, 1), dayFromDate(2100, 1, 1));
    });
    g.rule("DateRange", "siglo xx", [](const Parts&) -> MaybeValue {
        return dayRange(dayFromDate(1900, 1, 1), dayFromDate(2000, 1, 1));
    });
    g.rule("DateRange", "las RunRel Count décadas", [](const Parts& p) -> MaybeValue {
        return runOf(p.context, Span{}, Unit::Decade, static_cast<int>(p[2].number),
                     static_cast<int>(p[1].number));
    });
    g.rule(
        "DateRange", "RunRel Span",
        [](const Parts& p) -> MaybeValue {
            const Tick today = p.context.today * kSecondsPerDay;
            if (!p[1].span.hasDays() || p[1].span.hasClock() || p[0].number > 0) return std::nullopt;
            Value value = dayRange(0, 0);
            value.readings[0] = {addSpan(today, p[1].span, -1), today, true, true};
            return value;
        },
        -1);
    g.rule("Plain", "un Unit entero", [](const Parts& p) -> MaybeValue {
        Value value;
        value.type = TimeType::Duration;
        value.unit = p[1].unit;
        value.real = 1;
        value.span.add(1, p[1].unit);
        return value;
    });
    g.rule("Plain", "Real y media|medio AnyUnit", [](const Parts& p) -> MaybeValue {
        Value value;
        value.type = TimeType::Duration;
        value.unit = p[3].unit;
        value.real = p[0].real + 0.5;
        value.span.add(value.real, p[3].unit);
        return value;
    });
    g.rule("LongSet", "un AnyUnit sí y otro no", [](const Parts& p) -> MaybeValue {
        Recurrence recurrence;
        recurrence.interval = 2;
        recurrence.frequency = p[1].unit == Unit::Week    ? Frequency::Weekly
                               : p[1].unit == Unit::Month ? Frequency::Monthly
                                                          : Frequency::Daily;
        Value value;
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

bool isOtherInSpanish(const std::vector<Token>& tokens, std::size_t begin, std::size_t end, TimeType type) {
    const Token& first = tokens[begin];
    const Token& last = tokens[end - 1];
    const bool single = end == begin + 1;
    static const Token kNothing{};
    const Token& before = begin > 0 ? tokens[begin - 1] : kNothing;
    const Token& after = end < tokens.size() ? tokens[end] : kNothing;
    const bool wordAfter = after.kind == Token::Kind::Word && !after.text.empty();
    const bool more = wordAfter || after.kind == Token::Kind::Digits;
    if (first.text == "mañana" && type == TimeType::TimeRange) return true;
    if (single && isOneOf(first, {"tarde", "noche", "noches", "tardes"}) && !isOneOf(before, {"la"}))
        return true;
    if (type == TimeType::DateTime && last.text == "mañana" && tokens[end - 2].text == "la") return true;
    if (single && first.text == "mar" && type == TimeType::DateRange) return true;
    if (isOneOf(before, {"buen", "buena", "buenos", "buenas"})) return true;
    if (single &&
        isOneOf(first, {"may", "set", "sab", "dom", "lun", "jue", "vie", "mie", "ago", "dic", "ene"}) &&
        wordAfter)
        return true;
    if (type == TimeType::DateRange && isOneOf(last, {"antes", "despues"}) && more && end < tokens.size())
        return true;
    if (type == TimeType::Time && isOneOf(first, {"una", "un"}) && single && wordAfter &&
        !isOneOf(after, {"hasta", "y", "de"}))
        return true;
    if (single && type == TimeType::Time && isOneOf(first, {"una", "uno"}) && before.text == "la" &&
        begin > 1 && tokens[begin - 2].text != "a")
        return true;
    if (type == TimeType::Time && end - begin == 2 && isOneOf(last, {"horas", "h"}) &&
        !isOneOf(before, {"las", "la"}))
        return true;
    if (type == TimeType::Date && end - begin == 2 && isOneOf(first, {"la", "las", "los", "el"}) &&
        !isOneOf(last, {"dia"}))
        return true;
    if (type == TimeType::DateRange && after.kind == Token::Kind::Digits &&
        isOneOf(last, {"ano", "año", "semana"}))
        return true;
    return false;
}

}  // namespace

const Grammar& spanishGrammar() {
    static const Grammar* const grammar = [] {
        auto* g = new Grammar(Spelling{nullptr, true});
        addNumbers(*g);
        addNames(*g);
        addHolidays(*g);
        addSmallWords(*g);
        addSets(*g);
        addSharedRules(*g, {.monthFirst = false, .decimalComma = true});
        addSpanishClocks(*g);
        addSpanishDates(*g);
        g->words("None", "buenas noches|buenas tardes|buenos días|día tras día|buen día|un día de estos");
        g->finish();
        return g;
    }();
    return *grammar;
}

LanguageRules spanishRules() {
    return {spanishGrammar(), isOtherInSpanish, true};
}

}  // namespace hearth::agent::datetime

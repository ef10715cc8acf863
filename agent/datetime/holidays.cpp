#include "holidays.h"

#include <array>

namespace hearth::agent::datetime {
namespace {

struct Rule {
    enum Kind { Date, FromEaster, NthWeekday, SundayBefore } kind;
    int a;  ///< month, or days from Easter Sunday, or weeks before the fourth Advent
    int b;  ///< day of the month, or nth (-1: last)
    int c;  ///< weekday of NthWeekday; days to add
    int d;
};

constexpr Rule date(int month, int day) {
    return {Rule::Date, month, day, 0, 0};
}
constexpr Rule easter(int days) {
    return {Rule::FromEaster, days, 0, 0, 0};
}
constexpr Rule nth(int month, int n, int weekday, int plus = 0) {
    return {Rule::NthWeekday, month, n, weekday, plus};
}
constexpr Rule advent(int days) {
    return {Rule::SundayBefore, days, 0, 0, 0};
}

constexpr std::array<Rule, kHolidayCount> kRules = [] {
    std::array<Rule, kHolidayCount> rules{};
    const auto set = [&](HolidayId id, Rule rule) { rules[static_cast<std::size_t>(id)] = rule; };
    set(kNewYear, date(1, 1));
    set(kNewYearsEve, date(12, 31));
    set(kEpiphany, date(1, 6));
    set(kValentine, date(2, 14));
    set(kWomensDay, date(3, 8));
    set(kStPatrick, date(3, 17));
    set(kAprilFools, date(4, 1));
    set(kEarthDay, date(4, 22));
    set(kLabourDay, date(5, 1));
    set(kUsIndependence, date(7, 4));
    set(kHalloween, date(10, 31));
    set(kAllSaints, date(11, 1));
    set(kAllSouls, date(11, 2));
    set(kVeterans, date(11, 11));
    set(kStMartin, date(11, 11));
    set(kStNicholas, date(12, 6));
    set(kChristmasEve, date(12, 24));
    set(kChristmas, date(12, 25));
    set(kBoxingDay, date(12, 26));
    set(kEaster, easter(0));
    set(kEasterMonday, easter(1));
    set(kGoodFriday, easter(-2));
    set(kPalmSunday, easter(-7));
    set(kMaundyThursday, easter(-3));
    set(kAshWednesday, easter(-46));
    set(kCarnivalTuesday, easter(-47));
    set(kRoseMonday, easter(-48));
    set(kAscension, easter(39));
    set(kPentecost, easter(49));
    set(kWhitMonday, easter(50));
    set(kCorpusChristi, easter(60));
    set(kMlk, nth(1, 3, 1));
    set(kPresidentsDay, nth(2, 3, 1));
    set(kMothersDay, nth(5, 2, 7));
    set(kFathersDay, nth(6, 3, 7));
    set(kMemorialDay, nth(5, -1, 1));
    set(kUsLabourDay, nth(9, 1, 1));
    set(kColumbus, nth(10, 2, 1));
    set(kThanksgiving, nth(11, 4, 4));
    set(kBlackFriday, nth(11, 4, 4, 1));
    set(kCyberMonday, nth(11, 4, 4, 4));
    set(kJuneteenth, date(6, 19));
    set(kCincoDeMayo, date(5, 5));
    set(kFlagDay, date(6, 14));
    set(kGroundhog, date(2, 2));
    set(kStAndrew, date(11, 30));
    set(kStGeorge, date(4, 23));
    set(kGuyFawkes, date(11, 5));
    set(kBastille, date(7, 14));
    set(kGermanUnity, date(10, 3));
    set(kReformation, date(10, 31));
    set(kAssumption, date(8, 15));
    set(kImmaculate, date(12, 8));
    set(kHispanicDay, date(10, 12));
    set(kSpanishConstitution, date(12, 6));
    set(kStJoseph, date(3, 19));
    set(kStBarbara, date(12, 4));
    set(kChildrensDay, date(6, 1));
    set(kStJohn, date(6, 24));
    set(kPeterPaul, date(6, 29));
    set(kAutumnStart, date(9, 22));
    set(kSpringStart, date(3, 20));
    set(kSummerStart, date(6, 21));
    set(kWinterStart, date(12, 21));
    set(kAdvent1, advent(-21));
    set(kAdvent2, advent(-14));
    set(kAdvent3, advent(-7));
    set(kAdvent4, advent(0));
    set(kTotensonntag, advent(-28));
    set(kWhiteLover, date(3, 14));
    set(kTeachersDay, date(9, 10));
    set(kChildrensDayChina, date(6, 1));
    set(kChinaNational, date(10, 1));
    set(kArmyDayChina, date(8, 1));
    set(kYouthDay, date(5, 4));
    set(kSinglesDay, date(11, 11));
    set(kTreeDay, date(3, 12));
    set(kUsInauguration, date(1, 20));
    set(kWorldWarEnd, date(5, 8));
    set(kEveOfAllSaints, date(10, 31));
    set(kGermanMothersDay, nth(5, 2, 7));
    set(kFrenchMothersDay, nth(5, -1, 7));
    set(kSpanishMothersDay, nth(5, 1, 7));
    set(kBussUndBettag, advent(-32));
    set(kMariaLichtmess, date(2, 2));
    return rules;
}();

}  // namespace

Day holidayDay(int id, int year) {
    const Rule& rule = kRules[static_cast<std::size_t>(id)];
    switch (rule.kind) {
        case Rule::Date:
            return dayFromDate(year, rule.a, rule.b);
        case Rule::FromEaster:
            return easterSunday(year) + rule.a;
        case Rule::SundayBefore: {
            const Day christmas = dayFromDate(year, 12, 25);
            return christmas - weekdayOf(christmas) + rule.a;
        }
        case Rule::NthWeekday:
            break;
    }
    if (rule.b < 0) {
        const Day last = dayFromDate(year, rule.a, daysInMonth(year, rule.a));
        return last - (weekdayOf(last) - rule.c + 7) % 7 + rule.d;
    }
    const Day first = dayFromDate(year, rule.a, 1);
    return first + (rule.c - weekdayOf(first) + 7) % 7 + 7 * (rule.b - 1) + rule.d;
}

}  // namespace hearth::agent::datetime

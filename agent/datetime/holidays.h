// Days with names that return every year: which day they are in a year. The names themselves are
// in the languages' files. Pure functions; any thread.
#pragma once

#include "civil.h"

namespace hearth::agent::datetime {

enum HolidayId : int {
  kNewYear, kNewYearsEve, kEpiphany, kValentine, kWomensDay, kStPatrick, kAprilFools, kEarthDay,
  kLabourDay, kUsIndependence, kHalloween, kAllSaints, kAllSouls, kVeterans, kStMartin, kStNicholas,
  kChristmasEve, kChristmas, kBoxingDay, kEaster, kEasterMonday, kGoodFriday, kPalmSunday,
  kMaundyThursday, kAshWednesday, kCarnivalTuesday, kRoseMonday, kAscension, kPentecost,
  kWhitMonday, kCorpusChristi, kMlk, kPresidentsDay, kMothersDay, kFathersDay, kMemorialDay,
  kUsLabourDay, kColumbus, kThanksgiving, kBlackFriday, kCyberMonday, kJuneteenth, kCincoDeMayo,
  kFlagDay, kGroundhog, kStAndrew, kStGeorge, kGuyFawkes, kBastille, kGermanUnity, kReformation,
  kAssumption, kImmaculate, kHispanicDay, kSpanishConstitution, kStJoseph, kStBarbara, kChildrensDay,
  kStJohn, kPeterPaul, kAutumnStart, kSpringStart, kSummerStart, kWinterStart, kAdvent1, kAdvent2,
  kAdvent3, kAdvent4, kTotensonntag, kWhiteLover, kTeachersDay, kChildrensDayChina, kChinaNational,
  kArmyDayChina, kYouthDay, kSinglesDay, kTreeDay, kUsInauguration, kWorldWarEnd, kEveOfAllSaints,
  kGermanMothersDay, kFrenchMothersDay, kSpanishMothersDay, kBussUndBettag, kMariaLichtmess,
  kHolidayCount
};

/// The day in that year.
Day holidayDay(int id, int year);

}  // namespace hearth::agent::datetime

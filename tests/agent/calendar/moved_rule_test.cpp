#include "calendar/moved_rule.h"

#include <gtest/gtest.h>

namespace hearth::agent::calendar {
namespace {

struct Case {
    const char* rule;
    CivilTime before;
    CivilTime first;
    const char* expected;
};

TEST(MovedRule, MovesWhatNamesADay) {
    const CivilTime tuesday{2026, 11, 24, 9, 0, 0};
    const CivilTime thursday{2026, 11, 26, 9, 0, 0};
    const CivilTime monday{2026, 11, 23, 11, 30, 0};
    const CivilTime lastFriday{2026, 11, 27, 9, 0, 0};
    const CivilTime saturday{2026, 11, 28, 9, 0, 0};
    const Case cases[] = {
        {"FREQ=WEEKLY", tuesday, thursday, "FREQ=WEEKLY"},
        {"FREQ=WEEKLY;BYDAY=TU", tuesday, thursday, "FREQ=WEEKLY;BYDAY=TH"},
        {"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU", tuesday, monday, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA"},
        {"FREQ=MONTHLY;BYDAY=4TU", tuesday, thursday, "FREQ=MONTHLY;BYDAY=4TH"},
        {"FREQ=MONTHLY;BYDAY=-1FR", lastFriday, saturday, "FREQ=MONTHLY;BYDAY=-1SA"},
        {"FREQ=MONTHLY;BYDAY=-1TU", tuesday, {2026, 11, 3, 9, 0, 0}, "FREQ=MONTHLY;BYDAY=1TU"},
        {"FREQ=MONTHLY;BYMONTHDAY=24", tuesday, thursday, "FREQ=MONTHLY;BYMONTHDAY=26"},
        {"FREQ=MONTHLY;BYMONTHDAY=10,24", tuesday, thursday, "FREQ=MONTHLY;BYMONTHDAY=12,26"},
        {"FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24",
         tuesday,
         {2026, 12, 1, 9, 0, 0},
         "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1"},
        {"FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231", tuesday, thursday, "FREQ=WEEKLY;BYDAY=TH;UNTIL=20270102"},
        {"FREQ=DAILY;UNTIL=20261231T080000Z",
         tuesday,
         {2026, 11, 24, 11, 0, 0},
         "FREQ=DAILY;UNTIL=20261231T110000Z"},
        {"FREQ=WEEKLY;BYDAY=??", tuesday, thursday, "FREQ=WEEKLY;BYDAY=??"},
        {"", tuesday, thursday, ""},
    };
    for (const Case& one : cases)
        EXPECT_EQ(movedRule(one.rule, one.before, one.first), one.expected) << one.rule;
}

}  // namespace
}  // namespace hearth::agent::calendar

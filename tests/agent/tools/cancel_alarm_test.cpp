#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using CancelAlarm = CalendarFixture;
using Strings = std::vector<std::string>;

TEST_F(CancelAlarm, FindsByTime) {
    perform("set_alarm", {{"time", "7 am"}});
    perform("set_alarm", {{"time", "8 am"}});
    EXPECT_EQ(prepare("cancel_alarm", {}).questionField, "which");
    perform("cancel_alarm", {{"time", "8 am"}});
    EXPECT_EQ(perform("list_alarms", {}).text, "You have 1 alarm:\n• tomorrow 07:00  Alarm");
    const auto outcome = perform("cancel_alarm", {});
    EXPECT_EQ(outcome.text, "Removed the alarm: Alarm, tomorrow 07:00.");
    ASSERT_TRUE(tool("cancel_alarm").undo(outcome.undo));
    EXPECT_EQ(filesIn(context_.remindersDir).size(), 1u);
}

}  // namespace
}  // namespace hearth::tests

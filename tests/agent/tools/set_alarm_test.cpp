#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using SetAlarm = CalendarFixture;
using Strings = std::vector<std::string>;

TEST_F(SetAlarm, TakesTheNextTimeTheClockShows) {
    const std::pair<ToolFixture::Arguments, std::string> cases[] = {
        {{{"time", "7 am"}}, "Alarm, tomorrow 07:00"},
        {{{"time", "6:30"}, {"repeat", "every weekday"}}, "Alarm, tomorrow 06:30, every weekday"},
        {{{"time", "20:15"}}, "Alarm, today 20:15"},
        {{{"time", "at 7"}}, "Alarm, tomorrow 07:00"},
        {{{"time", "10:30"}}, "Alarm, tomorrow 10:30"},
        {{{"time", "7 pm"}}, "Alarm, today 19:00"},
    };
    for (const auto& [arguments, summary] : cases) {
        EXPECT_EQ(prepare("set_alarm", arguments).summary, summary);
        const auto outcome = perform("set_alarm", arguments);
        ASSERT_TRUE(tool("set_alarm").undo(outcome.undo));
        EXPECT_TRUE(filesIn(context_.remindersDir).empty());
    }
}

TEST_F(SetAlarm, AsksForTheTime) {
    EXPECT_EQ(prepare("set_alarm", {}).questionField, "time");
    EXPECT_EQ(prepare("set_alarm", {{"date", "tomorrow"}}).questionField, "time");
    EXPECT_EQ(prepare("set_alarm", {{"time", "blurg"}}).questionField, "time");
}

}  // namespace
}  // namespace hearth::tests

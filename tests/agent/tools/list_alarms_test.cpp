#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using ListAlarms = CalendarFixture;
using Strings = std::vector<std::string>;

TEST_F(ListAlarms, TellsWhatIsSet) {
    EXPECT_EQ(perform("list_alarms", {}).text, "There is no alarm set.");
    perform("set_alarm", {{"time", "7 am"}, {"label", "run"}});
    EXPECT_EQ(perform("list_alarms", {}).text, "You have 1 alarm:\n• tomorrow 07:00  Run");
}

}  // namespace
}  // namespace hearth::tests

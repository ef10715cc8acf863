#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using ListReminders = CalendarFixture;
using Strings = std::vector<std::string>;

TEST_F(ListReminders, TellsWhatIsAhead) {
    EXPECT_EQ(perform("list_reminders", {}).text, "There is no reminder set.");
    perform("set_reminder", {{"text", "call the bank"}, {"date", "tomorrow"}, {"time", "10:00"}});
    perform("set_reminder", {{"text", "water the plants"}, {"time", "in 20 minutes"}});
    perform("set_alarm", {{"time", "7:00"}});
    EXPECT_EQ(perform("list_reminders", {}).text,
              "You have 2 reminders:\n• today 16:50  Water the plants\n• tomorrow 10:00  Call the bank");
    EXPECT_EQ(perform("list_reminders", {{"date", "tomorrow"}}).text,
              "You have 1 reminder:\n• tomorrow 10:00  Call the bank");
    clock_.time += 1800;
    EXPECT_EQ(perform("list_reminders", {}).text, "You have 1 reminder:\n• tomorrow 10:00  Call the bank");
}

}  // namespace
}  // namespace hearth::tests

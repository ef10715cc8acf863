#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using ControlTimer = CalendarFixture;
using Strings = std::vector<std::string>;

TEST_F(ControlTimer, SaysWhatIsLeftWithoutAsking) {
    EXPECT_EQ(perform("control_timer", {{"action", "remaining"}}).text, "No timer is running.");
    perform("set_timer", {{"duration", "10 minutes"}, {"label", "pasta"}});
    clock_.time += 90;
    const auto card = prepare("control_timer", {});
    EXPECT_EQ(card.waits, false);
    EXPECT_EQ(perform("control_timer", {}).text, "Pasta: 8 minutes 30 seconds left.");
}

TEST_F(ControlTimer, PausesResumesAndChanges) {
    perform("set_timer", {{"duration", "10 minutes"}});
    EXPECT_EQ(prepare("control_timer", {{"action", "pause"}}).waits, true);
    EXPECT_EQ(perform("control_timer", {{"action", "pause"}}).text, "Timer is paused, 10 minutes left.");
    clock_.time += 3600;
    EXPECT_EQ(perform("control_timer", {}).text, "Timer: 10 minutes left, paused.");
    EXPECT_EQ(perform("control_timer", {{"action", "resume"}}).text, "Timer runs again, 10 minutes left.");
    const auto longer = perform("control_timer", {{"action", "lengthen"}, {"duration", "5 minutes"}});
    EXPECT_EQ(longer.text, "Timer: now 15 minutes left.");
    ASSERT_TRUE(tool("control_timer").undo(longer.undo));
    EXPECT_EQ(perform("control_timer", {}).text, "Timer: 10 minutes left.");
    EXPECT_EQ(perform("control_timer", {{"action", "shorten"}, {"duration", "4 minutes"}}).text,
              "Timer: now 6 minutes left.");
    EXPECT_EQ(perform("control_timer", {{"action", "cancel"}}).text, "Timer is stopped.");
    EXPECT_EQ(perform("control_timer", {}).text, "No timer is running.");
}

TEST_F(ControlTimer, AsksWhichAndByHowMuch) {
    perform("set_timer", {{"duration", "10 minutes"}, {"label", "pasta"}});
    perform("set_timer", {{"duration", "20 minutes"}, {"label", "bread"}});
    EXPECT_EQ(prepare("control_timer", {{"action", "cancel"}}).questionField, "which");
    EXPECT_EQ(prepare("control_timer", {{"action", "lengthen"}, {"label", "pasta"}}).questionField,
              "duration");
    perform("control_timer", {{"action", "cancel"}, {"label", "pasta"}});
    EXPECT_EQ(perform("control_timer", {}).text, "Bread: 20 minutes left.");
}

}  // namespace
}  // namespace hearth::tests

#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using SetTimer = CalendarFixture;
using Strings = std::vector<std::string>;

TEST_F(SetTimer, CountsDown) {
    const auto outcome = perform("set_timer", {{"duration", "an hour and a half"}, {"label", "bread"}});
    EXPECT_EQ(outcome.text, "Bread: 1 hour 30 minutes from now.");
    const agent::calendar::CalendarFolder folder(context_.remindersDir, kZone);
    ASSERT_EQ(folder.items().size(), 1u);
    EXPECT_EQ(folder.items()[0]->start, clock_.time + 5400);
    ASSERT_TRUE(tool("set_timer").undo(outcome.undo));
    EXPECT_TRUE(filesIn(context_.remindersDir).empty());
}

TEST_F(SetTimer, AsksForTheLength) {
    EXPECT_EQ(prepare("set_timer", {}).questionField, "duration");
    EXPECT_EQ(prepare("set_timer", {{"duration", "blurg"}}).questionField, "duration");
}

}  // namespace
}  // namespace hearth::tests

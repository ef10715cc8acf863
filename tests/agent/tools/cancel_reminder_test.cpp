#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using CancelReminder = CalendarFixture;
using Strings = std::vector<std::string>;

TEST_F(CancelReminder, RemovesAndBringsBack) {
    perform("set_reminder", {{"text", "call the bank"}, {"date", "tomorrow"}, {"time", "10:00"}});
    perform("set_reminder", {{"text", "call mum"}, {"date", "tomorrow"}, {"time", "11:00"}});
    const auto outcome = perform("cancel_reminder", {{"text", "the bank"}});
    EXPECT_EQ(outcome.text, "Removed the reminder: Call the bank, tomorrow 10:00.");
    EXPECT_EQ(filesIn(context_.remindersDir).size(), 1u);
    ASSERT_TRUE(tool("cancel_reminder").undo(outcome.undo));
    EXPECT_EQ(filesIn(context_.remindersDir).size(), 2u);
    EXPECT_EQ(prepare("cancel_reminder", {{"text", "call"}}).questionField, "which");
    EXPECT_EQ(prepare("cancel_reminder", {{"text", "yoga"}}).questionField, "text");
}

TEST_F(CancelReminder, RemovesAllWhereThatIsSaid) {
    perform("set_reminder", {{"text", "a"}, {"time", "in 1 hour"}});
    perform("set_reminder", {{"text", "b"}, {"time", "in 2 hours"}});
    const auto outcome = perform("cancel_reminder", {{"text", "all my reminders"}});
    EXPECT_TRUE(filesIn(context_.remindersDir).empty());
    ASSERT_TRUE(tool("cancel_reminder").undo(outcome.undo));
    EXPECT_EQ(filesIn(context_.remindersDir).size(), 2u);
}

}  // namespace
}  // namespace hearth::tests

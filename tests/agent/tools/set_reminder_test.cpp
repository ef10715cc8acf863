#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using SetReminder = CalendarFixture;
using Strings = std::vector<std::string>;

TEST_F(SetReminder, WritesAToDoThatRings) {
    const auto outcome =
        perform("set_reminder", {{"text", "to call the bank"}, {"date", "tomorrow"}, {"time", "10 am"}});
    EXPECT_EQ(outcome.text, "I'll remind you tomorrow 10:00: “Call the bank”.");
    const agent::calendar::CalendarFolder folder(context_.remindersDir, kZone);
    ASSERT_EQ(folder.items().size(), 1u);
    EXPECT_EQ(folder.items()[0]->kind, agent::calendar::Item::Kind::Todo);
    EXPECT_EQ(folder.items()[0]->alarms.at(0).offset, 0);
    ASSERT_TRUE(tool("set_reminder").undo(outcome.undo));
    EXPECT_TRUE(filesIn(context_.remindersDir).empty());
}

TEST_F(SetReminder, UnderstandsWhen) {
    const std::pair<ToolFixture::Arguments, std::string> cases[] = {
        {{{"text", "x"}, {"time", "in 20 minutes"}}, "X, today 16:50"},
        {{{"text", "x"}, {"date", "tomorrow"}}, "X, tomorrow 09:00"},
        {{{"text", "x"}, {"date", "tomorrow"}, {"time", "10:00"}, {"repeat", "every day"}},
         "X, tomorrow 10:00, every day"},
    };
    for (const auto& [arguments, summary] : cases)
        EXPECT_EQ(prepare("set_reminder", arguments).summary, summary);
}

TEST_F(SetReminder, AsksForWhatAndWhen) {
    EXPECT_EQ(prepare("set_reminder", {{"time", "10 am"}}).questionField, "text");
    EXPECT_EQ(prepare("set_reminder", {{"text", "x"}}).question, "When should I remind you?");
    EXPECT_EQ(prepare("set_reminder", {{"text", "x"}, {"date", "blurg"}}).questionField, "date");
    EXPECT_EQ(prepare("set_reminder", {{"text", "x"}, {"date", "today"}}).questionField, "time");
}

}  // namespace
}  // namespace hearth::tests

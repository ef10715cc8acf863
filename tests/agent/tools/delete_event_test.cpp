#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using DeleteEvent = CalendarFixture;
using Strings = std::vector<std::string>;

TEST_F(DeleteEvent, RemovesAndBringsBackExactly) {
    const auto file = addEvent("1", "Lunch", "20261123T120000", "20261123T133000");
    const std::string before = read(file);
    const auto outcome = perform("delete_event", {{"title", "lunch"}});
    EXPECT_EQ(outcome.text, "Removed from the calendar: Lunch, tomorrow 12:00–13:30.");
    EXPECT_FALSE(std::filesystem::exists(file));
    ASSERT_TRUE(tool("delete_event").undo(outcome.undo));
    EXPECT_EQ(read(file), before);
}

TEST_F(DeleteEvent, TakesOneOfARowOrAll) {
    const auto file =
        addEvent("1", "Stand-up", "20261123T090000", "20261123T091500", "RRULE:FREQ=DAILY;COUNT=3\r\n");
    const std::string before = read(file);
    EXPECT_EQ(prepare("delete_event", {{"title", "stand-up"}}).questionField, "scope");
    auto outcome = perform("delete_event", {{"title", "stand-up"}, {"date", "tuesday"}});
    EXPECT_EQ(events(), (Strings{"Stand-up 2026-11-23 09:00-09:15", "Stand-up 2026-11-25 09:00-09:15"}));
    ASSERT_TRUE(tool("delete_event").undo(outcome.undo));
    EXPECT_EQ(read(file), before);
    outcome = perform("delete_event", {{"title", "stand-up"}, {"scope", "all of them"}});
    EXPECT_TRUE(events().empty());
    ASSERT_TRUE(tool("delete_event").undo(outcome.undo));
    EXPECT_EQ(read(file), before);
}

TEST_F(DeleteEvent, ClearsADay) {
    addEvent("1", "Stand-up", "20261123T090000", "20261123T091500", "RRULE:FREQ=DAILY;COUNT=2\r\n");
    addEvent("2", "Lunch", "20261123T120000", "20261123T133000");
    const ToolFixture::Arguments requests[] = {{{"title", "all my meetings"}, {"date", "tomorrow"}},
                                               {{"date", "tomorrow"}}};
    for (const auto& request : requests) {
        const auto card = prepare("delete_event", request);
        EXPECT_EQ(card.summary, "2 events: Stand-up, tomorrow 09:00–09:15; Lunch, tomorrow 12:00–13:30");
        const auto outcome = perform("delete_event", request);
        EXPECT_EQ(events(), Strings{"Stand-up 2026-11-24 09:00-09:15"});
        ASSERT_TRUE(tool("delete_event").undo(outcome.undo));
        EXPECT_EQ(events().size(), 3u);
    }
}

TEST_F(DeleteEvent, AsksRatherThanGuesses) {
    addEvent("1", "Call with Ana", "20261123T120000", "20261123T123000");
    addEvent("2", "Call with Tom", "20261124T120000", "20261124T123000");
    const std::pair<ToolFixture::Arguments, std::string> cases[] = {
        {{}, "title"},
        {{{"title", "call"}}, "which"},
        {{{"title", "yoga"}}, "title"},
        {{{"title", "call"}, {"date", "blurg"}}, "date"},
        {{{"title", "call with ana"}}, ""},
        {{{"title", "call"}, {"attendees", "tom"}}, ""},
        {{{"title", "call"}, {"date", "tomorrow"}}, ""},
    };
    for (const auto& [arguments, field] : cases)
        EXPECT_EQ(prepare("delete_event", arguments).questionField, field);
}

}  // namespace
}  // namespace hearth::tests

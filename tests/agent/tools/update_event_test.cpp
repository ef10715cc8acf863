#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using UpdateEvent = CalendarFixture;
using Strings = std::vector<std::string>;

TEST_F(UpdateEvent, MovesAndUndoesExactly) {
    const auto file = addEvent("1", "Lunch", "20261123T120000", "20261123T133000");
    const std::string before = read(file);
    const std::pair<ToolFixture::Arguments, std::string> cases[] = {
        {{{"title", "lunch"}, {"new_time", "1 pm"}}, "Lunch 2026-11-23 13:00-14:30"},
        {{{"title", "my lunch"}, {"new_date", "friday"}}, "Lunch 2026-11-27 12:00-13:30"},
        {{{"title", "lunch"}, {"date", "tomorrow"}, {"new_date", "friday"}, {"new_time", "11:30"}},
         "Lunch 2026-11-27 11:30-13:00"},
        {{{"title", "lunch"}, {"new_time", "from 3 to 4"}}, "Lunch 2026-11-23 15:00-16:00"},
        {{{"title", "lunch"}, {"date", "friday"}}, "Lunch 2026-11-27 12:00-13:30"},
        {{{"title", "lunch"}, {"time", "5 pm"}}, "Lunch 2026-11-23 17:00-18:30"},
    };
    for (const auto& [arguments, expected] : cases) {
        const auto outcome = perform("update_event", arguments);
        EXPECT_EQ(events(), Strings{expected}) << outcome.text;
        EXPECT_NE(read(file).find("X-FOREIGN;Y=1:kept\\, as it is\r\n"), std::string::npos);
        ASSERT_TRUE(tool("update_event").undo(outcome.undo));
        EXPECT_EQ(read(file), before);
    }
}

TEST_F(UpdateEvent, ChangesPlaceAndPeople) {
    addEvent("1", "Lunch", "20261123T120000", "20261123T133000");
    const auto outcome =
        perform("update_event", {{"title", "lunch"}, {"location", "Café Sol"}, {"attendees", "Ana and Tom"}});
    EXPECT_EQ(outcome.text, "Changed “Lunch”, at Café Sol, with Ana and Tom.");
    const agent::calendar::CalendarFolder folder(context_.calendarDir, kZone);
    EXPECT_EQ(folder.items().at(0)->location, "Café Sol");
    EXPECT_EQ(folder.items().at(0)->attendees.size(), 2u);
    EXPECT_EQ(events(), Strings{"Lunch 2026-11-23 12:00-13:30"});
}

TEST_F(UpdateEvent, OffersChoicesWhereSeveralFit) {
    addEvent("1", "Call with Ana", "20261123T120000", "20261123T123000");
    addEvent("2", "Call with Tom", "20261124T120000", "20261124T123000");
    const ToolFixture::Arguments call{{"title", "call"}, {"new_time", "3 pm"}};
    const auto card = prepare("update_event", call);
    EXPECT_EQ(card.question, "Several events fit. Which one?");
    EXPECT_EQ(card.questionField, "which");
    ASSERT_EQ(card.fields.back().choices, (Strings{"Call with Ana, tomorrow 12:00–12:30",
                                                   "Call with Tom, Tuesday 24 November 12:00–12:30"}));
    auto answered = call;
    answered.emplace_back("which", "Call with Tom, Tuesday 24 November 12:00–12:30");
    perform("update_event", answered);
    EXPECT_EQ(events(),
              (Strings{"Call with Ana 2026-11-23 12:00-12:30", "Call with Tom 2026-11-24 15:00-15:30"}));
}

TEST_F(UpdateEvent, MovesOneOfARowOrAll) {
    const auto file =
        addEvent("1", "Stand-up", "20261116T090000", "20261116T091500", "RRULE:FREQ=WEEKLY;COUNT=4\r\n");
    const std::string before = read(file);
    const auto asked = prepare("update_event", {{"title", "stand-up"}, {"new_time", "10:00"}});
    EXPECT_EQ(asked.questionField, "scope");

    auto outcome =
        perform("update_event", {{"title", "stand-up"}, {"date", "tomorrow"}, {"new_time", "10:00"}});
    EXPECT_EQ(events(), (Strings{"Stand-up 2026-11-16 09:00-09:15", "Stand-up 2026-11-23 10:00-10:15",
                                 "Stand-up 2026-11-30 09:00-09:15", "Stand-up 2026-12-07 09:00-09:15"}));
    ASSERT_TRUE(tool("update_event").undo(outcome.undo));
    EXPECT_EQ(read(file), before);

    perform("update_event", {{"title", "stand-up"}, {"new_time", "10:00"}, {"scope", "all"}});
    EXPECT_EQ(events(), (Strings{"Stand-up 2026-11-16 10:00-10:15", "Stand-up 2026-11-23 10:00-10:15",
                                 "Stand-up 2026-11-30 10:00-10:15", "Stand-up 2026-12-07 10:00-10:15"}));
}

TEST_F(UpdateEvent, WarnsOfOverlapsButNotOfItself) {
    addEvent("1", "Lunch", "20261123T120000", "20261123T133000");
    addEvent("2", "Review", "20261123T140000", "20261123T150000");
    EXPECT_TRUE(prepare("update_event", {{"title", "lunch"}, {"new_time", "12:15"}}).warnings.empty());
    EXPECT_EQ(prepare("update_event", {{"title", "lunch"}, {"new_time", "13:00"}}).warnings,
              Strings{"Overlaps “Review”, 14:00–15:00"});
}

TEST_F(UpdateEvent, AsksWhenNothingFitsOrNothingChanges) {
    addEvent("1", "Lunch", "20261123T120000", "20261123T133000");
    EXPECT_EQ(prepare("update_event", {{"title", "yoga"}, {"new_time", "3 pm"}}).questionField, "title");
    EXPECT_EQ(prepare("update_event", {{"title", "lunch"}}).questionField, "new_time");
    EXPECT_EQ(prepare("update_event", {{"title", "lunch"}, {"new_date", "blurg"}}).questionField, "new_date");
}

TEST_F(UpdateEvent, SaysWhenTheEventWentAway) {
    const auto file = addEvent("1", "Lunch", "20261123T120000", "20261123T133000");
    const auto card = prepare("update_event", {{"title", "lunch"}, {"new_time", "3 pm"}});
    std::filesystem::remove(file);
    const auto outcome = tool("update_event").run(card.fields, {});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, base::ErrorCode::NotFound);
}

TEST_F(UpdateEvent, AWholeRowMovesToAnotherWeekday) {
    const auto file = addEvent("1", "Stand-up", "20261117T090000", "20261117T091500",
                               "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3\r\n");
    perform("update_event",
            {{"title", "stand-up"}, {"new_date", "thursday"}, {"new_time", "10:00"}, {"scope", "all"}});
    EXPECT_NE(read(file).find("BYDAY=TH"), std::string::npos) << read(file);
    EXPECT_EQ(events(), (Strings{"Stand-up 2026-11-19 10:00-10:15", "Stand-up 2026-11-26 10:00-10:15",
                                 "Stand-up 2026-12-03 10:00-10:15"}));
}

}  // namespace
}  // namespace hearth::tests

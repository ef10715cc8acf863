#include <nlohmann/json.hpp>

#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

class ListEvents : public CalendarFixture {
  protected:
    ListEvents() {
        addEvent("1", "Stand-up", "20261123T090000", "20261123T091500", "RRULE:FREQ=DAILY;COUNT=3\r\n");
        addEvent("2", "Lunch", "20261123T120000", "20261123T133000",
                 "LOCATION:Café Sol\r\nATTENDEE;CN=Ana Silva:mailto:ana@example.org\r\n");
        addEvent("3", "Dentist", "20261210T100000", "20261210T110000");
    }
};

TEST_F(ListEvents, TellsADay) {
    const auto outcome = perform("list_events", {{"date", "tomorrow"}});
    EXPECT_EQ(outcome.text,
              "You have 2 events tomorrow, Monday 23 November:\n• tomorrow 09:00–09:15  Stand-up\n"
              "• tomorrow 12:00–13:30  Lunch, Café Sol");
    EXPECT_EQ(outcome.undo, "");
    const auto items = nlohmann::json::parse(outcome.items);
    ASSERT_EQ(items.size(), 2u);
    EXPECT_EQ(items[1]["title"], "Lunch");
    EXPECT_EQ(items[1]["start"], "2026-11-23T12:00");
    EXPECT_EQ(items[1]["location"], "Café Sol");
}

TEST_F(ListEvents, FindsByWords) {
    const std::pair<ToolFixture::Arguments, std::string> cases[] = {
        {{}, "Stand-up;Lunch;Stand-up;Stand-up"},
        {{{"title", "my dentist appointment"}}, "Dentist"},
        {{{"attendees", "Ana"}}, "Lunch"},
        {{{"title", "meeting"}, {"date", "tomorrow"}}, "Stand-up;Lunch"},
        {{{"title", "yoga"}}, ""},
        {{{"date", "tomorrow"}, {"time", "afternoon"}}, "Lunch"},
        {{{"date", "tomorrow"}, {"time", "9 am"}}, "Stand-up"},
        {{{"date", "next month"}}, "Dentist"},
    };
    for (const auto& [arguments, titles] : cases) {
        const auto outcome = perform("list_events", arguments);
        std::string found;
        for (const auto& item : nlohmann::json::parse(outcome.items))
            found += (found.empty() ? "" : ";") + item["title"].get<std::string>();
        EXPECT_EQ(found, titles) << outcome.text;
    }
}

TEST_F(ListEvents, SaysWhenNothingIsThere) {
    EXPECT_EQ(perform("list_events", {{"date", "friday"}}).text, "Your calendar is free Friday 27 November.");
    EXPECT_EQ(perform("list_events", {{"title", "yoga"}}).text, "There is no event “yoga” in your calendar.");
}

TEST_F(ListEvents, NamesBrokenFilesAndLeavesThem) {
    write(context_.calendarDir / "bad.ics", "no calendar");
    const auto outcome = perform("list_events", {{"date", "friday"}});
    EXPECT_NE(outcome.text.find("1 file of the calendar folder cannot be read. bad.ics:"), std::string::npos)
        << outcome.text;
    EXPECT_EQ(read(context_.calendarDir / "bad.ics"), "no calendar");
}

TEST_F(ListEvents, SaysWhatItDoesNotUnderstand) {
    EXPECT_EQ(prepare("list_events", {{"date", "blurg"}}).questionField, "date");
}

}  // namespace
}  // namespace hearth::tests

#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using CreateEvent = CalendarFixture;
using Strings = std::vector<std::string>;

TEST_F(CreateEvent, ShowsAndWritesLunchAndTakesItBack) {
    const ToolFixture::Arguments lunch{{"title", "lunch with my sister"},
                                       {"date", "tomorrow"},
                                       {"time", "noon"},
                                       {"duration", "90 minutes"}};
    const auto card = prepare("create_event", lunch);
    EXPECT_EQ(card.summary, "Lunch with my sister, tomorrow 12:00–13:30");
    EXPECT_EQ(value(card, "date"), "2026-11-23");
    EXPECT_EQ(value(card, "time"), "12:00");
    EXPECT_EQ(value(card, "duration"), "90 minutes");
    EXPECT_TRUE(card.warnings.empty());
    EXPECT_TRUE(events().empty()) << "preparing changes nothing";

    const auto outcome = perform("create_event", lunch);
    EXPECT_EQ(outcome.text, "Added “Lunch with my sister” for tomorrow 12:00–13:30.");
    EXPECT_EQ(events(), Strings{"Lunch with my sister 2026-11-23 12:00-13:30"});
    EXPECT_TRUE(std::filesystem::exists(outcome.link));

    ASSERT_TRUE(tool("create_event").undo(outcome.undo));
    EXPECT_TRUE(filesIn(context_.calendarDir).empty());
}

TEST_F(CreateEvent, UnderstandsWhatPeopleSay) {
    const std::pair<ToolFixture::Arguments, Strings> cases[] = {
        {{{"title", "x"}, {"date", "tomorrow"}, {"time", "from 3 to 4:30"}}, {"X 2026-11-23 15:00-16:30"}},
        {{{"title", "x"}, {"date", "tomorrow"}, {"time", "9 am"}}, {"X 2026-11-23 09:00-10:00"}},
        {{{"title", "x"}, {"date", "next friday"}, {"time", "2pm"}, {"end_time", "4pm"}},
         {"X 2026-11-27 14:00-16:00"}},
        {{{"title", "x"}, {"date", "december 24"}}, {"X 2026-12-24 00:00-00:00"}},
        {{{"title", "x"}, {"date", "tomorrow at noon"}}, {"X 2026-11-23 12:00-13:00"}},
    };
    for (const auto& [arguments, expected] : cases) {
        const auto outcome = perform("create_event", arguments);
        EXPECT_EQ(events(), expected) << outcome.text;
        ASSERT_TRUE(tool("create_event").undo(outcome.undo));
    }
}

TEST_F(CreateEvent, KeepsAnEditedCard) {
    auto card = prepare("create_event", {{"title", "lunch"}, {"date", "tomorrow"}, {"time", "noon"}});
    ToolFixture::Arguments edited;
    for (const auto& field : card.fields)
        if (!field.label.empty())
            edited.emplace_back(field.name, field.name == "time" ? "13:15" : field.value);
    perform("create_event", edited);
    EXPECT_EQ(events(), Strings{"Lunch 2026-11-23 13:15-14:15"});
}

TEST_F(CreateEvent, RepeatsAndReminds) {
    perform("create_event", {{"title", "stand-up"},
                             {"date", "tomorrow"},
                             {"time", "9:00"},
                             {"duration", "15 minutes"},
                             {"repeat", "every week"},
                             {"location", "room 2"},
                             {"attendees", "Ana"},
                             {"attendees", "tom@example.org and Li"},
                             {"reminder", "1 hour before"}});
    const auto files = filesIn(context_.calendarDir);
    ASSERT_EQ(files.size(), 1u);
    const agent::calendar::CalendarFolder folder(context_.calendarDir, kZone);
    const auto& item = *folder.items().at(0);
    EXPECT_EQ(item.rule, "FREQ=WEEKLY");
    EXPECT_EQ(item.location, "room 2");
    ASSERT_EQ(item.attendees.size(), 3u);
    EXPECT_EQ(item.attendees[1].address, "tom@example.org");
    ASSERT_EQ(item.alarms.size(), 1u);
    EXPECT_EQ(item.alarms[0].offset, -3600);
    const auto all = events();
    ASSERT_GT(all.size(), 20u);
    EXPECT_EQ(all[1], "Stand-up 2026-11-30 09:00-09:15");
    EXPECT_EQ(all[19], "Stand-up 2027-04-05 09:00-09:15") << "the clock change moves nothing";
}

TEST_F(CreateEvent, PointsOutOverlaps) {
    addEvent("a", "Stand-up", "20261123T120000", "20261123T121500");
    addEvent("b", "Before", "20261123T110000", "20261123T120000");
    addEvent("c", "Weekly", "20261102T130000", "20261102T140000", "RRULE:FREQ=WEEKLY\r\n");
    const auto card =
        prepare("create_event",
                {{"title", "lunch"}, {"date", "tomorrow"}, {"time", "noon"}, {"duration", "90 minutes"}});
    EXPECT_EQ(card.warnings, (Strings{"Overlaps “Stand-up”, 12:00–12:15", "Overlaps “Weekly”, 13:00–14:00"}));
}

TEST_F(CreateEvent, AsksOneQuestionForWhatIsMissing) {
    const std::pair<ToolFixture::Arguments, std::string> cases[] = {
        {{{"date", "tomorrow"}}, "title"},
        {{{"title", "lunch"}}, "date"},
        {{}, "title"},
        {{{"title", "lunch"}, {"date", "blurg"}}, "date"},
    };
    for (const auto& [arguments, field] : cases) {
        const auto card = prepare("create_event", arguments);
        EXPECT_FALSE(card.question.empty());
        EXPECT_EQ(card.questionField, field);
    }
}

TEST_F(CreateEvent, RecoversAfterAPowerCut) {
    auto fields =
        prepare("create_event", {{"title", "lunch"}, {"date", "tomorrow"}, {"time", "noon"}}).fields;
    fields.push_back({"action_id", "", agent::ArgumentType::Text, "a-1", "", false, {}, {}});
    EXPECT_FALSE(tool("create_event").recover(fields));
    ASSERT_TRUE(tool("create_event").run(fields, {}));
    const auto outcome = tool("create_event").recover(fields);
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->text, "Added “Lunch” for tomorrow 12:00–13:00.");
    ASSERT_TRUE(tool("create_event").undo(outcome->undo));
    EXPECT_TRUE(events().empty());
}

}  // namespace
}  // namespace hearth::tests

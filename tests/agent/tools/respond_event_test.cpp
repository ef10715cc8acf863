#include "fakes/calendar_fixture.h"

namespace hearth::tests {
namespace {

using RespondEvent = CalendarFixture;

TEST_F(RespondEvent, KeepsTheAnswerAndTakesItBack) {
    const auto file = addEvent("1", "Design review", "20261123T120000", "20261123T133000",
                               "ATTENDEE;CN=Me;PARTSTAT=NEEDS-ACTION:mailto:me@example.org\r\n");
    const std::string before = read(file);
    const std::pair<std::string, std::string> cases[] = {
        {"accept", "ACCEPTED"}, {"decline", "DECLINED"}, {"tentative", "TENTATIVE"}};
    for (const auto& [answer, status] : cases) {
        const auto outcome = perform("respond_event", {{"title", "design review"}, {"answer", answer}});
        const agent::calendar::CalendarFolder folder(context_.calendarDir, kZone);
        EXPECT_EQ(folder.items().at(0)->attendees.at(0).status, status);
        EXPECT_NE(outcome.text.find("organizer is not told"), std::string::npos);
        ASSERT_TRUE(tool("respond_event").undo(outcome.undo));
        EXPECT_EQ(read(file), before);
    }
}

TEST_F(RespondEvent, JoinsByTheLinkOfTheNextMeeting) {
    addEvent("1", "Far", "20261124T120000", "20261124T133000", "LOCATION:https://meet.example/far\r\n");
    addEvent("2", "Near", "20261123T120000", "20261123T133000", "URL:https://meet.example/near?x=1\r\n");
    perform("respond_event", {{"title", "my meeting"}, {"answer", "join"}});
    EXPECT_EQ(desktop_.opened, std::vector<std::string>{"https://meet.example/near?x=1"});
}

TEST_F(RespondEvent, SaysWhenThereIsNoLink) {
    addEvent("1", "Walk", "20261123T120000", "20261123T133000");
    const auto card = prepare("respond_event", {{"title", "walk"}, {"answer", "join"}});
    EXPECT_EQ(card.warnings, std::vector<std::string>{"This event has no link to join"});
    EXPECT_FALSE(tool("respond_event").run(card.fields, {}));
    EXPECT_TRUE(desktop_.opened.empty());
}

TEST_F(RespondEvent, AsksForTheAnswer) {
    addEvent("1", "Walk", "20261123T120000", "20261123T133000");
    EXPECT_EQ(prepare("respond_event", {{"title", "walk"}}).questionField, "answer");
    EXPECT_EQ(prepare("respond_event", {{"title", "yoga"}, {"answer", "accept"}}).questionField, "title");
}

}  // namespace
}  // namespace hearth::tests

#include "calendar/item_writer.h"

#include <gtest/gtest.h>

namespace hearth::tests {
namespace {

using namespace agent::calendar;
using agent::CivilTime;

const std::string kZone = "Europe/Berlin";

Draft lunch() {
    Draft draft;
    draft.uid = "u-1";
    draft.title = "Lunch; with, my sister";
    draft.start = {2026, 11, 23, 12, 0, 0};
    draft.end = CivilTime{2026, 11, 23, 13, 30, 0};
    draft.zone = kZone;
    draft.stamp = 1795361400;
    return draft;
}

std::vector<Item> read(const std::string& text) {
    auto items = readItems(text, "x.ics", kZone);
    EXPECT_TRUE(items) << items.error().text() << "\n" << text;
    return items ? *items : std::vector<Item>{};
}

std::vector<std::string> starts(const std::string& text) {
    std::vector<std::shared_ptr<const Item>> items;
    for (const Item& item : read(text)) items.push_back(std::make_shared<const Item>(item));
    std::vector<std::string> out;
    for (const Occurrence& o : occurrencesOf(items, instantOf({2026, 11, 1, 0, 0, 0}, kZone),
                                             instantOf({2027, 5, 1, 0, 0, 0}, kZone), kZone)) {
        const CivilTime t = localOf(o.start, kZone);
        out.push_back(o.item->title + " " + std::to_string(t.month) + "-" + std::to_string(t.day) + " " +
                      std::to_string(t.hour) + ":" + std::to_string(t.minute));
    }
    return out;
}

TEST(NewFile, HasEverythingThatWasAsked) {
    Draft draft = lunch();
    draft.location = "Café";
    draft.attendees = {{"Ana \"A\" Silva", "ana@example.org", ""}, {"my sister", "", ""}};
    draft.rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO";
    draft.alarmOffsets = {-900};
    const std::string text = newFile(draft);
    EXPECT_NE(text.find("DTSTART;TZID=Europe/Berlin:20261123T120000\r\n"), std::string::npos) << text;
    EXPECT_NE(text.find("BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n"), std::string::npos) << text;
    EXPECT_LT(text.size(), 2500u) << "the zone's history before 2026 is of no use";
    const auto items = read(text);
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0].title, draft.title);
    EXPECT_EQ(items[0].location, "Café");
    EXPECT_EQ(items[0].start, 1795431600);
    EXPECT_EQ(items[0].end, 1795431600 + 5400);
    ASSERT_EQ(items[0].attendees.size(), 2u);
    EXPECT_EQ(items[0].attendees[0].address, "ana@example.org");
    EXPECT_EQ(items[0].attendees[1].name, "my sister");
    EXPECT_EQ(items[0].alarms.at(0).offset, -900);
    EXPECT_EQ(items[0].rule, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO");
}

TEST(NewFile, WritesUtcAndWholeDays) {
    Draft draft = lunch();
    draft.zone = "UTC";
    EXPECT_NE(newFile(draft).find("DTSTART:20261123T120000Z\r\n"), std::string::npos) << newFile(draft);
    EXPECT_EQ(newFile(draft).find("VTIMEZONE"), std::string::npos);
    draft.allDay = true;
    draft.end = CivilTime{2026, 11, 24, 0, 0, 0};
    EXPECT_NE(newFile(draft).find("DTSTART;VALUE=DATE:20261123\r\n"), std::string::npos) << newFile(draft);
    EXPECT_EQ(newFile(draft).find("VTIMEZONE"), std::string::npos);
    EXPECT_TRUE(read(newFile(draft))[0].allDay);
}

const std::string kForeign =
    "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME;A=b:mine\\,all\nBEGIN:VEVENT\nUID:f\\,1\n"
    "STRUCTURED-DATA;VALUE=URI:geo:1,2\nSUMMARY:Old\nDTSTART:20261123T110000Z\nDURATION:PT1H\n"
    "X-APPLE-TRAVEL;VALUE=DURATION:PT30M\nEND:VEVENT\nEND:VCALENDAR\n";

TEST(Revised, KeepsWhatItDoesNotKnow) {
    Revision revision;
    revision.title = "New";
    revision.start = CivilTime{2026, 11, 24, 15, 0, 0};
    revision.end = CivilTime{2026, 11, 24, 16, 0, 0};
    revision.zone = kZone;
    revision.stamp = 1795361400;
    const auto items = read(kForeign);
    const auto text = revised(kForeign, items[0], revision, std::nullopt, kZone);
    ASSERT_TRUE(text) << text.error().text();
    for (const char* kept : {"X-WR-CALNAME;A=b:mine\\,all\n", "STRUCTURED-DATA;VALUE=URI:geo:1,2\n",
                             "X-APPLE-TRAVEL;VALUE=DURATION:PT30M\n", "UID:f\\,1\n", "SEQUENCE:1\n"})
        EXPECT_NE(text->find(kept), std::string::npos) << kept << *text;
    EXPECT_EQ(text->find("DURATION:PT1H"), std::string::npos);
    EXPECT_EQ(text->find('\r'), std::string::npos);
    EXPECT_EQ(starts(*text), std::vector<std::string>{"New 11-24 15:0"});
}

TEST(Revised, ChangesOneOfARow) {
    Draft draft = lunch();
    draft.title = "Stand-up";
    draft.rule = "FREQ=DAILY;COUNT=3";
    const std::string file = newFile(draft);
    Revision revision;
    revision.start = CivilTime{2026, 11, 24, 15, 0, 0};
    revision.end = CivilTime{2026, 11, 24, 15, 15, 0};
    revision.zone = kZone;
    const auto second = instantOf({2026, 11, 24, 12, 0, 0}, kZone);
    const auto text = revised(file, read(file)[0], revision, second, kZone);
    ASSERT_TRUE(text) << text.error().text();
    EXPECT_EQ(starts(*text), (std::vector<std::string>{"Stand-up 11-23 12:0", "Stand-up 11-24 15:0",
                                                       "Stand-up 11-25 12:0"}));

    Revision renamed;
    renamed.title = "Long stand-up";
    const auto third = instantOf({2026, 11, 25, 12, 0, 0}, kZone);
    const auto both = revised(*text, read(*text)[0], renamed, third, kZone);
    ASSERT_TRUE(both) << both.error().text();
    EXPECT_EQ(starts(*both), (std::vector<std::string>{"Stand-up 11-23 12:0", "Stand-up 11-24 15:0",
                                                       "Long stand-up 11-25 12:0"}))
        << *both;
}

TEST(WithoutOccurrence, TakesOneOut) {
    Draft draft = lunch();
    draft.title = "A";
    draft.rule = "FREQ=DAILY;COUNT=3";
    const std::string file = newFile(draft);
    const auto second = instantOf({2026, 11, 24, 12, 0, 0}, kZone);
    const auto text = withoutOccurrence(file, read(file)[0], second, kZone, 0);
    ASSERT_TRUE(text);
    EXPECT_EQ(starts(*text), (std::vector<std::string>{"A 11-23 12:0", "A 11-25 12:0"}));
}

TEST(WithoutOccurrence, TakesAChangedOneOutForGood) {
    Draft draft = lunch();
    draft.title = "A";
    draft.rule = "FREQ=DAILY;COUNT=2";
    const std::string file = newFile(draft);
    Revision renamed;
    renamed.title = "B";
    const auto second = instantOf({2026, 11, 24, 12, 0, 0}, kZone);
    const auto changed = revised(file, read(file)[0], renamed, second, kZone).value();
    const auto items = read(changed);
    ASSERT_EQ(items.size(), 2u);
    const auto text = withoutOccurrence(changed, items[1], second, kZone, 0);
    ASSERT_TRUE(text);
    EXPECT_EQ(starts(*text), std::vector<std::string>{"A 11-23 12:0"}) << *text;
}

TEST(WithoutItem, RemovesTheFileOrOnlyTheEvent) {
    const auto alone = withoutItem(kForeign, read(kForeign)[0]);
    ASSERT_TRUE(alone);
    EXPECT_FALSE(*alone);
    std::string two = kForeign;
    two.insert(two.find("END:VCALENDAR"),
               "BEGIN:VEVENT\nUID:2\nDTSTART:20261125T110000Z\nSUMMARY:Two\nEND:VEVENT\n");
    const auto left = withoutItem(two, read(two)[0]);
    ASSERT_TRUE(left && *left);
    EXPECT_EQ(starts(**left), std::vector<std::string>{"Two 11-25 12:0"});
}

TEST(Revised, AnswersAnInvitation) {
    std::string invited = kForeign;
    invited.insert(invited.find("END:VEVENT"),
                   "ATTENDEE;CN=Me;RSVP=TRUE;PARTSTAT=NEEDS-ACTION:mailto:me@example.org\n"
                   "ATTENDEE;CN=Ana;PARTSTAT=NEEDS-ACTION:mailto:ana@example.org\n");
    Revision revision;
    revision.answer = "ACCEPTED";
    revision.userAddress = "me@example.org";
    const auto text = revised(invited, read(invited)[0], revision, std::nullopt, kZone);
    ASSERT_TRUE(text);
    const auto items = read(*text);
    ASSERT_EQ(items[0].attendees.size(), 2u);
    EXPECT_EQ(items[0].attendees[0].status, "ACCEPTED");
    EXPECT_EQ(items[0].attendees[1].status, "NEEDS-ACTION");
}

TEST(Revised, AnItemThatIsGoneIsNotFound) {
    Revision revision;
    const auto text =
        revised("BEGIN:VCALENDAR\nEND:VCALENDAR\n", read(kForeign)[0], revision, std::nullopt, kZone);
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, base::ErrorCode::NotFound);
}

}  // namespace
}  // namespace hearth::tests

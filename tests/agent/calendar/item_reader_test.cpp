#include <gtest/gtest.h>

#include "calendar/item.h"

namespace hearth::tests {
namespace {

using namespace agent::calendar;
using agent::CivilTime;

const std::string kZone = "Europe/Berlin";

std::string file(const std::string& lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + lines + "END:VCALENDAR\r\n";
}
std::string event(const std::string& lines) {
    return "BEGIN:VEVENT\r\nUID:1\r\n" + lines + "END:VEVENT\r\n";
}

std::vector<std::shared_ptr<const Item>> read(const std::string& text) {
    auto items = readItems(text, "x.ics", kZone);
    EXPECT_TRUE(items) << items.error().text();
    std::vector<std::shared_ptr<const Item>> all;
    if (items)
        for (auto& item : *items) all.push_back(std::make_shared<const Item>(std::move(item)));
    return all;
}

// Local starts within November 2026 to May 2027, as "YYYY-MM-DD HH:MM" of Berlin.
std::vector<std::string> starts(const std::string& text) {
    const auto from = instantOf({2026, 11, 1, 0, 0, 0}, kZone);
    const auto to = instantOf({2027, 5, 1, 0, 0, 0}, kZone);
    std::vector<std::string> out;
    for (const Occurrence& o : occurrencesOf(read(text), from, to, kZone)) {
        const CivilTime t = localOf(o.start, kZone);
        char buffer[64];
        snprintf(buffer, sizeof buffer, "%04d-%02d-%02d %02d:%02d", t.year, t.month, t.day, t.hour, t.minute);
        out.emplace_back(buffer);
    }
    return out;
}

TEST(ReadItems, ReadsWhatAnEventSays) {
    const auto items = read(file(event(
        "SUMMARY:Lunch\\, late\r\nLOCATION:Café\r\nDTSTART:20261123T110000Z\r\nDTEND:20261123T123000Z\r\n"
        "ATTENDEE;CN=\"Ana Silva\";PARTSTAT=ACCEPTED:mailto:ana@example.org\r\n"
        "ATTENDEE:MAILTO:tom@example.org\r\nSTATUS:CONFIRMED\r\n"
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:x\r\nEND:VALARM\r\n"
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER;VALUE=DATE-TIME:20261123T080000Z\r\nEND:VALARM\r\n")));
    ASSERT_EQ(items.size(), 1u);
    const Item& item = *items[0];
    EXPECT_EQ(item.title, "Lunch, late");
    EXPECT_EQ(item.location, "Café");
    EXPECT_EQ(item.start, 1795431600);
    EXPECT_EQ(item.end - item.start, 5400);
    ASSERT_EQ(item.attendees.size(), 2u);
    EXPECT_EQ(item.attendees[0].name, "Ana Silva");
    EXPECT_EQ(item.attendees[0].address, "ana@example.org");
    EXPECT_EQ(item.attendees[0].status, "ACCEPTED");
    EXPECT_EQ(item.attendees[1].name, "tom@example.org");
    ASSERT_EQ(item.alarms.size(), 2u);
    EXPECT_EQ(item.alarms[0].offset, -900);
    EXPECT_EQ(item.alarms[1].absolute, 1795420800);
}

TEST(ReadItems, KnowsEveryWayToSayWhen) {
    // 12:00 in Berlin on 23 November 2026 is 11:00 UTC.
    const std::pair<std::string, std::string> cases[] = {
        {"DTSTART:20261123T110000Z\r\n", "2026-11-23 12:00"},
        {"DTSTART:20261123T120000\r\n", "2026-11-23 12:00"},
        {"DTSTART;TZID=Europe/Berlin:20261123T120000\r\n", "2026-11-23 12:00"},
        {"DTSTART;TZID=America/New_York:20261123T060000\r\n", "2026-11-23 12:00"},
        {"DTSTART;TZID=/example.org/20231/America/New_York:20261123T060000\r\n", "2026-11-23 12:00"},
        {"DTSTART;TZID=Nowhere:20261123T120000\r\n", "2026-11-23 12:00"},
        {"DTSTART;VALUE=DATE:20261123\r\n", "2026-11-23 00:00"},
    };
    for (const auto& [line, start] : cases)
        EXPECT_EQ(starts(file(event(line))), std::vector<std::string>{start}) << line;
}

TEST(ReadItems, UsesTheZoneOfTheFile) {
    const std::string zone =
        "BEGIN:VTIMEZONE\r\nTZID:Custom\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+"
        "0300\r\n"
        "TZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    EXPECT_EQ(starts(file(zone + event("DTSTART;TZID=Custom:20261123T140000\r\n"))),
              std::vector<std::string>{"2026-11-23 12:00"});
}

TEST(ReadItems, SaysWhatIsBroken) {
    for (const std::string& text :
         {std::string(), std::string("hello"), std::string("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
          file(event("SUMMARY:no start\r\n")), file(event("DTSTART:yesterday\r\n")),
          std::string("a\0b", 3)}) {
        const auto items = readItems(text, "dir/x.ics", kZone);
        ASSERT_FALSE(items) << text;
        EXPECT_EQ(items.error().code, base::ErrorCode::InvalidInput);
        EXPECT_EQ(items.error().where, "dir/x.ics");
    }
}

TEST(Occurrences, KeepTheLocalTimeAcrossClockChanges) {
    // Berlin leaves winter time on 28 March 2027.
    EXPECT_EQ(
        starts(file(event("DTSTART;TZID=Europe/Berlin:20270322T090000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"))),
        (std::vector<std::string>{"2027-03-22 09:00", "2027-03-29 09:00", "2027-04-05 09:00"}));
    EXPECT_EQ(starts(file(event("DTSTART:20270322T080000Z\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n"))),
              (std::vector<std::string>{"2027-03-22 09:00", "2027-03-29 10:00"}));
}

TEST(Occurrences, LeaveOutExcludedAndReplaceChangedOnes) {
    const std::string rule =
        "DTSTART;TZID=Europe/Berlin:20261201T090000\r\nDTEND;TZID=Europe/Berlin:20261201T093000\r\n"
        "RRULE:FREQ=DAILY;COUNT=4\r\nEXDATE;TZID=Europe/Berlin:20261202T090000\r\n";
    const std::string changed =
        "RECURRENCE-ID;TZID=Europe/Berlin:20261203T090000\r\nDTSTART;TZID=Europe/Berlin:20261203T150000\r\n";
    EXPECT_EQ(starts(file(event(rule) + event(changed))),
              (std::vector<std::string>{"2026-12-01 09:00", "2026-12-03 15:00", "2026-12-04 09:00"}));
}

TEST(Occurrences, OldRulesWithoutEndAreFound) {
    EXPECT_EQ(starts(file(event("DTSTART;TZID=Europe/Berlin:19700101T090000\r\nRRULE:FREQ=YEARLY\r\n"))),
              std::vector<std::string>{"2027-01-01 09:00"});
    EXPECT_EQ(
        starts(file(event("DTSTART;VALUE=DATE:20200306\r\nRRULE:FREQ=MONTHLY;BYDAY=1FR;UNTIL=20261231\r\n"))),
        (std::vector<std::string>{"2026-11-06 00:00", "2026-12-04 00:00"}));
}

TEST(Occurrences, AMaliciousRuleEnds) {
    const auto all =
        starts(file(event("DTSTART:19000101T000000Z\r\nRRULE:FREQ=SECONDLY;COUNT=2000000000\r\n")));
    EXPECT_TRUE(all.empty());
}

TEST(Occurrences, CancelledOnesDoNotCount) {
    EXPECT_TRUE(starts(file(event("DTSTART:20261123T110000Z\r\nSTATUS:CANCELLED\r\n"))).empty());
}

}  // namespace
}  // namespace hearth::tests

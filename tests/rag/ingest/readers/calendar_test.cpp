#include <gmock/gmock.h>

#include "rag/ingest/shown_blocks.h"

namespace hearth::rag::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

TEST(CalendarReader, EventsTasksAndJournal) {
    const auto read = show(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Home\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Dinner\\, "
        "late\r\n"
        "DTSTART;TZID=Europe/Rome:20240301T190000\r\nDTEND;TZID=Europe/"
        "Rome:20240301T210000\r\nLOCATION:Roma\r\n"
        "ATTENDEE;CN=Ana:mailto:ana@example.org\r\nRRULE:FREQ=WEEKLY\r\nDESCRIPTION:Bring\\nwine\r\nEND:"
        "VEVENT\r\n"
        "BEGIN:VTODO\r\nUID:2\r\nSUMMARY:Pay\r\nDUE;VALUE=DATE:20240401\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
        "a.ics");
    EXPECT_EQ(read.kind, DocumentKind::Calendar);
    EXPECT_EQ(read.title, "Home");
    EXPECT_THAT(
        read.blocks,
        ElementsAre(
            "event @m=1: Dinner, late\nStart: 2024-03-01 19:00 Europe/Rome\nEnd: 2024-03-01 21:00 "
            "Europe/Rome\nRepeats: FREQ=WEEKLY\nPlace: Roma\nAttendees: Ana <ana@example.org>\nBring\nwine",
            HasSubstr("@m=2: Pay\nDue: 2024-04-01")));
    EXPECT_THAT(show("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "a.ics").failure, StartsWith("empty: "));
}

}  // namespace
}  // namespace hearth::rag::tests

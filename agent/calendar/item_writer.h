// New iCalendar texts, and changes to existing ones that leave the rest of the file as it was.
// Pure functions on values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "calendar/item.h"

namespace hearth::agent::calendar {

struct Draft {
    Item::Kind kind = Item::Kind::Appointment;
    std::string uid;
    std::string title;
    std::string location;
    std::string description;
    std::string categories;
    std::vector<Attendee> attendees;
    CivilTime start;               // local in `zone`
    std::optional<CivilTime> end;  // exclusive; of an event
    bool allDay = false;
    std::string zone;
    std::string rule;                        // RRULE's value
    std::vector<std::int64_t> alarmOffsets;  // seconds, negative: before the start
    std::int64_t stamp = 0;                  // when it was made
};

// A whole file: VCALENDAR with the zone (RFC 5545 demands it with TZID) and one VEVENT or VTODO.
std::string newFile(const Draft& draft);

// What to change; nothing: leave as it is.
struct Revision {
    std::optional<std::string> title;
    std::optional<std::string> location;
    std::optional<std::string> description;
    std::optional<CivilTime> start;  // with `end`, `allDay`, `zone`
    std::optional<CivilTime> end;
    bool allDay = false;
    std::string zone;
    std::optional<std::string> rule;
    std::optional<std::string> status;  // "COMPLETED"
    std::vector<Attendee> addAttendees;
    // In place of all alarms; of an item without one, its first. Seconds, negative: before the start.
    std::optional<std::vector<std::int64_t>> alarmOffsets;
    std::string answer;       // PARTSTAT of the user's own line: "ACCEPTED"
    std::string userAddress;  // of whom the answer is; empty: the only attendee, or a new line
    std::int64_t stamp = 0;
};

// The file's text with the item changed. `occurrence`: only that one of a repeating item, given by the start
// its rule gives. NotFound where the text has no such item.
base::Result<std::string> revised(const std::string& text, const Item& item, const Revision& revision,
                                  std::optional<std::int64_t> occurrence, const std::string& userZone);

// The text without one occurrence of a repeating item.
base::Result<std::string> withoutOccurrence(const std::string& text, const Item& item,
                                            std::int64_t occurrence, const std::string& userZone,
                                            std::int64_t stamp);

// The text without the item and its replaced occurrences; nothing where no item is left: remove the file.
base::Result<std::optional<std::string>> withoutItem(const std::string& text, const Item& item);

}  // namespace hearth::agent::calendar

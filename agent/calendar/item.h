// An event or a to-do as an iCalendar file has it, and its occurrences in time. Values; an Item keeps the
// parsed file it came from alive for its recurrence rules, and is used on one thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "agent/datetime.h"
#include "base/result.h"
#include "calendar/ical.h"

namespace hearth::agent::calendar {

struct Attendee {
    std::string name;
    std::string address;  // "ana@example.org"; may be empty
    std::string status;   // PARTSTAT: "ACCEPTED"; may be empty
};

struct Alarm {
    std::int64_t offset = 0;               // seconds from the start (from the end, with `fromEnd`)
    bool fromEnd = false;                  //
    std::optional<std::int64_t> absolute;  // an instant instead
};

struct Item {
    enum class Kind { Appointment, Todo };
    Kind kind = Kind::Appointment;
    std::string uid;
    std::optional<std::int64_t> replaces;  // RECURRENCE-ID: the occurrence that this one stands for
    std::string title;
    std::string location;
    std::string description;
    std::string status;      // "CANCELLED", "COMPLETED"; may be empty
    std::string categories;  // as written
    std::vector<Attendee> attendees;
    std::vector<Alarm> alarms;
    std::int64_t start = 0;  // instant; of a to-do its due time, or its start; 0 with `timeless`
    std::int64_t end = 0;    // instant, exclusive
    bool allDay = false;
    bool timeless = false;  // a to-do without a date
    std::string rule;       // RRULE's value; empty: happens once
    std::filesystem::path file;

    std::shared_ptr<icalcomponent> document;
    icalcomponent* component = nullptr;  // in `document`
};

struct Occurrence {
    std::shared_ptr<const Item> item;
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::int64_t original = 0;  // the start that the rule gives: RECURRENCE-ID
    bool repeats = false;       // one of several
};

// The events and to-dos of a file's text; floating times and dates are meant in `zone`.
// InvalidInput, naming what is wrong, where nothing can be read.
base::Result<std::vector<Item>> readItems(const std::string& text, const std::filesystem::path& file,
                                          const std::string& zone);

// Occurrences that touch [from, to), in order, overridden ones replaced, excluded ones left out. `items` may
// be of many files. Of one rule at most `kMaxSteps` steps are walked.
inline constexpr int kMaxSteps = 20000;
std::vector<Occurrence> occurrencesOf(const std::vector<std::shared_ptr<const Item>>& items,
                                      std::int64_t from, std::int64_t to, const std::string& zone);

}  // namespace hearth::agent::calendar

// What the user's folders hold, for pages that show it and forms that change it: events, reminders, alarms,
// timers, notes, lists and the log of actions. Needs no model. Every change goes through a tool and the log
// of actions, so that it can be taken back like what was said in words.
//
// Owns its connection to the log; folders are read anew at each call, because other programs write there too.
// One thread at a time, and not the window's: it waits for disks.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "agent/agent.h"
#include "agent/datetime.h"
#include "agent/scheduler.h"
#include "agent/tool_context.h"
#include "base/result.h"
#include "privacy/audit_log.h"

namespace hearth::agent {

// One occurrence of an event. Times are local in the user's zone, whatever zone the file names.
struct DeskEvent {
    std::string key;  // finds the same occurrence again; see Desk::carryOut
    std::string title;
    std::string location;
    std::string description;
    std::string people;  // names, joined by commas
    CivilTime start;
    CivilTime end;  // exclusive; of whole days midnight after the last one
    bool allDay = false;
    bool repeats = false;  // one of a row
    bool changed = false;  // of a row, and changed by itself: only it alone can be edited
    std::string rule;      // RRULE's value of the row
    std::string reminder;  // "900": seconds before the start; empty: none
    std::filesystem::path file;
};

struct DeskTodo {
    enum class Kind { Reminder, Alarm, Timer };
    // Upcoming: rings later. Due: rang, and nobody has said that it is done. Paused: a timer that stands.
    enum class State { Upcoming, Due, Paused };
    std::string key;
    std::string uid;
    Kind kind = Kind::Reminder;
    State state = State::Upcoming;
    std::string title;
    CivilTime when;            // local; of a row the next one
    std::int64_t instant = 0;  // the same; seconds since 1970 UTC
    std::int64_t left = 0;     // of a paused timer: seconds
    std::int64_t snoozed = 0;  // rings again at this instant; 0: not snoozed
    bool repeats = false;
    std::string rule;
};

struct DeskNote {
    std::filesystem::path path;
    std::string title;
    std::string text;  // the file's, as it is
    CivilTime modified;
};

struct DeskListItem {
    std::string text;
    bool done = false;
    int line = 0;  // in the file, from 0
};
struct DeskList {
    std::filesystem::path path;
    std::string name;
    std::vector<DeskListItem> items;
};

struct DeskLogRow {
    privacy::AuditEntry entry;
    std::string verb;  // of its tool, in the user's words
    std::string icon;
    CivilTime time;
};

// `problems`: files that cannot be read, with the reason: "lunch.ics: …".
template <typename Row>
struct DeskRows {
    std::vector<Row> rows;
    std::vector<std::string> problems;
    CivilTime now;
};

struct DeskOptions {
    std::filesystem::path dataDir;      // required
    std::filesystem::path calendarDir;  // empty: <dataDir>/calendar
    std::string zone;                   // empty: the system's
    std::string language = "en";        // of what is said: see Phrases::of
    const Clock* clock = nullptr;       // null: the system's
    Scheduler::Show show;               // what has come due; required before scheduler() is used
};

class Desk {
  public:
    virtual ~Desk() = default;
    // Opens or makes the folder's log of actions. Errors: it cannot be written.
    static base::Result<std::unique_ptr<Desk>> open(DeskOptions options);

    // Occurrences that touch the `days` days from `first` on, in order.
    virtual DeskRows<DeskEvent> events(const CivilTime& first, int days) = 0;
    // What is still to come or waits for a word, soonest first; a timer or alarm that rang for a day only.
    virtual DeskRows<DeskTodo> todos() = 0;
    virtual DeskRows<DeskNote> notes() = 0;
    virtual DeskRows<DeskList> lists() = 0;
    // Newest first.
    virtual base::Result<DeskRows<DeskLogRow>> log(int limit, int offset) = 0;

    // Does what a form says: a tool and its arguments. Tools that take words ("set_timer") resolve them;
    // those of forms (see tools/by_hand.h) take exact values; delete_event, cancel_reminder and cancel_alarm
    // take "key" (and "scope"). Errors name the argument that is wrong in `where`.
    virtual base::Result<ActionDone> carryOut(const Call& call) = 0;
    virtual base::Result<std::string> undo(std::int64_t auditId) = 0;

    // Says the rest in another language.
    virtual void speak(const std::string& language) = 0;

    virtual Scheduler& scheduler() = 0;
    virtual const ToolContext& context() const = 0;
};

}  // namespace hearth::agent

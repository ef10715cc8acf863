// Reminders, alarms, timers and calendar alarms that come due. The caller asks again and again (the window
// with a timer, the command line now and then); the folders are read anew where their files changed, so
// what other programs write is heeded. One thread at a time; it need not be the tools' thread: both only
// meet in the files, which are replaced whole.
//
// What fired is kept in <dataDir>/fired.json: {"fired":{"<uid>": seconds since 1970 of the last time that
// fired},"snoozed":{"<uid>": when it rings again}}.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "agent/tool_context.h"
#include "base/result.h"

namespace hearth::agent {

struct DueItem {
    enum class Kind { Reminder, Alarm, Timer, Appointment };
    std::string id;  // uid of the item
    Kind kind = Kind::Reminder;
    std::string title;     // "call the bank", "Timer: pasta"
    std::string body;      // when and where: "12:00–13:30, Café Sol"
    std::int64_t due = 0;  // seconds since 1970 UTC
    bool missed = false;   // came due while the program did not run
};

class Scheduler {
  public:
    // `context` must outlive it.
    explicit Scheduler(const ToolContext& context);

    // Everything that has come due and has not fired, oldest first. Each is shown as a notification, then
    // marked on disk and given once; after a power cut in between it is shown again rather than never.
    base::Result<std::vector<DueItem>> fireDue();
    // When the next one is due; nothing: there is none within a year.
    std::optional<std::int64_t> nextDue();
    // Lets it ring again after `seconds`.
    base::Result<void> snooze(const DueItem& item, std::int64_t seconds);
    // Files of the folders that cannot be read, with the reason: "lunch.ics: …".
    const std::vector<std::string>& problems() const { return problems_; }

  private:
    base::Result<void> load();
    base::Result<void> save();
    std::vector<DueItem> occurrences(std::int64_t from, std::int64_t to);

    struct Folders;  // what was read, until somebody writes

    const ToolContext& context_;
    std::shared_ptr<Folders> folders_;
    std::int64_t started_;
    bool loaded_ = false;
    std::map<std::string, std::int64_t> fired_;    // uid → last due time that fired
    std::map<std::string, std::int64_t> snoozed_;  // uid → when it rings again
    std::vector<std::string> problems_;
};

}  // namespace hearth::agent

// Reminders, alarms, timers and calendar alarms that come due. The caller asks again and again (the window
// and the background part when something is due, the command line now and then); the folders are read anew
// where their files changed, so what other programs write is heeded. One thread at a time; it need not be
// the tools' thread: both only meet in the files, which are replaced whole.
//
// What fired is kept in <dataDir>/fired.json: {"fired":{"<uid>": seconds since 1970 of the last time that
// fired},"snoozed":{"<uid>": when it rings again}}. It is read and written under <dataDir>/bell.lock, so that
// of several programs that look at once only one rings.
#pragma once

#include <cstdint>
#include <functional>
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
    bool missed = false;   // came due a while ago, and nothing could show it then
};

class Scheduler {
  public:
    // Shows what has come due, all of one look together.
    using Show = std::function<void(const std::vector<DueItem>&)>;

    // `context` must outlive it. Without `show` each item becomes a notification of context.desktop.
    explicit Scheduler(const ToolContext& context, Show show = {});
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;

    // Everything that has come due and has not fired, oldest first. It is shown, then marked on disk and
    // given once; after a power cut in between it is shown again rather than never. Conflict where another
    // program looks just now.
    base::Result<std::vector<DueItem>> fireDue();
    // When the next one is due; nothing: there is none within a year.
    std::optional<std::int64_t> nextDue();
    // Lets it ring again after `seconds`.
    base::Result<void> snooze(const std::string& id, std::int64_t seconds);
    // When what was put off rings again, by id.
    std::map<std::string, std::int64_t> snoozed();
    // Files of the folders that cannot be read, with the reason: "lunch.ics: …".
    const std::vector<std::string>& problems() const { return problems_; }

  private:
    void load();
    base::Result<void> save();
    void showByDesktop(const std::vector<DueItem>& firing) const;
    std::vector<DueItem> firstRings(std::int64_t now);
    void addSnoozed(std::int64_t now, std::vector<DueItem>& firing);
    std::vector<DueItem> occurrences(std::int64_t from, std::int64_t to);

    struct Folders;  // what was read, until somebody writes

    const ToolContext& context_;
    Show show_;
    std::shared_ptr<Folders> folders_;
    std::map<std::string, std::int64_t> fired_;    // uid → last due time that fired
    std::map<std::string, std::int64_t> snoozed_;  // uid → when it rings again
    std::vector<std::string> problems_;
};

}  // namespace hearth::agent

// What reminders, alarms and timers share: iCalendar to-dos with an alarm in the reminders folder, told apart
// by their category.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agent/datetime.h"
#include "agent/tool.h"
#include "agent/tool_context.h"
#include "calendar/calendar_folder.h"
#include "tools/basic_tool.h"

namespace hearth::agent::tools {

inline constexpr const char* kReminderCategory = "Reminder";
inline constexpr const char* kAlarmCategory = "Alarm";
inline constexpr const char* kTimerCategory = "Timer";

struct Todo {
    std::string id;        // of the action: the file's name and uid come from it
    std::string category;  // one of the above
    std::string title;
    CivilTime when;    // local in `zone`
    std::string zone;  // "UTC" for timers, which clock changes do not move
    std::string rule;  // RRULE's value
};

std::filesystem::path todoPath(const ToolContext& context, const std::string& actionId);
FileEdit todoEdit(const ToolContext& context, const Todo& todo);
// Writes it as a change that can be taken back.
base::Result<void> saveTodo(const ToolContext& context, const Todo& todo);

// The seconds that a paused timer's file says are left; 0 where it says nothing.
std::int64_t secondsLeft(const std::filesystem::path& file);

// To-dos of a category that are still to come or repeat, soonest first; with `date` or `time` those of it.
std::vector<calendar::Occurrence> pendingTodos(const ToolContext& context, const std::string& category,
                                               const std::string& title, const std::string& date,
                                               const std::string& time);

// "tomorrow 07:30", and the rule in the user's words where there is one.
std::string sayTodo(const ToolContext& context, const calendar::Occurrence& todo);
// A list of those of a category in words: "You have 2 reminders:\n• …".
std::string sayTodos(const ToolContext& context, const std::vector<calendar::Occurrence>& todos,
                     const std::string& category);

// Removes reminders or alarms: the common body of cancel_reminder and cancel_alarm.
class CancelTodo : public BasicTool {
  public:
    // `textArgument`: the argument that has the words of it; `undone`: what undo() says, a phrase.
    CancelTodo(ToolSpec spec, const ToolContext& context, std::string category, std::string textArgument,
               const char* undone);
    base::Result<Prepared> prepare(const Call& call) override;
    base::Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken cancel) override;

  protected:
    std::optional<Outcome> told(const std::vector<Field>& fields, const std::string& id) const override;

  private:
    std::string category_;
    std::string textArgument_;
};

}  // namespace hearth::agent::tools

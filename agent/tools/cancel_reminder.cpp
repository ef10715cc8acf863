// cancel_reminder: removes one, or all where the user says so.
#include "tools/todo_common.h"
#include "tools/tools.h"

namespace hearth::agent::tools {

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "cancel_reminder";
    spec.verb = "Remove reminder";
    spec.description = "Remove reminders";
    spec.icon = "reminder";
    spec.writes = true;
    spec.arguments = {
        {"text", ArgumentType::Text, "Reminder", "Which reminder?", false, {}},
        {"date", ArgumentType::Date, "Day", "For which day?", false, {}},
        {"time", ArgumentType::Time, "Time", "For what time?", false, {}},
    };
    spec.examples = {"cancel the reminder to call the bank", "delete all my reminders"};
    return spec;
}

}  // namespace

std::unique_ptr<Tool> makeCancelReminder(const ToolContext& context) {
    return std::make_unique<CancelTodo>(makeSpec(), context, kReminderCategory, "text",
                                        phrase("The reminder is set again."));
}

}  // namespace hearth::agent::tools

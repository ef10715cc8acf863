// cancel_alarm: removes one, or all where the user says so.
#include "tools/todo_common.h"
#include "tools/tools.h"

namespace hearth::agent::tools {

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "cancel_alarm";
    spec.verb = "Remove alarm";
    spec.description = "Remove alarms";
    spec.icon = "alarm";
    spec.writes = true;
    spec.arguments = {
        {"time", ArgumentType::Time, "Time", "For what time?", false, {}},
        {"date", ArgumentType::Date, "Day", "For which day?", false, {}},
        {"label", ArgumentType::Text, "Alarm", "Which alarm?", false, {}},
    };
    spec.examples = {"cancel my 7 am alarm", "turn off all alarms"};
    return spec;
}

}  // namespace

std::unique_ptr<Tool> makeCancelAlarm(const ToolContext& context) {
    return std::make_unique<CancelTodo>(makeSpec(), context, kAlarmCategory, "label",
                                        phrase("The alarm is set again."));
}

}  // namespace hearth::agent::tools

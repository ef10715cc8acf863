// list_alarms: what is set and still to come.
#include "tools/event_common.h"
#include "tools/item_choice.h"
#include "tools/todo_common.h"
#include "tools/tools.h"

namespace hearth::agent::tools {

using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "list_alarms";
    spec.verb = "Look at alarms";
    spec.description = "Say which alarms are set";
    spec.icon = "alarm";
    spec.writes = false;
    spec.arguments = {
        {"date", ArgumentType::Date, "Day", "For which day?", false, {}},
        {"time", ArgumentType::Time, "Time", "For what time?", false, {}},
    };
    spec.examples = {"which alarms are set", "is there an alarm for tomorrow"};
    return spec;
}

class ListAlarms final : public BasicTool {
  public:
    explicit ListAlarms(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const auto span = spanOf(context(), valueOf(result.fields, "date"), valueOf(result.fields, "time"));
        if (span && !span->error.empty()) ask(result, span->errorField, span->error);
        result.summary = say("Look at the alarms");
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const auto found =
            pendingTodos(context(), kAlarmCategory, "", valueOf(fields, "date"), valueOf(fields, "time"));
        return Outcome{sayTodos(context(), found, kAlarmCategory), {}, {}, itemsJson(context(), found)};
    }
};

}  // namespace

std::unique_ptr<Tool> makeListAlarms(const ToolContext& context) {
    return std::make_unique<ListAlarms>(context);
}

}  // namespace hearth::agent::tools

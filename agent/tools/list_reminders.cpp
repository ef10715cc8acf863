// list_reminders: what is set and still to come.
#include "tools/event_common.h"
#include "tools/item_choice.h"
#include "tools/todo_common.h"
#include "tools/tools.h"

namespace hearth::agent::tools {

using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "list_reminders";
    spec.verb = "Look at reminders";
    spec.description = "Say which reminders are set";
    spec.icon = "reminder";
    spec.writes = false;
    spec.arguments = {
        {"date", ArgumentType::Date, "Day", "For which day?", false, {}},
        {"time", ArgumentType::Time, "Time", "For what time?", false, {}},
    };
    spec.examples = {"what are my reminders", "do I have reminders for tomorrow"};
    return spec;
}

class ListReminders final : public BasicTool {
  public:
    explicit ListReminders(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const auto span = spanOf(context(), valueOf(result.fields, "date"), valueOf(result.fields, "time"));
        if (span && !span->error.empty()) ask(result, span->errorField, span->error);
        result.summary = say("Look at the reminders");
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const auto found =
            pendingTodos(context(), kReminderCategory, "", valueOf(fields, "date"), valueOf(fields, "time"));
        return Outcome{sayTodos(context(), found, kReminderCategory), {}, {}, itemsJson(context(), found)};
    }
};

}  // namespace

std::unique_ptr<Tool> makeListReminders(const ToolContext& context) {
    return std::make_unique<ListReminders>(context);
}

}  // namespace hearth::agent::tools

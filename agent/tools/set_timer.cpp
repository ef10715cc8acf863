// set_timer: a countdown, kept as a to-do that is due at an instant, so that it survives a restart.
#include "tools/todo_common.h"
#include "tools/tools.h"
#include "tools/when.h"

namespace hearth::agent::tools {

using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "set_timer";
    spec.verb = "Start timer";
    spec.description = "Start a countdown";
    spec.icon = "timer";
    spec.writes = true;
    spec.arguments = {
        {"duration", ArgumentType::Duration, "Length", "For how long?", true, {}},
        {"label", ArgumentType::Text, "Name", "What is it for?", false, {}},
    };
    spec.examples = {"set a timer for 10 minutes", "pasta timer 8 minutes"};
    return spec;
}

class SetTimer final : public BasicTool {
  public:
    explicit SetTimer(const ToolContext& context)
        : BasicTool(makeSpec(), context, phrase("The timer is stopped.")) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        set(result, "label", capitalized(valueOf(result.fields, "label")));
        const std::string words = valueOf(result.fields, "duration");
        if (words.empty()) return result;
        const auto length = resolveLength(context(), words);
        if (!length) {
            ask(result, "duration",
                say("I don't understand “{words}” as a length of time. For how long?", {{"words", words}}));
            return result;
        }
        set(result, "duration", plainLength(context().phrases, *length),
            sayLength(context().phrases, *length));
        result.summary = say("{title}, {span}", {{"title", titleOf(result.fields)},
                                                 {"span", sayLength(context().phrases, *length)}});
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const auto length = resolveLength(context(), valueOf(fields, "duration"));
        if (!length)
            return base::fail(base::ErrorCode::InvalidInput, say("The length is not understood"), "duration");
        const std::string id = changeId(fields);
        const std::int64_t due = context().clock->now() + *length;
        const Todo todo{id, kTimerCategory, titleOf(fields), calendar::localOf(due, "UTC"), "UTC", {}};
        if (auto saved = saveTodo(context(), todo); !saved) return tl::unexpected(saved.error());
        return outcome(fields, id);
    }

    std::optional<Outcome> told(const std::vector<Field>& fields, const std::string& id) const override {
        return outcome(fields, id);
    }

  private:
    std::string titleOf(const std::vector<Field>& fields) const {
        const std::string label = valueOf(fields, "label");
        return label.empty() ? say("Timer") : label;
    }

    Outcome outcome(const std::vector<Field>& fields, const std::string& id) const {
        const auto length = resolveLength(context(), valueOf(fields, "duration"));
        return {
            say("{title}: {length} from now.",
                {{"title", titleOf(fields)}, {"length", sayLength(context().phrases, length.value_or(0))}}),
            todoPath(context(), id).string(),
            id,
            {}};
    }
};

}  // namespace

std::unique_ptr<Tool> makeSetTimer(const ToolContext& context) {
    return std::make_unique<SetTimer>(context);
}

}  // namespace hearth::agent::tools

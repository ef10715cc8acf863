// set_reminder: a to-do with an alarm in the reminders folder.
#include "tools/event_common.h"
#include "tools/todo_common.h"
#include "tools/tools.h"
#include "tools/when.h"

namespace hearth::agent::tools {

using base::Result;

namespace {

// A day without an hour rings in the morning.
constexpr int kMorning = 9;

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "set_reminder";
    spec.verb = "Remind me";
    spec.description = "Remind of something later";
    spec.icon = "reminder";
    spec.writes = true;
    spec.arguments = {
        {"text", ArgumentType::Text, "Remind of", "What should I remind you of?", true, {}},
        {"date", ArgumentType::Date, "Day", "When should I remind you?", false, {}},
        {"time", ArgumentType::Time, "Time", "At what time should I remind you?", false, {}},
        {"repeat", ArgumentType::Repeat, "Repeats", "How often?", false, {}},
    };
    spec.examples = {"remind me to call the bank tomorrow at 10",
                     "remind me in 20 minutes to check the oven"};
    return spec;
}

class SetReminder final : public BasicTool {
  public:
    explicit SetReminder(const ToolContext& context)
        : BasicTool(makeSpec(), context, phrase("Took the reminder back.")) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        std::string text = valueOf(result.fields, "text");
        if (lowered(text).starts_with("to ")) text.erase(0, 3);
        set(result, "text", capitalized(text));
        const WhenQuery query = queryOf(result.fields);
        if (query.date.empty() && query.time.empty() && query.repeat.empty()) {
            ask(result, "time", say("When should I remind you?"));
            return result;
        }
        const auto when = resolve(context(), query);
        if (!when) {
            result.question.clear();
            ask(result, when.error().where, when.error().message);
            return result;
        }
        CivilTime start = when->start;
        if (when->allDay) start.hour = kMorning;
        const CivilTime now = localNow(context());
        if (when->allDay && start <= now && daysBetween(start, now) == 0) {
            ask(result, "time", say("At what time today should I remind you?"));
            return result;
        }
        set(result, "date", isoDate(start), sayFullDay(context().phrases, start, now));
        set(result, "time", isoTime(start));
        addDoubts(context(), result, *when);
        const std::string span = saySpan(context().phrases, start, std::nullopt, false, now);
        result.summary = say("{title}, {span}", {{"title", valueOf(result.fields, "text")}, {"span", span}});
        if (when->recurrence) result.summary = withRepeat(context(), result.summary, result.fields);
        setHidden(result, "span", span);
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const auto when = resolve(context(), queryOf(fields));
        if (!when) return tl::unexpected(when.error());
        const std::string id = changeId(fields);
        Todo todo{id, kReminderCategory, valueOf(fields, "text"), when->start, context().zone, {}};
        if (when->recurrence) todo.rule = when->recurrence->rule();
        if (when->allDay) todo.when.hour = kMorning;
        if (auto saved = saveTodo(context(), todo); !saved) return tl::unexpected(saved.error());
        return outcome(fields, id);
    }

    std::optional<Outcome> told(const std::vector<Field>& fields, const std::string& id) const override {
        return outcome(fields, id);
    }

  private:
    static WhenQuery queryOf(const std::vector<Field>& fields) {
        return {valueOf(fields, "date"),   valueOf(fields, "time"), {}, {},
                valueOf(fields, "repeat"), Purpose::Meeting};
    }

    Outcome outcome(const std::vector<Field>& fields, const std::string& id) const {
        const std::string repeat = valueOf(fields, "repeat");
        const std::string text =
            say(repeat.empty() ? "I'll remind you {span}: “{text}”."
                               : "I'll remind you {span}: “{text}”, {repeat}.",
                {{"span", valueOf(fields, "span")}, {"text", valueOf(fields, "text")}, {"repeat", repeat}});
        return {text, todoPath(context(), id).string(), id, {}};
    }
};

}  // namespace

std::unique_ptr<Tool> makeSetReminder(const ToolContext& context) {
    return std::make_unique<SetReminder>(context);
}

}  // namespace hearth::agent::tools

// set_alarm: rings at a time of day, once or again and again.
#include "tools/event_common.h"
#include "tools/todo_common.h"
#include "tools/tools.h"
#include "tools/when.h"

namespace hearth::agent::tools {

using base::Result;

namespace {

constexpr int kMorning = 7;  // an alarm without an hour is asked for; a whole day never rings at midnight

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "set_alarm";
    spec.verb = "Set alarm";
    spec.description = "Set an alarm";
    spec.icon = "alarm";
    spec.writes = true;
    spec.arguments = {
        {"time", ArgumentType::Time, "Time", "For what time?", true, {}},
        {"date", ArgumentType::Date, "Day", "On which day?", false, {}},
        {"label", ArgumentType::Text, "Name", "What is it for?", false, {}},
        {"repeat", ArgumentType::Repeat, "Repeats", "How often?", false, {}},
    };
    spec.examples = {"wake me up at 7", "set an alarm for 6:30 every weekday"};
    return spec;
}

class SetAlarm final : public BasicTool {
  public:
    explicit SetAlarm(const ToolContext& context)
        : BasicTool(makeSpec(), context, phrase("The alarm is off again.")) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        set(result, "label", capitalized(valueOf(result.fields, "label")));
        const WhenQuery query = queryOf(result.fields);
        if (query.date.empty() && query.time.empty()) return result;
        const auto when = resolveAlarm(query);
        if (!when) {
            result.question.clear();
            ask(result, when.error().where, when.error().message);
            return result;
        }
        if (when->allDay) return result;  // the question for the time stands
        if (result.questionField == "time") result.question = result.questionField = "";
        const CivilTime now = localNow(context());
        set(result, "time", isoTime(when->start));
        set(result, "date", isoDate(when->start), sayFullDay(context().phrases, when->start, now));
        addDoubts(context(), result, *when);
        const std::string span = saySpan(context().phrases, when->start, std::nullopt, false, now);
        result.summary = say("{title}, {span}", {{"title", say("Alarm")}, {"span", span}});
        if (when->recurrence) result.summary = withRepeat(context(), result.summary, result.fields);
        setHidden(result, "span", span);
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const auto when = resolveAlarm(queryOf(fields));
        if (!when) return tl::unexpected(when.error());
        const std::string id = changeId(fields);
        Todo todo{id, kAlarmCategory, titleOf(fields), when->start, context().zone, {}};
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
                valueOf(fields, "repeat"), Purpose::Alarm};
    }

    // "Wake me at 7", said in the evening, means the morning: a guess of the evening is turned round.
    base::Result<ResolvedWhen> resolveAlarm(WhenQuery query) const {
        auto when = resolve(context(), query);
        constexpr int kEvening = 16;
        const bool guessed = when && when->doubted(Doubt::AmOrPm) && query.date.empty();
        if (!guessed || when->start.hour < kEvening) return when;
        CivilTime morning = when->start;
        morning.hour -= 12;
        query.time = isoTime(morning) + " am";
        auto again = resolve(context(), query);
        return again ? again : when;
    }

    std::string titleOf(const std::vector<Field>& fields) const {
        const std::string label = valueOf(fields, "label");
        return label.empty() ? say("Alarm") : label;
    }

    Outcome outcome(const std::vector<Field>& fields, const std::string& id) const {
        const std::string span = withRepeat(context(), valueOf(fields, "span"), fields);
        return {
            say("The alarm is set for {span}.", {{"span", span}}), todoPath(context(), id).string(), id, {}};
    }
};

}  // namespace

std::unique_ptr<Tool> makeSetAlarm(const ToolContext& context) {
    return std::make_unique<SetAlarm>(context);
}

}  // namespace hearth::agent::tools

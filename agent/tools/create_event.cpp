// create_event: a new iCalendar file in the calendar folder.
#include <algorithm>

#include "calendar/item_writer.h"
#include "tools/attendees.h"
#include "tools/basic_tool.h"
#include "tools/event_common.h"
#include "tools/tools.h"
#include "tools/when.h"

namespace hearth::agent::tools {

using base::Result;

namespace {

constexpr std::int64_t kUsualLength = 3600;

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "create_event";
    spec.verb = "Add to calendar";
    spec.description = "Add a calendar event or book a meeting";
    spec.icon = "calendar";
    spec.writes = true;
    spec.arguments = {
        {"title", ArgumentType::Text, "Title", "What is it about?", true, {}},
        {"date", ArgumentType::Date, "Day", "On which day?", true, {}},
        {"time", ArgumentType::Time, "Starts", "When does it start?", false, {}},
        {"end_time", ArgumentType::Time, "Ends", "When does it end?", false, {}},
        {"duration", ArgumentType::Duration, "Length", "How long is it?", false, {}},
        {"location", ArgumentType::Text, "Place", "Where is it?", false, {}},
        {"attendees", ArgumentType::Person, "People", "Who comes?", false, {}},
        {"repeat", ArgumentType::Repeat, "Repeats", "How often?", false, {}},
    };
    spec.examples = {"set up lunch with my sister tomorrow at noon for 90 minutes",
                     "team meeting every other Tuesday from 3 to 4:30"};
    return spec;
}

class CreateEvent final : public BasicTool {
  public:
    explicit CreateEvent(const ToolContext& context)
        : BasicTool(makeSpec(), context, phrase("Took the event out of the calendar again.")) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        set(result, "title", capitalized(valueOf(result.fields, "title")));
        addReminderField(call, result);
        const WhenQuery query = queryOf(result.fields);
        if (query.date.empty() && query.time.empty() && query.repeat.empty()) return result;
        const base::Result<ResolvedWhen> when = resolve(context(), query);
        if (!when) {
            result.question.clear();
            ask(result, when.error().where, when.error().message);
            return result;
        }
        if (result.questionField == "date") result.question = result.questionField = "";
        showTimes(result, *when);
        chooseAttendees(context(), result);
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const base::Result<ResolvedWhen> when = resolve(context(), queryOf(fields));
        if (!when) return base::fail(base::ErrorCode::InvalidInput, when.error().message, when.error().where);
        const std::string id = changeId(fields);
        const calendar::Draft draft = draftOf(fields, *when, id);
        const auto path = context().calendarDir / (draft.uid + ".ics");
        if (auto done = context().changes->apply(id, {{path, calendar::newFile(draft)}}); !done)
            return tl::unexpected(done.error());
        return outcome(fields, path, id);
    }

    std::optional<Outcome> told(const std::vector<Field>& fields, const std::string& id) const override {
        return outcome(fields, context().calendarDir / (uidOf(id) + ".ics"), id);
    }

  private:
    static WhenQuery queryOf(const std::vector<Field>& fields) {
        return {valueOf(fields, "date"),     valueOf(fields, "time"),   valueOf(fields, "end_time"),
                valueOf(fields, "duration"), valueOf(fields, "repeat"), Purpose::Meeting};
    }

    static std::string uidOf(const std::string& id) { return "hearth-" + id; }

    void addReminderField(const Call& call, Prepared& result) const {
        Field field;
        field.name = "reminder";
        field.label = say("Reminder");
        field.type = ArgumentType::Enum;
        field.choices = reminderChoices();
        for (const std::string& choice : field.choices) field.labels.push_back(say(choice));
        field.value = call.argument("reminder").value_or("");
        if (std::find(field.choices.begin(), field.choices.end(), field.value) == field.choices.end())
            field.value.clear();
        field.display = field.labelOf(field.value);
        result.fields.push_back(std::move(field));
    }

    // Where neither end nor length was said, an hour is usual; the card shows it.
    static CivilTime endOf(const ToolContext& context, const ResolvedWhen& when) {
        if (when.endInstant) return toLocal(context, *when.endInstant);
        if (when.allDay) return plusDays(midnight(when.start), 1);
        return toLocal(context, when.startInstant + kUsualLength);
    }

    void showTimes(Prepared& result, const ResolvedWhen& when) {
        const CivilTime now = localNow(context());
        const CivilTime end = endOf(context(), when);
        set(result, "date", isoDate(when.start), sayFullDay(context().phrases, when.start, now));
        const std::string said = valueOf(result.fields, "end_time");
        if (when.allDay) {
            set(result, "time", "", say("all day"));
            const int days = daysBetween(when.start, end);
            if (days > 1) set(result, "duration", sayLength(context().phrases, std::int64_t{86400} * days));
        } else {
            const std::int64_t length = toInstant(context(), end) - when.startInstant;
            set(result, "time", isoTime(when.start));
            // One of the two says it: the one that the user used, so that editing it works as expected.
            if (said.empty())
                set(result, "duration", plainLength(context().phrases, length),
                    sayLength(context().phrases, length));
            else
                set(result, "end_time", isoTime(end)), set(result, "duration", "");
            result.warnings =
                overlapWarnings(context(), calendar::CalendarFolder(context().calendarDir, context().zone),
                                when.startInstant, when.startInstant + length, "");
        }
        if (valueOf(result.fields, "reminder").empty())
            set(result, "reminder", when.allDay ? "none" : "15 minutes before");
        addDoubts(context(), result, when);
        const std::string span = saySpan(context().phrases, when.start, end, when.allDay, now);
        result.summary = say("{title}, {span}", {{"title", valueOf(result.fields, "title")}, {"span", span}});
        if (when.recurrence) result.summary = withRepeat(context(), result.summary, result.fields);
        setHidden(result, "span", span);
    }

    calendar::Draft draftOf(const std::vector<Field>& fields, const ResolvedWhen& when,
                            const std::string& id) const {
        calendar::Draft draft;
        draft.uid = uidOf(id);
        draft.title = valueOf(fields, "title");
        draft.location = valueOf(fields, "location");
        draft.attendees = attendeesNamed(context(), valueOf(fields, "attendees"));
        draft.start = when.start;
        draft.end = endOf(context(), when);
        draft.allDay = when.allDay;
        draft.zone = context().zone;
        if (when.recurrence) draft.rule = when.recurrence->rule();
        if (const auto offset = reminderOffset(valueOf(fields, "reminder"))) draft.alarmOffsets = {*offset};
        draft.stamp = context().clock->now();
        return draft;
    }

    Outcome outcome(const std::vector<Field>& fields, const std::filesystem::path& path,
                    const std::string& id) const {
        const std::string span = withRepeat(context(), valueOf(fields, "span"), fields);
        return {say("Added “{title}” for {span}.", {{"title", valueOf(fields, "title")}, {"span", span}}),
                path.string(),
                id,
                {}};
    }
};

}  // namespace

std::unique_ptr<Tool> makeCreateEvent(const ToolContext& context) {
    return std::make_unique<CreateEvent>(context);
}

}  // namespace hearth::agent::tools

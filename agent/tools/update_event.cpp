// update_event: moves an event, or gives it another name, place or more people. The rest of its file stays.
#include "calendar/calendar_folder.h"
#include "calendar/item_writer.h"
#include "tools/attendees.h"
#include "tools/basic_tool.h"
#include "tools/event_common.h"
#include "tools/item_choice.h"
#include "tools/tools.h"
#include "tools/when.h"

namespace hearth::agent::tools {

using base::Result;
using calendar::Occurrence;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "update_event";
    spec.verb = "Change event";
    spec.description = "Change an existing calendar event";
    spec.icon = "calendar";
    spec.writes = true;
    spec.arguments = {
        {"title", ArgumentType::Text, "Event", "Which event?", true, {}},
        {"date", ArgumentType::Date, "Day", "On which day is it?", false, {}},
        {"time", ArgumentType::Time, "Time", "When does it start now?", false, {}},
        {"new_date", ArgumentType::Date, "New day", "To which day?", false, {}},
        {"new_time", ArgumentType::Time, "New time", "To what time?", false, {}},
        {"location", ArgumentType::Text, "Place", "Where is it?", false, {}},
        {"attendees", ArgumentType::Person, "Add people", "Who else comes?", false, {}},
    };
    spec.examples = {"move lunch with Ana to 1 pm", "push the stand-up to Thursday"};
    return spec;
}

// The new start and end of an occurrence; nothing: the time stays.
struct NewTime {
    std::optional<CivilTime> start;
    CivilTime end;
    bool allDay = false;
    std::string error;
    std::string errorField;
};

class UpdateEvent final : public BasicTool {
  public:
    explicit UpdateEvent(const ToolContext& context)
        : BasicTool(makeSpec(), context, phrase("The event is as it was before.")) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        if (!result.question.empty()) return result;
        const calendar::CalendarFolder folder(context().calendarDir, context().zone);
        const auto chosen = choose(call, folder, result);
        if (!chosen) return result;
        if (!changesAnything(result.fields)) {
            ask(result, "new_time",
                say("What should change about “{title}”? Say a new time.", {{"title", chosen->item->title}}));
            return result;
        }
        chooseAttendees(context(), result);
        chooseScope(context(), call, *chosen, !valueOf(result.fields, "date").empty(), result);
        showNewTime(*chosen, folder, result);
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const calendar::CalendarFolder folder(context().calendarDir, context().zone);
        const auto chosen = findByKey(folder.items(), valueOf(fields, kChoiceField), context().zone);
        if (!chosen) return tl::unexpected(chosen.error());
        auto text = readFile(chosen->item->file);
        if (!text) return tl::unexpected(text.error());
        const bool all = valueOf(fields, kScopeField) == kAllOfThem;
        const auto changed = revisedText(*text, *chosen, fields, all);
        if (!changed) return tl::unexpected(changed.error());
        const std::string id = changeId(fields);
        if (auto done = context().changes->apply(id, {{chosen->item->file, *changed}}); !done)
            return tl::unexpected(done.error());
        return outcome(fields, chosen->item->file.string(), id);
    }

    std::optional<Outcome> told(const std::vector<Field>& fields, const std::string& id) const override {
        return outcome(fields, {}, id);
    }

  private:
    static bool changesAnything(const std::vector<Field>& fields) {
        for (const char* name : {"new_date", "new_time", "location", "attendees"})
            if (!valueOf(fields, name).empty()) return true;
        return false;
    }

    // The event that is meant. "Move lunch to tomorrow" may come with date instead of new_date: where nothing
    // else is to change, or nothing is found on that day, the date is where it goes to.
    std::optional<Occurrence> choose(const Call& call, const calendar::CalendarFolder& folder,
                                     Prepared& result) {
        const std::string title = valueOf(result.fields, "title");
        ItemQuery query{title, valueOf(result.fields, "date"), valueOf(result.fields, "time"), {}};
        auto found = findEvents(folder, query);
        const bool timed = !query.date.empty() || !query.time.empty();
        const bool free =
            valueOf(result.fields, "new_date").empty() && valueOf(result.fields, "new_time").empty();
        if (timed && free && (found.empty() || !changesAnything(result.fields))) {
            const auto anywhere = findEvents(folder, {title, "", "", {}});
            if (!anywhere.empty()) {
                set(result, "new_date", query.date);
                set(result, "new_time", query.time);
                set(result, "date", "");
                set(result, "time", "");
                found = anywhere;
            }
        }
        if (found.empty()) {
            ask(result, "title",
                say(query.date.empty()
                        ? "There is no event “{title}” in your calendar. Which event do you mean?"
                        : "There is no event “{title}” in your calendar on that day. Which event do you "
                          "mean?",
                    {{"title", title}}));
            return std::nullopt;
        }
        return chooseItem(context(), call, found, say("Several events fit. Which one?"), result);
    }

    std::vector<Occurrence> findEvents(const calendar::CalendarFolder& folder, const ItemQuery& query) const {
        auto found = findItems(context(), folder.items(), query);
        std::erase_if(found,
                      [](const Occurrence& o) { return o.item->kind != calendar::Item::Kind::Appointment; });
        return found;
    }

    NewTime newTime(const Occurrence& occurrence, const std::vector<Field>& fields) const {
        NewTime result;
        const std::string date = valueOf(fields, "new_date");
        const std::string time = valueOf(fields, "new_time");
        if (date.empty() && time.empty()) return result;
        const CivilTime start = toLocal(context(), occurrence.start);
        const bool keepAllDay = occurrence.item->allDay && time.empty();
        WhenQuery query;
        query.date = date.empty() ? isoDate(start) : date;
        query.time = time.empty() && !occurrence.item->allDay ? isoTime(start) : time;
        const base::Result<ResolvedWhen> when = resolve(context(), query);
        if (!when) {
            result.error = when.error().message;
            result.errorField = when.error().where == "date" ? "new_date" : "new_time";
            return result;
        }
        result.start = when->start;
        result.allDay = keepAllDay || when->allDay;
        const std::int64_t length = occurrence.end - occurrence.start;
        if (result.allDay)
            result.end = plusDays(
                midnight(*result.start),
                occurrence.item->allDay ? daysBetween(start, toLocal(context(), occurrence.end)) : 1);
        else if (!time.empty() && when->endInstant)
            result.end = toLocal(context(), *when->endInstant);
        else
            result.end = toLocal(context(), when->startInstant + (occurrence.item->allDay ? 3600 : length));
        return result;
    }

    void showNewTime(const Occurrence& chosen, const calendar::CalendarFolder& folder, Prepared& result) {
        const CivilTime now = localNow(context());
        const NewTime moved = newTime(chosen, result.fields);
        if (!moved.error.empty()) {
            ask(result, moved.errorField, moved.error);
            return;
        }
        result.summary = sayOccurrence(context(), chosen);
        std::string change;
        if (moved.start) {
            set(result, "new_date", isoDate(*moved.start), sayFullDay(context().phrases, *moved.start, now));
            if (!moved.allDay) {
                const std::int64_t start = toInstant(context(), *moved.start);
                const std::int64_t end = toInstant(context(), moved.end);
                const bool sameLength = end - start == chosen.end - chosen.start;
                const std::string from = isoTime(*moved.start);
                const std::string to = isoTime(moved.end);
                if (sameLength)
                    set(result, "new_time", from);
                else
                    set(result, "new_time", "from " + from + " to " + to,
                        say("from {first} to {last}", {{"first", from}, {"last", to}}));
                result.warnings = overlapWarnings(context(), folder, start, end, chosen.item->uid);
                if (end < context().clock->now())
                    result.warnings.push_back(say("The new time is in the past"));
            }
            change = saySpan(context().phrases, *moved.start, moved.end, moved.allDay, now);
            result.summary += " → " + change;
        }
        setHidden(result, "span", change);
        setHidden(result, "name", chosen.item->title);
    }

    Result<std::string> revisedText(const std::string& text, const Occurrence& chosen,
                                    const std::vector<Field>& fields, bool all) const {
        const NewTime moved = newTime(chosen, fields);
        if (!moved.error.empty())
            return base::fail(base::ErrorCode::InvalidInput, moved.error, moved.errorField);
        calendar::Revision revision;
        revision.zone = context().zone;
        revision.stamp = context().clock->now();
        if (moved.start) {
            revision.start = moved.start;
            revision.end = moved.end;
            revision.allDay = moved.allDay;
            if (all) moveWholeRow(context(), chosen, revision);
        }
        if (const std::string place = valueOf(fields, "location"); !place.empty()) revision.location = place;
        revision.addAttendees = attendeesNamed(context(), valueOf(fields, "attendees"));
        const auto one = chosen.repeats && !all ? std::optional(chosen.original) : std::nullopt;
        return calendar::revised(text, *chosen.item, revision, one, context().zone);
    }

    Outcome outcome(const std::vector<Field>& fields, const std::string& path, const std::string& id) const {
        std::string text;
        const auto add = [&](const char* piece, const char* field) {
            const std::string value = valueOf(fields, field);
            if (value.empty()) return;
            const std::string said = say(piece, {{"value", value}});
            text = text.empty() ? said : say("{first}, {second}", {{"first", text}, {"second", said}});
        };
        add(phrase("now {value}"), "span");
        add(phrase("at {value}"), "location");
        add(phrase("with {value}"), "attendees");
        const bool moved = !valueOf(fields, "span").empty();
        return {say(text.empty() ? "Changed “{title}”."
                    : moved      ? "Changed “{title}”: {changes}."
                                 : "Changed “{title}”, {changes}.",
                    {{"title", valueOf(fields, "name")}, {"changes", text}}),
                path,
                id,
                {}};
    }
};

}  // namespace

std::unique_ptr<Tool> makeUpdateEvent(const ToolContext& context) {
    return std::make_unique<UpdateEvent>(context);
}

}  // namespace hearth::agent::tools

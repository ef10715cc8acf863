// list_events: what the calendar holds on a day, in a range, or of a name; free time where nothing is.
#include <algorithm>
#include <map>

#include "calendar/calendar_folder.h"
#include "tools/basic_tool.h"
#include "tools/event_common.h"
#include "tools/item_choice.h"
#include "tools/tools.h"
#include "tools/when.h"

namespace hearth::agent::tools {

using base::Result;
using calendar::Occurrence;

namespace {

constexpr int kUsualDays = 7;

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "list_events";
    spec.verb = "Look in the calendar";
    spec.description = "Read out or search calendar events and free time";
    spec.icon = "calendar";
    spec.arguments = {
        {"date", ArgumentType::Date, "Day", "For which day?", false, {}},
        {"time", ArgumentType::Time, "Time", "At what time?", false, {}},
        {"title", ArgumentType::Text, "Title", "What is it called?", false, {}},
        {"attendees", ArgumentType::Person, "People", "With whom?", false, {}},
    };
    spec.examples = {"what's on my calendar tomorrow", "when is my dentist appointment"};
    return spec;
}

class ListEvents final : public BasicTool {
  public:
    explicit ListEvents(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const auto span = spanOf(context(), valueOf(result.fields, "date"), valueOf(result.fields, "time"));
        if (span && !span->error.empty()) ask(result, span->errorField, span->error);
        result.summary = "Look in the calendar";
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string date = valueOf(fields, "date");
        const std::string time = valueOf(fields, "time");
        const std::string title = valueOf(fields, "title");
        const std::vector<std::string> people = splitNames(valueOf(fields, "attendees"));
        const calendar::CalendarFolder folder(context().calendarDir, context().zone);
        const auto span = spanOf(context(), date, time);
        if (span && !span->error.empty())
            return base::fail(base::ErrorCode::InvalidInput, span->error, span->errorField);
        const bool named = !namesNothing(title) || !people.empty();
        std::vector<Occurrence> found;
        std::string when;
        if (named) {
            found = findItems(context(), folder.items(), {title, date, time, people});
            when = span ? " " + sayRange(*span) : "";
        } else {
            const Span range = span ? *span : comingDays();
            found = folder.occurrences(range.from, range.to);
            when = span ? " " + sayRange(range) : " in the next " + std::to_string(kUsualDays) + " days";
        }
        found.erase(std::remove_if(found.begin(), found.end(),
                                   [](const Occurrence& o) {
                                       return o.item->kind != calendar::Item::Kind::Appointment;
                                   }),
                    found.end());
        const std::string what =
            named ? "“" + (people.empty() ? title : title + " " + people.front()) + "”" : "";
        return Outcome{say(found, what, when) + problemNote(folder), {}, {}, itemsJson(context(), found)};
    }

  private:
    Span comingDays() const {
        Span span;
        span.from = context().clock->now();
        span.firstDay = midnight(localNow(context()));
        span.lastDay = plusDays(span.firstDay, kUsualDays);
        span.to = toInstant(context(), plusDays(span.lastDay, 1));
        return span;
    }

    std::string sayRange(const Span& span) const {
        const CivilTime now = localNow(context());
        if (!span.wholeDays)
            return saySpan(toLocal(context(), span.from), toLocal(context(), span.to), false, now);
        if (daysBetween(span.firstDay, span.lastDay) == 0) return sayFullDay(span.firstDay, now);
        return "from " + sayDay(span.firstDay, now) + " to " + sayDay(span.lastDay, now);
    }

    std::string say(const std::vector<Occurrence>& found, const std::string& what,
                    const std::string& when) const {
        if (found.empty())
            return what.empty() ? "Your calendar is free" + when + "."
                                : "There is no event " + what + " in your calendar" + when + ".";
        const CivilTime now = localNow(context());
        std::string text = "You have " + std::to_string(found.size()) +
                           (found.size() == 1 ? " event" : " events") + when + ":";
        for (const Occurrence& o : found) {
            text += "\n• " +
                    saySpan(toLocal(context(), o.start), toLocal(context(), o.end), o.item->allDay, now) +
                    (o.item->allDay ? " (all day)" : "") + "  " +
                    (o.item->title.empty() ? "(no title)" : o.item->title);
            if (!o.item->location.empty()) text += ", " + o.item->location;
        }
        return text;
    }
};

}  // namespace

std::unique_ptr<Tool> makeListEvents(const ToolContext& context) {
    return std::make_unique<ListEvents>(context);
}

}  // namespace hearth::agent::tools

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
    spec.bringsOthersWords = true;  // invitations
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
        result.summary = say("Look in the calendar");
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
            when = span ? sayRange(*span) : "";
        } else {
            const Span range = span ? *span : comingDays();
            found = folder.occurrences(range.from, range.to);
            when = span ? sayRange(range) : say("in the next {count} days", {{"count", kUsualDays}});
        }
        found.erase(std::remove_if(found.begin(), found.end(),
                                   [](const Occurrence& o) {
                                       return o.item->kind != calendar::Item::Kind::Appointment;
                                   }),
                    found.end());
        const std::string what = named ? (people.empty() ? title : title + " " + people.front()) : "";
        return Outcome{sayFound(found, what, when) + problemNote(context(), folder),
                       {},
                       {},
                       itemsJson(context(), found)};
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
            return saySpan(context().phrases, toLocal(context(), span.from), toLocal(context(), span.to),
                           false, now);
        if (daysBetween(span.firstDay, span.lastDay) == 0)
            return sayFullDay(context().phrases, span.firstDay, now);
        return say("from {first} to {last}", {{"first", sayDay(context().phrases, span.firstDay, now)},
                                              {"last", sayDay(context().phrases, span.lastDay, now)}});
    }

    // `when` is empty where no time was named.
    std::string sayNone(const std::string& what, const std::string& when) const {
        if (what.empty()) return say("Your calendar is free {when}.", {{"when", when}});
        return say(when.empty() ? "There is no event “{what}” in your calendar."
                                : "There is no event “{what}” in your calendar {when}.",
                   {{"what", what}, {"when", when}});
    }

    std::string sayFound(const std::vector<Occurrence>& found, const std::string& what,
                         const std::string& when) const {
        if (found.empty()) return sayNone(what, when);
        const CivilTime now = localNow(context());
        std::string text =
            say(when.empty() ? "You have {count, plural, one{# event} other{# events}}:"
                             : "You have {count, plural, one{# event} other{# events}} {when}:",
                {{"count", found.size()}, {"when", when}});
        for (const Occurrence& o : found) {
            const std::string span = saySpan(context().phrases, toLocal(context(), o.start),
                                             toLocal(context(), o.end), o.item->allDay, now);
            text += "\n• " + (o.item->allDay ? say("{day} (all day)", {{"day", span}}) : span) + "  " +
                    (o.item->title.empty() ? say("(no title)") : o.item->title);
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

// delete_event: takes one event, one occurrence of a row, or all events of a day out of the calendar.
#include <map>
#include <sstream>

#include "calendar/calendar_folder.h"
#include "calendar/item_writer.h"
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
    spec.name = "delete_event";
    spec.verb = "Remove from calendar";
    spec.description = "Remove calendar events";
    spec.icon = "calendar";
    spec.writes = true;
    spec.arguments = {
        {"title", ArgumentType::Text, "Event", "Which event?", true, {}},
        {"date", ArgumentType::Date, "Day", "On which day is it?", false, {}},
        {"time", ArgumentType::Time, "Time", "When does it start?", false, {}},
        {"attendees", ArgumentType::Person, "People", "With whom is it?", false, {}},
    };
    spec.examples = {"cancel lunch with my sister", "delete all my meetings on Friday"};
    return spec;
}

class DeleteEvent final : public BasicTool {
  public:
    explicit DeleteEvent(const ToolContext& context)
        : BasicTool(makeSpec(), context, phrase("It is back in the calendar.")) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const std::string date = valueOf(result.fields, "date");
        const std::string time = valueOf(result.fields, "time");
        // "Clear my calendar for Friday": a day is enough to know what is meant.
        if (result.questionField == "title" && (!date.empty() || !time.empty()))
            result.question = result.questionField = "";
        if (!result.question.empty()) return result;
        if (const auto span = spanOf(context(), date, time); span && !span->error.empty()) {
            ask(result, span->errorField, span->error);
            return result;
        }
        const calendar::CalendarFolder folder(context().calendarDir, context().zone);
        const std::string title = valueOf(result.fields, "title");
        auto found = findItems(context(), folder.items(),
                               {title, date, time, splitNames(valueOf(result.fields, "attendees"))});
        std::erase_if(found,
                      [](const Occurrence& o) { return o.item->kind != calendar::Item::Kind::Appointment; });
        if (found.empty()) {
            ask(result, "title",
                say(date.empty()
                        ? "There is no such event in your calendar. Which event do you mean?"
                        : "There is no such event in your calendar on that day. Which event do you mean?"));
            return result;
        }
        if (found.size() > 1 && !date.empty() && (title.empty() || namesAll(title)) &&
            !call.argument(kChoiceField)) {
            takeAll(found, result);
            return result;
        }
        const auto chosen = chooseItem(context(), call, found, say("Several events fit. Which one?"), result);
        if (!chosen) return result;
        chooseScope(context(), call, *chosen, !date.empty(), result);
        setHidden(result, "name", sayOccurrence(context(), *chosen));
        result.summary = sayOccurrence(context(), *chosen);
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const calendar::CalendarFolder folder(context().calendarDir, context().zone);
        const bool all = valueOf(fields, kScopeField) == kAllOfThem;
        std::map<std::filesystem::path, std::optional<std::string>> texts;
        for (const std::string& key : keysOf(fields)) {
            const auto chosen = findByKey(folder.items(), key, context().zone);
            if (!chosen) return tl::unexpected(chosen.error());
            const auto& file = chosen->item->file;
            if (!texts.contains(file)) {
                auto text = readFile(file);
                if (!text) return tl::unexpected(text.error());
                texts[file] = *text;
            }
            auto without = remove(texts[file].value_or(""), *chosen, all);
            if (!without) return tl::unexpected(without.error());
            texts[file] = *without;
        }
        std::vector<FileEdit> edits;
        for (auto& [file, text] : texts) edits.push_back({file, std::move(text)});
        const std::string id = changeId(fields);
        if (auto done = context().changes->apply(id, edits); !done) return tl::unexpected(done.error());
        return outcome(fields, id);
    }

    std::optional<Outcome> told(const std::vector<Field>& fields, const std::string& id) const override {
        return outcome(fields, id);
    }

  private:
    static void setAll(Prepared& result, const std::string& keys, const std::string& names) {
        setHidden(result, "keys", keys);
        setHidden(result, "name", names);
    }

    void takeAll(const std::vector<Occurrence>& found, Prepared& result) const {
        std::string keys;
        std::string names;
        for (const Occurrence& occurrence : found) {
            keys += keyOf(occurrence) + "\n";
            names += (names.empty() ? "" : "; ") + sayOccurrence(context(), occurrence);
        }
        setAll(result, keys, names);
        set(result, "title", valueOf(result.fields, "title"), names);
        result.summary = say("{count, plural, one{# event} other{# events}}: {names}",
                             {{"count", found.size()}, {"names", names}});
    }

    static std::vector<std::string> keysOf(const std::vector<Field>& fields) {
        std::vector<std::string> keys;
        std::istringstream lines(valueOf(fields, "keys"));
        for (std::string key; std::getline(lines, key);) keys.push_back(key);
        if (keys.empty()) keys.push_back(valueOf(fields, kChoiceField));
        return keys;
    }

    Result<std::optional<std::string>> remove(const std::string& text, const Occurrence& chosen,
                                              bool all) const {
        if (!chosen.repeats || all) return calendar::withoutItem(text, *chosen.item);
        auto without = calendar::withoutOccurrence(text, *chosen.item, chosen.original, context().zone,
                                                   context().clock->now());
        if (!without) return tl::unexpected(without.error());
        return std::optional<std::string>(std::move(*without));
    }

    Outcome outcome(const std::vector<Field>& fields, const std::string& id) const {
        const bool all = valueOf(fields, kScopeField) == kAllOfThem;
        return {say(all ? "Removed from the calendar: {name} and all its repetitions."
                        : "Removed from the calendar: {name}.",
                    {{"name", valueOf(fields, "name")}}),
                {},
                id,
                {}};
    }
};

}  // namespace

std::unique_ptr<Tool> makeDeleteEvent(const ToolContext& context) {
    return std::make_unique<DeleteEvent>(context);
}

}  // namespace hearth::agent::tools

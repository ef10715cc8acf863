// respond_event: the user's answer to an invitation, kept in its file; or the link of an online meeting.
#include "agent/desktop.h"
#include "calendar/calendar_folder.h"
#include "calendar/ics_text.h"
#include "calendar/item_writer.h"
#include "tools/basic_tool.h"
#include "tools/item_choice.h"
#include "tools/tools.h"
#include "tools/when.h"

namespace hearth::agent::tools {

using base::Result;
using calendar::Occurrence;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "respond_event";
    spec.verb = "Answer invitation";
    spec.description = "Accept, decline or join an invitation or online meeting";
    spec.icon = "calendar";
    spec.writes = true;
    spec.arguments = {
        {"title", ArgumentType::Text, "Event", "Which event?", false, {}},
        {"date", ArgumentType::Date, "Day", "On which day is it?", false, {}},
        {"time", ArgumentType::Time, "Time", "When does it start?", false, {}},
        {"answer",
         ArgumentType::Enum,
         "Answer",
         "Do you accept, decline, or want to join?",
         true,
         {"accept", "decline", "join", "tentative"}},
    };
    spec.examples = {"accept the invitation to the design review", "join my next meeting"};
    return spec;
}

// The first web address in the text; empty if there is none.
std::string firstLink(const std::string& text) {
    std::size_t at = text.find("https://");
    if (at == std::string::npos) at = text.find("http://");
    if (at == std::string::npos) return {};
    return text.substr(at, text.find_first_of(" \t\r\n<>\"'\\", at) - at);
}

class RespondEvent final : public BasicTool {
  public:
    explicit RespondEvent(const ToolContext& context)
        : BasicTool(makeSpec(), context, phrase("Took the answer back.")) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const std::string date = valueOf(result.fields, "date");
        const std::string time = valueOf(result.fields, "time");
        if (const auto span = spanOf(context(), date, time); span && !span->error.empty())
            ask(result, span->errorField, span->error);
        if (!result.question.empty()) return result;
        const calendar::CalendarFolder folder(context().calendarDir, context().zone);
        const std::string title = valueOf(result.fields, "title");
        auto found = findItems(context(), folder.items(), {title, date, time, {}});
        std::erase_if(found,
                      [](const Occurrence& o) { return o.item->kind != calendar::Item::Kind::Appointment; });
        if (found.empty()) {
            ask(result, "title", say("There is no such event in your calendar. Which event do you mean?"));
            return result;
        }
        // "Join my meeting" means the one that is on or comes next.
        const std::string answer = valueOf(result.fields, "answer");
        const bool join = answer == "join";
        if (join && namesNothing(title)) found.resize(1);
        const auto chosen = chooseItem(context(), call, found, say("Several events fit. Which one?"), result);
        if (!chosen) return result;
        chooseScope(context(), call, *chosen, join || !date.empty(), result);
        setHidden(result, "name", chosen->item->title);
        result.summary =
            say("{event}: {answer}", {{"event", sayOccurrence(context(), *chosen)}, {"answer", say(answer)}});
        if (join && linkOf(*chosen->item).empty())
            result.warnings.emplace_back(say("This event has no link to join"));
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const calendar::CalendarFolder folder(context().calendarDir, context().zone);
        const auto chosen = findByKey(folder.items(), valueOf(fields, kChoiceField), context().zone);
        if (!chosen) return tl::unexpected(chosen.error());
        const std::string answer = valueOf(fields, "answer");
        if (answer == "join") return join(*chosen);
        auto text = readFile(chosen->item->file);
        if (!text) return tl::unexpected(text.error());
        calendar::Revision revision;
        revision.answer = answer == "accept" ? "ACCEPTED" : answer == "decline" ? "DECLINED" : "TENTATIVE";
        revision.zone = context().zone;
        revision.stamp = context().clock->now();
        const bool one = chosen->repeats && valueOf(fields, kScopeField) != kAllOfThem;
        const auto changed =
            calendar::revised(*text, *chosen->item, revision,
                              one ? std::optional(chosen->original) : std::nullopt, context().zone);
        if (!changed) return tl::unexpected(changed.error());
        const std::string id = changeId(fields);
        if (auto done = context().changes->apply(id, {{chosen->item->file, *changed}}); !done)
            return tl::unexpected(done.error());
        return Outcome{answered(fields), chosen->item->file.string(), id, {}};
    }

    std::optional<Outcome> told(const std::vector<Field>& fields, const std::string& id) const override {
        return Outcome{answered(fields), {}, id, {}};
    }

  private:
    static std::string linkOf(const calendar::Item& item) {
        for (const std::string& text : {item.location, item.description})
            if (std::string link = firstLink(text); !link.empty()) return link;
        // CONFERENCE, URL and the makers' own properties: any of them may carry it.
        auto file = readFile(item.file);
        if (!file) return {};
        const calendar::IcsText lines(*file);
        for (const auto& block : lines.blocks("VEVENT"))
            for (const char* name :
                 {"CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "URL"})
                if (std::string link = firstLink(lines.value(block, name)); !link.empty()) return link;
        return {};
    }

    Result<Outcome> join(const Occurrence& chosen) const {
        const std::string link = linkOf(*chosen.item);
        if (link.empty())
            return base::fail(base::ErrorCode::NotFound,
                              say("“{title}” has no link to join", {{"title", chosen.item->title}}),
                              chosen.item->file.string());
        if (auto opened = context().desktop->openUrl(link); !opened) return tl::unexpected(opened.error());
        return Outcome{say("Opened the link of “{title}”.", {{"title", chosen.item->title}}), link, {}, {}};
    }

    std::string answered(const std::vector<Field>& fields) const {
        return say(
            "Marked “{title}” as {answer, select, accept{accepted} decline{declined} other{tentative}} in "
            "your calendar. The organizer is not told by this: answer them by mail.",
            {{"title", valueOf(fields, "name")}, {"answer", valueOf(fields, "answer")}});
    }
};

}  // namespace

std::unique_ptr<Tool> makeRespondEvent(const ToolContext& context) {
    return std::make_unique<RespondEvent>(context);
}

}  // namespace hearth::agent::tools

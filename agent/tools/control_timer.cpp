// control_timer: says what is left of a timer; pauses, resumes, lengthens, shortens or stops it. A paused
// timer is a to-do IN-PROCESS whose X-HEARTH-LEFT holds the seconds that are left.
#include <algorithm>

#include "calendar/ics_text.h"
#include "tools/item_choice.h"
#include "tools/todo_common.h"
#include "tools/tools.h"
#include "tools/when.h"

namespace hearth::agent::tools {

using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "control_timer";
    spec.verb = "Change timer";
    spec.description = "Say what is left of a timer; pause, resume, lengthen, shorten or cancel it";
    spec.icon = "timer";
    spec.writes = true;
    spec.arguments = {
        {"label", ArgumentType::Text, "Timer", "Which timer?", false, {}},
        {"action",
         ArgumentType::Enum,
         "Do",
         "What should I do with the timer?",
         false,
         {"remaining", "pause", "resume", "lengthen", "shorten", "cancel"}},
        {"duration", ArgumentType::Duration, "By", "By how much?", false, {}},
    };
    spec.examples = {"how much time is left on the timer", "pause the pasta timer"};
    return spec;
}

struct Running {
    std::string uid;
    std::string title;
    std::filesystem::path file;
    std::int64_t left = 0;
    bool paused = false;
};

class ControlTimer final : public BasicTool {
  public:
    explicit ControlTimer(const ToolContext& context)
        : BasicTool(makeSpec(), context, phrase("The timer runs as before.")) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        if (valueOf(result.fields, "action").empty()) set(result, "action", "remaining");
        const std::string action = valueOf(result.fields, "action");
        result.waits = action != "remaining";
        const auto found = timers(valueOf(result.fields, "label"));
        if (found.empty()) {
            result.waits = false;  // run() says that there is none
            result.summary = say("No timer is running");
            return result;
        }
        if (action == "remaining") {
            result.summary = say("Look at the timers");
            return result;
        }
        const auto by = resolveLength(context(), valueOf(result.fields, "duration"));
        if ((action == "lengthen" || action == "shorten") && !by)
            ask(result, "duration", questionFor("duration"));
        if (by) set(result, "duration", plainLength(context().phrases, *by), length(*by));
        const std::string chosen = call.argument(kChoiceField).value_or("");
        std::vector<std::string> uids, names;
        const Running* one = found.size() == 1 ? &found.front() : nullptr;
        for (const Running& timer : found) {
            uids.push_back(timer.uid);
            names.push_back(
                say("{timer}, {length} left", {{"timer", timer.title}, {"length", length(timer.left)}}));
            if (chosen == timer.uid || lowered(chosen) == lowered(timer.title)) one = &timer;
        }
        Field which;
        which.name = kChoiceField;
        which.label = found.size() > 1 ? say("Which") : "";
        which.type = ArgumentType::Enum;
        which.value = one ? one->uid : "";
        which.display = one ? one->title : "";
        if (found.size() > 1) which.choices = uids, which.labels = names;
        result.fields.push_back(which);
        if (one == nullptr) ask(result, kChoiceField, say("Several timers are running. Which one?"));
        if (one != nullptr)
            result.summary =
                by ? say("{timer}: {action} by {length}",
                         {{"timer", one->title}, {"action", say(action)}, {"length", length(*by)}})
                   : say("{timer}: {action}", {{"timer", one->title}, {"action", say(action)}});
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string action = valueOf(fields, "action");
        const auto found = timers(valueOf(fields, "label"));
        if (found.empty()) return Outcome{say("No timer is running."), {}, {}, {}};
        if (action == "remaining") return Outcome{sayAll(found), {}, {}, {}};
        const std::string uid = valueOf(fields, kChoiceField);
        const auto timer =
            std::find_if(found.begin(), found.end(), [&](const Running& t) { return t.uid == uid; });
        if (timer == found.end())
            return base::fail(base::ErrorCode::NotFound, say("This timer is no longer running"));
        auto text = readFile(timer->file);
        if (!text) return tl::unexpected(text.error());
        const std::int64_t by = resolveLength(context(), valueOf(fields, "duration")).value_or(0);
        const auto changed = changedText(*text, *timer, action, by);
        const std::string id = changeId(fields);
        if (auto done = context().changes->apply(id, {{timer->file, changed}}); !done)
            return tl::unexpected(done.error());
        return Outcome{sayDone(*timer, action, by), {}, id, {}};
    }

  private:
    // Those that run or pause, with that name where one is given; soonest first.
    std::vector<Running> timers(const std::string& label) const {
        const calendar::CalendarFolder folder(context().remindersDir, context().zone);
        std::vector<Running> found;
        for (const auto& item : folder.items()) {
            if (item->categories != kTimerCategory) continue;
            Running timer{item->uid, item->title, item->file, item->start - context().clock->now(), false};
            if (item->status == "IN-PROCESS") {
                timer.paused = true;
                timer.left = secondsLeft(item->file);
            }
            if (timer.left <= 0) continue;
            const bool named = !label.empty() && !namesNothing(label) && lowered(label) != "timer";
            if (named && !matchesWords(item->title, label)) continue;
            found.push_back(std::move(timer));
        }
        std::sort(found.begin(), found.end(),
                  [](const Running& a, const Running& b) { return a.left < b.left; });
        return found;
    }

    // The file after the change; nothing: the timer is stopped.
    std::optional<std::string> changedText(const std::string& text, const Running& timer,
                                           const std::string& action, std::int64_t by) const {
        if (action == "cancel") return std::nullopt;
        calendar::IcsText lines(text);
        auto blocks = lines.blocks("VTODO");
        if (blocks.empty()) return std::nullopt;
        auto block = blocks.front();
        const std::int64_t left = std::max<std::int64_t>(1, timer.left + (action == "lengthen"  ? by
                                                                          : action == "shorten" ? -by
                                                                                                : 0));
        const bool paused = action == "pause" || (timer.paused && action != "resume");
        if (paused) {
            lines.set(block, "STATUS", "STATUS:IN-PROCESS\r\n");
            lines.set(block, "X-HEARTH-LEFT", "X-HEARTH-LEFT:" + std::to_string(left) + "\r\n");
        } else {
            const std::string due = calendar::utcText(context().clock->now() + left);
            lines.set(block, "STATUS", "");
            lines.set(block, "X-HEARTH-LEFT", "");
            lines.set(block, "DTSTART", "DTSTART:" + due + "\r\n");
            lines.set(block, "DUE", "DUE:" + due + "\r\n");
        }
        return lines.text();
    }

    std::string length(std::int64_t seconds) const { return sayLength(context().phrases, seconds); }

    std::string sayAll(const std::vector<Running>& timers) const {
        std::string text;
        for (const Running& timer : timers)
            text += (text.empty() ? "" : "\n") +
                    say(timer.paused ? "{timer}: {length} left, paused." : "{timer}: {length} left.",
                        {{"timer", timer.title}, {"length", length(timer.left)}});
        return text;
    }

    std::string sayDone(const Running& timer, const std::string& action, std::int64_t by) const {
        if (action == "cancel") return say("{timer} is stopped.", {{"timer", timer.title}});
        if (action == "pause")
            return say("{timer} is paused, {length} left.",
                       {{"timer", timer.title}, {"length", length(timer.left)}});
        if (action == "resume")
            return say("{timer} runs again, {length} left.",
                       {{"timer", timer.title}, {"length", length(timer.left)}});
        const std::int64_t left = std::max<std::int64_t>(1, timer.left + (action == "lengthen" ? by : -by));
        return say("{timer}: now {length} left.", {{"timer", timer.title}, {"length", length(left)}});
    }
};

}  // namespace

std::unique_ptr<Tool> makeControlTimer(const ToolContext& context) {
    return std::make_unique<ControlTimer>(context);
}

}  // namespace hearth::agent::tools

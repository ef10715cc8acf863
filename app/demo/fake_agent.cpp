#include "demo/fake_agent.h"

#include <chrono>
#include <ctime>
#include <thread>
#include <utility>

#include "demo/demo_hand_over.h"

namespace hearth::app {
namespace {

using agent::ActionDone;
using agent::ArgumentType;
using agent::Field;
using agent::ProposedAction;

Field field(std::string name, std::string label, ArgumentType type, std::string value,
            std::string display = {}, std::vector<std::string> choices = {}) {
    Field f;
    f.name = std::move(name);
    f.label = std::move(label);
    f.type = type;
    f.value = std::move(value);
    f.display = std::move(display);
    f.required = f.name == "title" || f.name == "date";
    f.choices = std::move(choices);
    return f;
}

// "2026-11-23" and "Monday 23 November", `days` from today.
std::pair<std::string, std::string> day(int days) {
    const std::time_t then = std::time(nullptr) + days * 24L * 60 * 60;
    std::tm parts{};
    localtime_r(&then, &parts);
    char iso[16];
    char words[64];
    std::strftime(iso, sizeof iso, "%Y-%m-%d", &parts);
    std::strftime(words, sizeof words, "%A %e %B", &parts);
    return {iso, words};
}

ProposedAction lunchCard() {
    const auto [date, words] = day(1);
    ProposedAction action;
    action.tool = "create_event";
    action.verb = "Add to calendar";
    action.icon = "calendar";
    action.prepared.tool = action.tool;
    action.prepared.summary = "Lunch with my sister, tomorrow 12:00–13:30";
    action.prepared.fields = {
        field("title", "What", ArgumentType::Text, "Lunch with my sister"),
        field("date", "Day", ArgumentType::Date, date, "tomorrow, " + words),
        field("time", "Starts", ArgumentType::Time, "12:00"),
        field("duration", "Lasts", ArgumentType::Duration, "90 minutes"),
        field("location", "Where", ArgumentType::Text, ""),
        field("attendees", "Who", ArgumentType::Person, "Ana Silva", "", {"Ana Silva", "Ana Costa"}),
    };
    action.prepared.warnings = {"Overlaps “Stand-up”, 12:00–12:15"};
    return action;
}

ProposedAction reminderCard() {
    const auto [date, words] = day(0);
    ProposedAction action;
    action.tool = "set_reminder";
    action.verb = "Remind me";
    action.icon = "reminder";
    action.prepared.tool = action.tool;
    action.prepared.summary = "Water the plants";
    action.prepared.fields = {
        field("text", "What", ArgumentType::Text, "Water the plants"),
        field("date", "Day", ArgumentType::Date, date, "today, " + words),
        field("time", "Time", ArgumentType::Time, ""),
    };
    action.prepared.question = "At what time should I remind you?";
    action.prepared.questionField = "time";
    return action;
}

agent::Source demoSource(int number, std::uint32_t page, const std::string& text, const std::string& mark) {
    agent::Source source;
    source.number = number;
    source.document = 1;
    source.chunk = number;
    source.path = "/home/ana/Documents/Lease 2026.pdf";
    source.title = "Lease 2026";
    source.page = page;
    source.text = text;
    source.markBegin = text.find(mark);
    source.markEnd = source.markBegin + mark.size();
    return source;
}

class FakeAgent : public agent::Agent {
  public:
    explicit FakeAgent(int delayMs) : delayMs_(delayMs) {}

    base::Result<void> ask(const agent::Request& request, const agent::EventSink& sink,
                           base::CancelToken cancel) override {
        if (request.text.find("museum") != std::string::npos)
            return base::fail(base::ErrorCode::Io, "The model file was removed while I was answering.",
                              "demo.gguf");
        if (request.text.find("lunch") != std::string::npos) return propose(lunchCard(), sink);
        if (request.text.find("plants") != std::string::npos) return propose(reminderCard(), sink);
        if (request.text.find("explain") != std::string::npos) return explain(sink, cancel);
        if (request.text.find("landlord") != std::string::npos && request.remote != agent::RemoteUse::Never)
            return handOver(request, sink);
        if (request.text.find("rent") != std::string::npos) return answerFromDocuments(sink);
        if (request.text.find("on my calendar") != std::string::npos) return list(sink);
        return talk(sink, cancel);
    }

    base::Result<ProposedAction> edit(const std::string& id, const std::vector<Field>& fields) override {
        const auto it = waiting_.find(id);
        if (it == waiting_.end()) return gone(id);
        auto& prepared = it->second.prepared;
        prepared.fields = fields;
        for (auto& f : prepared.fields) {
            if (f.name == "time" && f.value != "12:00") prepared.warnings.clear();
            if (f.name == prepared.questionField && !f.value.empty()) {
                prepared.question.clear();
                prepared.questionField.clear();
            }
        }
        return it->second;
    }

    base::Result<ActionDone> confirm(const std::string& id, const std::vector<Field>& fields,
                                     base::CancelToken) override {
        const auto it = waiting_.find(id);
        if (it == waiting_.end()) return gone(id);
        const auto& shown = fields.empty() ? it->second.prepared.fields : fields;
        for (const auto& f : shown)
            if (f.required && f.value.empty())
                return base::fail(base::ErrorCode::InvalidInput,
                                  "“" + f.label + "” is empty. Please fill it in.", f.name);
        ActionDone done;
        done.id = id;
        done.ok = true;
        done.auditId = ++audit_;
        done.undoable = true;
        done.text = it->second.tool == "create_event"
                        ? "Added “" + shown.front().value + "” for tomorrow, 12:00–13:30."
                        : "I will remind you: “" + shown.front().value + "”.";
        done.link = it->second.tool == "create_event" ? "file:///tmp" : "";
        waiting_.erase(it);
        return done;
    }

    void decline(const std::string& id) override { waiting_.erase(id); }

    base::Result<agent::Resumed> resume(const ProposedAction& action) override {
        waiting_[action.id] = action;
        return action;
    }

    base::Result<std::string> undo(std::int64_t) override {
        return std::string("Taken out of the calendar.");
    }

  private:
    static tl::unexpected<base::Error> gone(const std::string& id) {
        return base::fail(base::ErrorCode::NotFound, "This action is no longer waiting.", id);
    }

    base::Result<void> propose(ProposedAction action, const agent::EventSink& sink) {
        action.id = "demo-" + std::to_string(++count_);
        waiting_[action.id] = action;
        sink(action);
        agent::AnswerDone done;
        agent::Call call;
        call.tool = action.tool;
        for (const auto& f : action.prepared.fields)
            if (!f.value.empty()) call.arguments.emplace_back(f.name, f.value);
        done.calls.push_back(std::move(call));
        sink(done);
        return {};
    }

    base::Result<void> list(const agent::EventSink& sink) {
        ProposedAction read;
        read.id = "demo-" + std::to_string(++count_);
        read.tool = "list_events";
        read.verb = "Look in the calendar";
        read.icon = "calendar";
        sink(read);
        ActionDone done;
        done.id = read.id;
        done.ok = true;
        done.text =
            "You have 3 events tomorrow:\n• 09:00–09:15  Stand-up\n• 12:00–13:30  Lunch with my "
            "sister, Café Central\n• 18:00–19:00  Yoga";
        done.items = R"([{"title":"Stand-up","when":"tomorrow 09:00–09:15","location":""},
                         {"title":"Lunch with my sister","when":"tomorrow 12:00–13:30","location":"Café Central"},
                         {"title":"Yoga","when":"tomorrow 18:00–19:00","location":""}])";
        sink(done);
        agent::AnswerDone answer;
        answer.calls = {{"list_events", {{"date", "tomorrow"}}}};
        sink(answer);
        return {};
    }

    // As a larger model answers: it thinks first, and writes with a table, code and a formula.
    base::Result<void> explain(const agent::EventSink& sink, const base::CancelToken& cancel) {
        static const std::string answer =
            "A loan of $P$ at the monthly rate $r$ over $n$ months costs each month:\n\n"
            "$$A = P \\cdot \\frac{r (1 + r)^n}{(1 + r)^n - 1}$$\n\n"
            "For 10,000 over three years:\n\n"
            "| Rate a year | Each month | In all |\n|---|---:|---:|\n| 3 % | 290.81 | 10,469 |\n"
            "| 6 % | 304.22 | 10,952 |\n\n"
            "In **Python**:\n\n```python\ndef monthly(p, rate, months):  # rate of a year\n"
            "    r = rate / 12\n    return p * r * (1 + r) ** months / ((1 + r) ** months - 1)\n```\n";
        sink(agent::PrefillProgress{40, 100});
        sink(agent::ThoughtDelta{"They want the annuity formula. A short table makes it plain."});
        agent::AnswerDone done;
        for (std::size_t at = 0; at < answer.size() && !cancel.cancelled(); at += 4) {
            sink(agent::TextDelta{answer.substr(at, 4)});
            if (delayMs_ > 0) std::this_thread::sleep_for(std::chrono::milliseconds(delayMs_ / 3));
            done.text += answer.substr(at, 4);
        }
        done.stopped = cancel.cancelled();
        done.tokensPerSecond = 31;
        done.context = {3480, 4096, 14, 12,
                        "They compared flats near the river and settled on the one with a balcony."};
        sink(done);
        return {};
    }

    // As from documents, with a larger model: two passages, and a sentence that none of them supports.
    static base::Result<void> answerFromDocuments(const agent::EventSink& sink) {
        agent::AnswerDone done;
        done.text =
            "The monthly rent is 800 euros, due on the first working day. [1] Either side may end the lease "
            "with "
            "a notice of three months. [2] Pets are welcome.";
        agent::DocumentAnswer documents;
        documents.documentsSearched = 12;
        documents.found = 5;
        documents.used = 2;
        documents.written = true;
        documents.sources = {
            demoSource(1, 3,
                       "The flat lies on the second floor. The monthly rent is 800 euros, due on the first "
                       "working day of the month. Heating is paid apart.",
                       "The monthly rent is 800 euros"),
            demoSource(2, 7, "Either side may end the lease with a notice of three months, in writing.",
                       "notice of three months")};
        const auto statement = [&](const char* begin, const char* end, std::vector<int> sources,
                                   bool supported) {
            const std::size_t from = done.text.find(begin);
            const std::size_t to = done.text.find(end, from) + std::char_traits<char>::length(end);
            documents.statements.push_back({from, to, std::move(sources), supported});
        };
        statement("The monthly", "[1]", {1}, true);
        statement("Either", "[2]", {2}, true);
        statement("Pets", "welcome.", {}, false);
        done.documents = std::move(documents);
        done.untrusted = true;
        sink(done);
        return {};
    }

    static base::Result<void> handOver(const agent::Request& request, const agent::EventSink& sink) {
        if (request.remoteAgreed) {
            sink(demoAnswerFromElsewhere());
        } else {
            sink(demoOffer(request));
            sink(agent::AnswerDone{});
        }
        return {};
    }

    base::Result<void> talk(const agent::EventSink& sink, const base::CancelToken& cancel) {
        static const std::vector<std::string> words = {
            "I ",      "am ",      "small ", "and ",   "work ",         "on ",        "this ", "device ",
            "only. ",  "I ",       "can ",   "keep ",  "your ",         "calendar, ", "set ",  "reminders ",
            "and ",    "timers, ", "write ", "notes ", "and ",          "lists, ",    "and ",  "find ",
            "your ",   "files. ",  "For ",   "open ",  "conversation ", "please ",    "open ", "a ",
            "larger ", "model."};
        agent::AnswerDone done;
        for (const auto& word : words) {
            if (cancel.cancelled()) {
                done.stopped = true;
                break;
            }
            sink(agent::TextDelta{word});
            done.text += word;
            if (delayMs_ > 0) std::this_thread::sleep_for(std::chrono::milliseconds(delayMs_));
        }
        done.offerLargerModel = !done.stopped;
        done.tokensPerSecond = 212;
        sink(done);
        return {};
    }

    int delayMs_;
    int count_ = 0;
    std::int64_t audit_ = 0;
    std::map<std::string, ProposedAction> waiting_;
};

}  // namespace

std::unique_ptr<agent::Agent> makeFakeAgent(int delayMs) {
    return std::make_unique<FakeAgent>(delayMs);
}

}  // namespace hearth::app

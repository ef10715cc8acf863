#include "cli/turn.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/document_answer.h"
#include "cli/terminal.h"
#include "handover/document_json.h"

namespace hearth::app::cli {

namespace {

using Json = nlohmann::ordered_json;

const char* name(Step::State state) {
    switch (state) {
        case Step::State::Waiting:
            return "waiting";
        case Step::State::Done:
            return "done";
        case Step::State::Failed:
            return "failed";
        case Step::State::Declined:
            return "declined";
    }
    return "";
}

std::size_t width(const std::string& text) {  // characters, near enough for columns
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Takes the agent's events into a Turn, and shows them.
class Listener {
  public:
    Listener(Turn& turn, bool echo) : turn_(turn), echo_(echo), progress_("Reading") {}

    void operator()(const agent::Event& event) {
        if (const auto* prefill = std::get_if<agent::PrefillProgress>(&event)) {
            if (echo_) progress_.show(prefill->done, prefill->total);
            return;
        }
        progress_.clear();
        if (const auto* delta = std::get_if<agent::TextDelta>(&event)) {
            streamed_ += delta->text;
            if (echo_ && !turn_.reasoning.empty() && streamed_ == delta->text) std::cerr << '\n';
            print(delta->text);
        } else if (const auto* thought = std::get_if<agent::ThoughtDelta>(&event)) {
            turn_.reasoning += thought->text;
            if (echo_) std::cerr << thought->text << std::flush;
        } else if (const auto* action = std::get_if<agent::ProposedAction>(&event)) {
            propose(*action);
        } else if (const auto* done = std::get_if<agent::ActionDone>(&event)) {
            finish(*done);
        } else if (const auto* answer = std::get_if<agent::AnswerDone>(&event)) {
            turn_.text = answer->text.empty() ? streamed_ : answer->text;
            turn_.calls = answer->calls;
            turn_.stopped = answer->stopped;
            turn_.offerLargerModel = answer->offerLargerModel;
            turn_.cutShort = answer->cutShort;
            turn_.context = answer->context;
            turn_.host = answer->host;
            turn_.remoteModel = answer->remoteModel;
            turn_.documents = answer->documents;
            if (!echo_) return;
            if (turn_.documents) return printDocuments();
            if (streamed_.empty() && !told_) print(turn_.text);
            endLine();
        } else if (const auto* offer = std::get_if<agent::HandOverOffer>(&event)) {
            turn_.offer = *offer;
        } else if (const auto* note = std::get_if<agent::AnswerNote>(&event)) {
            turn_.note = note->text;
            if (!echo_) return;
            endLine();
            std::cerr << "hearth: " << note->text << '\n';
        } else if (const auto* dropped = std::get_if<agent::ActionDropped>(&event)) {
            for (Step& step : turn_.steps)
                if (step.action.id == dropped->id) step.state = Step::State::Declined;
        }
    }

  private:
    // What streamed was not checked yet: the whole answer is said, with what it rests on.
    void printDocuments() {
        if (!streamed_.empty()) print("\n\n");
        print(answerText(*turn_.documents, turn_.text));
        endLine();
    }
    void propose(const agent::ProposedAction& action) {
        for (Step& step : turn_.steps)
            if (step.action.id == action.id) {
                step.action = action;
                return;
            }
        turn_.steps.push_back({action, Step::State::Waiting, {}});
    }
    void finish(const agent::ActionDone& done) {
        auto step = std::find_if(turn_.steps.begin(), turn_.steps.end(),
                                 [&](const Step& other) { return other.action.id == done.id; });
        if (step == turn_.steps.end()) step = turn_.steps.insert(step, Step{});
        step->state = done.ok ? Step::State::Done : Step::State::Failed;
        step->done = done;
        if (!echo_) return;
        endLine();
        print(done.text + "\n");
        told_ = true;
    }
    void print(const std::string& text) {
        if (!echo_ || text.empty()) return;
        std::cout << text << std::flush;
        lineEnded_ = text.back() == '\n';
    }
    void endLine() {
        if (!lineEnded_) print("\n");
    }

    Turn& turn_;
    bool echo_;
    bool told_ = false;  // an action said what there is to say
    bool lineEnded_ = true;
    std::string streamed_;
    Progress progress_;
};

Json fieldJson(const agent::Field& field) {
    return {{"name", field.name},       {"label", field.label},     {"value", field.value},
            {"display", field.display}, {"choices", field.choices}, {"labels", field.labels}};
}

Json stepJson(const Step& step) {
    const agent::ProposedAction& action = step.action;
    Json out = {{"id", action.id},
                {"tool", action.tool},
                {"state", name(step.state)},
                {"summary", action.prepared.summary},
                {"fields", Json::array()},
                {"warnings", action.prepared.warnings},
                {"question", action.prepared.question}};
    for (const agent::Field& field : action.prepared.fields) out["fields"].push_back(fieldJson(field));
    if (!step.done) return out;
    out["text"] = step.done->text;
    out["link"] = step.done->link;
    out["audit_id"] = step.done->auditId;
    out["undoable"] = step.done->undoable;
    const Json items = Json::parse(step.done->items, nullptr, false);
    out["items"] = items.is_discarded() ? Json::array() : items;
    return out;
}

}  // namespace

bool Turn::waits() const {
    return std::any_of(steps.begin(), steps.end(),
                       [](const Step& step) { return step.state == Step::State::Waiting; });
}

ExitCode Turn::exitCode() const {
    if (stopped) return ExitCode::Interrupted;
    const auto any = [this](Step::State state) {
        return std::any_of(steps.begin(), steps.end(),
                           [state](const Step& step) { return step.state == state; });
    };
    if (any(Step::State::Failed)) return ExitCode::Failed;
    return any(Step::State::Waiting) || any(Step::State::Declined) ? ExitCode::Refused : ExitCode::Ok;
}

base::Result<Turn> runTurn(agent::Agent& agent, const agent::Request& request, bool echo) {
    Turn turn;
    base::Result<void> asked;
    {
        Listener listener(turn, echo);
        asked = agent.ask(
            request, [&listener](const agent::Event& event) { listener(event); }, interruption());
    }
    if (!asked) return tl::unexpected(asked.error());
    return turn;
}

base::Result<void> confirmStep(agent::Agent& agent, Step& step, bool echo) {
    auto done = agent.confirm(step.action.id, {}, interruption());
    if (!done) return tl::unexpected(done.error());
    step.state = done->ok ? Step::State::Done : Step::State::Failed;
    step.done = *done;
    if (echo) std::cout << done->text << '\n' << std::flush;
    return {};
}

void printCard(const agent::ProposedAction& action) {
    std::cout << action.verb << ": " << action.prepared.summary << '\n';
    std::size_t widest = 0;
    for (const agent::Field& field : action.prepared.fields) widest = std::max(widest, width(field.label));
    for (const agent::Field& field : action.prepared.fields) {
        const std::string& value = field.display.empty() ? field.value : field.display;
        if (value.empty() || field.label.empty()) continue;
        std::cout << "  " << field.label << std::string(widest + 2 - width(field.label), ' ') << value
                  << '\n';
    }
    for (const std::string& warning : action.prepared.warnings) std::cout << "  ! " << warning << '\n';
    if (!action.prepared.question.empty()) {
        std::cout << action.prepared.question << '\n';
        for (const agent::Field& field : action.prepared.fields)
            if (field.name == action.prepared.questionField)
                for (const std::string& choice : field.choices)
                    std::cout << "  - " << field.labelOf(choice) << '\n';
    }
    std::cout << std::flush;
}

bool editField(agent::Agent& agent, Step& step, const std::string& typed) {
    const std::size_t equals = typed.find('=');
    if (equals == std::string::npos) return false;
    const auto trimmed = [](std::string text) {
        text.erase(0, text.find_first_not_of(" \t"));
        text.erase(text.find_last_not_of(" \t") + 1);
        return text;
    };
    const std::string key = trimmed(typed.substr(0, equals));
    std::vector<agent::Field> fields = step.action.prepared.fields;
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const agent::Field& candidate) {
        const auto same = [](char a, char b) {
            return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
        };
        return candidate.name == key ||
               std::equal(key.begin(), key.end(), candidate.label.begin(), candidate.label.end(), same);
    });
    if (field == fields.end()) return false;
    field->value = trimmed(typed.substr(equals + 1));
    auto edited = agent.edit(step.action.id, fields);
    if (!edited) {
        report(edited.error());
        return true;
    }
    step.action = std::move(*edited);
    printCard(step.action);
    return true;
}

Json toJson(const Turn& turn) {
    Json out = {{"text", turn.text}, {"calls", Json::array()}, {"actions", Json::array()}};
    for (const agent::Call& call : turn.calls) {
        Json arguments = Json::array();
        for (const auto& [argument, value] : call.arguments)
            arguments.push_back({{"name", argument}, {"value", value}});
        out["calls"].push_back({{"tool", call.tool}, {"arguments", arguments}});
    }
    for (const Step& step : turn.steps) out["actions"].push_back(stepJson(step));
    if (!turn.reasoning.empty()) out["reasoning"] = turn.reasoning;
    out["stopped"] = turn.stopped;
    out["offer_larger_model"] = turn.offerLargerModel;
    out["cut_short"] = turn.cutShort;
    if (!turn.note.empty()) out["note"] = turn.note;
    if (!turn.host.empty()) out["remote"] = {{"host", turn.host}, {"model", turn.remoteModel}};
    if (turn.documents) out["documents"] = documentsToJson(*turn.documents);
    if (turn.context.capacity > 0)
        out["context"] = {{"tokens", turn.context.tokens},
                          {"capacity", turn.context.capacity},
                          {"left_out", turn.context.leftOut},
                          {"summarized", turn.context.summarized},
                          {"summary", turn.context.summary}};
    return out;
}

std::optional<std::string> readLine(const std::string& prompt) {
    if (inputIsTerminal()) {
        std::cout << prompt << std::flush;
        if (!waitForInput()) return std::nullopt;
    }
    std::string line;
    if (!std::getline(std::cin, line)) return std::nullopt;
    return line;
}

void printNotes(const Turn& turn) {
    if (!turn.host.empty())
        std::cout << "(From " << turn.remoteModel << " at " << turn.host
                  << ", with your own names and numbers put back.)\n";
    if (turn.cutShort) std::cout << "(This is as long as one answer may be; say “go on” for more.)\n";
    const agent::ContextUse& context = turn.context;
    if (context.leftOut == 0) return;
    std::cout << "(The conversation has outgrown the model: of its first " << context.leftOut << " messages ";
    if (context.summarized == 0)
        std::cout << "it was given nothing.)\n";
    else if (context.summarized == context.leftOut)
        std::cout << "it was given a summary.)\n";
    else
        std::cout << "it was given a summary of " << context.summarized << ".)\n";
}

}  // namespace hearth::app::cli

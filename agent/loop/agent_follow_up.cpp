// The part of AgentLoop that ties a request to the ones before it: answers to questions, "Did you mean",
// and changes of what was proposed or done.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <sstream>

#include "loop/agent_loop.h"
#include "loop/amendment.h"
#include "tools/basic_tool.h"

namespace hearth::agent::loop {

using base::Result;

namespace {

const double kVerySure = std::log(0.9);
const double kUnsure = std::log(0.5);
const double kPossible = std::log(0.1);

bool isSteering(const std::string& tool) {
    return tool == "amend" || tool == "dialog_control" || tool == "irrelevant";
}

int wordCount(const std::string& text) {
    int words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n';
        if (!blank && !inside) ++words;
        inside = !blank;
    }
    return words;
}

// "the second one", "2", "last": an index; nothing where the text names no place.
std::optional<std::size_t> placeNamed(const std::string& text, std::size_t count) {
    static constexpr std::array<std::array<const char*, 3>, 5> kPlaces{{{"first", "1", "1st"},
                                                                        {"second", "2", "2nd"},
                                                                        {"third", "3", "3rd"},
                                                                        {"fourth", "4", "4th"},
                                                                        {"fifth", "5", "5th"}}};
    std::string padded = " " + tools::lowered(text) + " ";
    for (char& c : padded)
        if (c == '.' || c == ',' || c == '!') c = ' ';
    for (std::size_t i = 0; i < kPlaces.size() && i < count; ++i)
        for (const char* word : kPlaces[i])
            if (padded.find(" " + std::string(word) + " ") != std::string::npos) return i;
    if (padded.find(" last ") != std::string::npos && count > 0) return count - 1;
    return std::nullopt;
}

// The words of a text in lower case, without signs and the words that every answer has.
std::set<std::string> tellingWords(const std::string& text) {
    static const std::set<std::string> kCommon{"the", "one", "with", "a",  "an",    "at",
                                               "on",  "to",  "for",  "of", "please"};
    std::string even = tools::lowered(text);
    for (char& c : even)
        if (std::string_view(".,;!?\"()").find(c) != std::string_view::npos) c = ' ';
    std::set<std::string> words;
    std::istringstream in(even);
    for (std::string word; in >> word;)
        if (!kCommon.contains(word)) words.insert(word);
    return words;
}

const Field* fieldNamed(const Prepared& prepared, const std::string& name) {
    for (const Field& field : prepared.fields)
        if (field.name == name) return &field;
    return nullptr;
}

}  // namespace

// The user's words as a value of the field that was asked for; empty: they are none.
std::string AgentLoop::answerFor(const Waiting& waiting, const std::string& text) const {
    const Field* field = fieldNamed(waiting.action.prepared, waiting.action.prepared.questionField);
    if (field == nullptr || field->choices.empty()) return tools::trimmed(text);
    const std::set<std::string> said = tellingWords(text);
    std::vector<std::string> fitting;
    for (const std::string& choice : field->choices) {
        const std::string label = field->labelOf(choice);
        const std::string plain = tools::lowered(tools::trimmed(text));
        if (tools::lowered(choice) == plain || tools::lowered(label) == plain) return choice;
        const std::set<std::string> has = tellingWords(label);
        if (!said.empty() && std::includes(has.begin(), has.end(), said.begin(), said.end()))
            fitting.push_back(choice);
    }
    if (fitting.size() == 1) return fitting.front();
    if (const auto place = placeNamed(text, field->choices.size())) return field->choices[*place];
    return tools::trimmed(text);
}

Result<bool> AgentLoop::answerQuestion(Turn& turn) {
    Waiting* open = openCard();
    if (open == nullptr || open->action.prepared.question.empty() || turn.request.history.empty())
        return false;
    const std::string asked = open->action.prepared.questionField;
    const Call first = turn.decoded.calls.empty() ? Call{} : turn.decoded.calls.front();
    if (first.tool == "dialog_control" && first.argument("action").value_or("") != "yes") return false;
    Tool* tool = parts_.tools.find(open->action.tool);
    if (tool == nullptr) return false;

    Call call = callOf(open->action.tool, open->action.prepared.fields);
    std::erase_if(call.arguments, [&](const auto& argument) { return argument.first == asked; });
    call.arguments.emplace_back(asked, answerFor(*open, turn.request.text));
    auto prepared = tool->prepare(call);
    const bool fits = prepared && prepared->questionField != asked;

    const Field* field = fieldNamed(open->action.prepared, asked);
    const bool freeText =
        field == nullptr || (field->choices.empty() &&
                             (field->type == ArgumentType::Text || field->type == ArgumentType::Person));
    constexpr int kWordsOfARequest = 3;
    const bool newRequest = !isSteering(first.tool) && !turn.decoded.logprobs.empty() &&
                            turn.decoded.logprobs.front() > kVerySure &&
                            wordCount(turn.request.text) >= kWordsOfARequest;
    // Any words will do for a free text: then a clear request of its own goes first. A day is a day.
    if (!fits || (freeText && newRequest && first.tool != open->action.tool)) return false;
    const std::string old = open->action.id;
    const std::int64_t replaces = open->action.replaces;
    drop(turn, old);
    turn.done.calls = {call};
    if (auto done = this->call(turn, call, 0.0, replaces); !done) return tl::unexpected(done.error());
    return true;
}

bool AgentLoop::offerOptions(Turn& turn) {
    if (turn.decoded.calls.size() != 1 || turn.decoded.logprobs.front() > kUnsure) return false;
    const Tool* first = parts_.tools.find(turn.decoded.calls.front().tool);
    if (first == nullptr || !first->spec().writes) return false;
    std::vector<std::string> verbs;
    for (const auto& candidate : turn.decoded.alternatives) {
        const Tool* tool = parts_.tools.find(candidate.function);
        constexpr std::size_t kMostOptions = 3;
        if (tool == nullptr || candidate.logprob < kPossible || options_.size() == kMostOptions) continue;
        options_.push_back(candidate.function);
        verbs.push_back(parts_.context.phrases.quoted(parts_.context.say(tool->spec().verb)));
    }
    if (options_.size() < 2) {
        options_.clear();
        return false;
    }
    turn.done.text =
        parts_.context.say("Did you mean {verbs}?", {{"verbs", parts_.context.phrases.any(verbs)}});
    turn.sink(turn.done);
    return true;
}

bool AgentLoop::pickOption(Turn& turn, std::string& function) {
    if (options_.empty() || turn.request.history.empty()) return false;
    const std::string text = tools::lowered(tools::trimmed(turn.request.text));
    if (const auto place = placeNamed(text, options_.size()); place && wordCount(text) <= 4) {
        function = options_[*place];
        return true;
    }
    if (text == "yes") {
        function = options_.front();
        return true;
    }
    for (const std::string& option : options_) {
        const ToolSpec& spec = parts_.tools.find(option)->spec();
        std::string name = option;
        std::replace(name.begin(), name.end(), '_', ' ');
        if (tools::matchesWords(spec.verb + " " + parts_.context.say(spec.verb) + " " + name, text)) {
            function = option;
            return true;
        }
    }
    return false;
}

std::optional<AgentLoop::Executed> AgentLoop::lastExecuted(const Request& request) {
    if (request.history.empty()) return std::nullopt;
    if (executed_) return executed_;
    // After a restart the log knows; it must be what the conversation was about.
    const auto row = parts_.runner.last();
    if (!row) return std::nullopt;
    for (auto m = request.history.rbegin(); m != request.history.rend(); ++m) {
        if (m->calls.empty()) continue;
        if (m->calls.back().tool != row->tool) return std::nullopt;
        return Executed{callOf(row->tool, fieldsFromJson(row->arguments)), row->id, !row->undoToken.empty()};
    }
    return std::nullopt;
}

Result<void> AgentLoop::amend(Turn& turn, const Call& change) {
    // Nothing that could be changed was named: the model took small talk for a change.
    if (change.arguments.empty()) return converse(turn, "other");
    std::int64_t replaces = 0;
    Call before;
    std::string dropped;
    const auto executed = lastExecuted(turn.request);
    if (Waiting* open = openCard()) {
        before = callOf(open->action.tool, open->action.prepared.fields);
        dropped = open->action.id;
        replaces = open->action.replaces;
    } else if (executed) {
        before = executed->call;
        if (executed->undoable) replaces = executed->auditId;
    }
    Tool* tool = parts_.tools.find(before.tool);
    const auto changed = tool ? amended(tool->spec(), before, change) : std::nullopt;
    if (!changed) return finish(turn, reply("nothing_to_change"));
    if (!dropped.empty()) {
        if (!changed->addition) drop(turn, dropped);
    } else if (changed->addition) {
        replaces = 0;
    }
    if (auto done = call(turn, changed->call, 0.0, replaces); !done) return done;
    return finish(turn, "");
}

}  // namespace hearth::agent::loop

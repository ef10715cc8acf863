// The part of AgentLoop in which a larger model answers: it is offered the few tools that fit, what it calls
// goes the way of every call (prepare, card, run), what reading tools found goes back to it, and it answers.
#include <algorithm>
#include <cmath>

#include "conversation/tool_schema.h"
#include "loop/agent_loop.h"
#include "tools/basic_tool.h"
#include "tools/when.h"

namespace hearth::agent::loop {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int kMostRounds = 5;  // of calls and results; the last is in words
constexpr std::size_t kMostResultBytes = 6000;
const double kVerySure = std::log(0.9);

bool sameCall(const Call& a, const Call& b) {
    return a.tool == b.tool && a.arguments == b.arguments;
}

bool isSpoken(const Call& call) {
    return call.tool == "irrelevant" || answeredInWords(call.tool);
}

// Of the tools of other programs the few that fit best.
std::vector<std::string> fittingGuests(const ToolRegistry& tools, const std::string& text) {
    const auto specs = tools.guests();
    if (specs.empty()) return {};
    std::vector<std::string> names = ToolRanking(specs).rank(text, {});
    if (names.size() > kOfferedTools / 2) names.resize(kOfferedTools / 2);
    return names;
}

std::string result(const std::string& text) {
    return text.size() <= kMostResultBytes ? text : text.substr(0, kMostResultBytes) + " …";
}

}  // namespace

// A clear and short request is carried out by the built-in model in a moment; with the larger one it would
// take seconds and end in the same card.
bool AgentLoop::leftToChat(Turn& turn) {
    if (!parts_.chat || turn.decoded.calls.empty()) return parts_.chat != nullptr;
    constexpr std::ptrdiff_t kWordsOfAClearRequest = 14;
    const Call& first = turn.decoded.calls.front();
    const bool sure = std::all_of(turn.decoded.logprobs.begin(), turn.decoded.logprobs.end(),
                                  [](double logprob) { return logprob > kVerySure; });
    const bool waits = openCard() != nullptr;
    if (first.tool == "dialog_control") {
        const std::string action = first.argument("action").value_or("");
        return !waits && !(sure && (action == "help" || action == "repeat"));
    }
    if (first.tool == "amend") return !sure || !(waits || lastExecuted(turn.request));
    const bool spoken = std::any_of(turn.decoded.calls.begin(), turn.decoded.calls.end(), isSpoken);
    const std::string& text = turn.request.text;
    return spoken || !sure || std::count(text.begin(), text.end(), ' ') >= kWordsOfAClearRequest;
}

void AgentLoop::choose(const Turn& turn) {
    std::vector<ToolRanking::Likely> likely;
    for (const auto& candidate : turn.decoded.alternatives)
        likely.emplace_back(candidate.function, std::exp(candidate.logprob));
    std::vector<std::string> ranked = ranking_.rank(turn.request.text, likely);
    std::erase_if(ranked, answeredInWords);
    std::vector<std::string> kept;  // a follow-up may be about what waits
    for (const auto& [id, waiting] : waiting_)
        if (kept.size() < kOfferedTools / 2) kept.push_back(waiting.action.tool);
    if (turn.request.history.empty()) offered_.clear();
    offered_ = offeredTools(ranked, kept, offered_);
    guests_ = fittingGuests(parts_.tools, turn.request.text);
}

std::vector<const ToolSpec*> AgentLoop::offered() const {
    std::vector<const ToolSpec*> specs;
    for (const auto* names : {&offered_, &guests_})
        for (const std::string& name : *names)
            if (const Tool* tool = parts_.tools.find(name)) specs.push_back(&tool->spec());
    return specs;
}

Result<bool> AgentLoop::talkHere(Turn& turn, routing::Uncertainty* watch) {
    ChatTurn chat;
    chat.now = timeNow();
    const bool continues = !turn.request.begun.empty();
    if (!continues) choose(turn);
    auto tools = offered();
    while (!tools.empty() && !parts_.chat->affords(toolsJson(tools))) tools.resize(tools.size() / 2);
    chat.style = {toolsJson(tools), turn.request.reasoning, turn.request.begun};
    AnswerDone done;
    std::vector<Call> called;
    for (int round = 0; round < kMostRounds; ++round) {
        chat.mayCall = !continues && round + 1 < kMostRounds;
        chat.watch = round == 0 ? watch : nullptr;
        auto reply = parts_.chat->answer(turn.request, chat, turn.sink, turn.cancel);
        if (!reply) return tl::unexpected(reply.error());
        if (reply->givenUp) return false;
        done = std::move(reply->done);
        if (done.stopped || reply->calls.empty()) break;
        const std::size_t before = called.size();
        auto waits = carryOut(turn, done.text, reply->calls, chat.since, called);
        if (!waits) return tl::unexpected(waits.error());
        if (called.size() > before) done.text.clear();  // it stands before what was done
        done.stopped = turn.cancel.cancelled();
        if (*waits || done.stopped) break;
    }
    done.documents = turn.done.documents;
    done.untrusted = turn.untrusted;
    done.calls = std::move(called);
    if (done.calls.empty())  // the built-in model remembers that this was conversation
        std::copy_if(turn.decoded.calls.begin(), turn.decoded.calls.end(), std::back_inserter(done.calls),
                     isSpoken);
    turn.sink(done);
    return true;
}

// Carries out what the model called and adds it with its results to `since`. True: nothing more is to be said
// until the user has answered, or all of it was done before.
Result<bool> AgentLoop::carryOut(Turn& turn, const std::string& said,
                                 const std::vector<engine::ToolCall>& calls, std::vector<ChatLine>& since,
                                 std::vector<Call>& called) {
    ChatLine calling{ChatLine::Role::Assistant, said, calls, {}};
    std::size_t number = 1000 * (since.size() + 1);
    for (engine::ToolCall& call : calling.calls) call.id = toolCallFrom({}, number++).id;
    since.push_back(calling);
    bool waits = false, fresh = false;
    for (const engine::ToolCall& given : calling.calls) {
        std::string text = "There is no tool of this name.";
        const Tool* tool = parts_.tools.find(given.name);
        const Call call = tool ? callFrom(given, tool->spec()) : Call{given.name, {}};
        const bool again = std::any_of(called.begin(), called.end(),
                                       [&call](const Call& earlier) { return sameCall(earlier, call); });
        if (again) {
            text = "This was done already.";
        } else if (tool != nullptr && !turn.cancel.cancelled()) {
            fresh = true;
            called.push_back(call);
            auto one = callOnce(turn, call);
            if (!one) return tl::unexpected(one.error());
            text = one->text;
            waits = waits || one->waits;
            turn.untrusted = turn.untrusted || tool->spec().bringsOthersWords;
        }
        since.push_back({ChatLine::Role::Tool, result(text), {}, given});
    }
    return waits || !fresh;
}

Result<AgentLoop::CallResult> AgentLoop::callOnce(Turn& turn, const Call& request) {
    CallResult out{"Shown to the user, who has to approve it first.", true};
    const EventSink listening = [&](const Event& event) {
        if (const auto* done = std::get_if<ActionDone>(&event))
            out = {done->ok ? done->text : "It failed: " + done->text, false};
        turn.sink(event);
    };
    Turn inner{turn.request, listening, turn.cancel, {}, {}, 0, turn.untrusted};
    const auto done = call(inner, request, 0.0, 0);
    if (done) return out;
    // What a tool cannot make sense of is the model's to put right.
    if (done.error().code == ErrorCode::Cancelled) return tl::unexpected(done.error());
    return CallResult{"It failed: " + done.error().message, false};
}

}  // namespace hearth::agent::loop

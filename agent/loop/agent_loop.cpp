#include "loop/agent_loop.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "tools/basic_tool.h"
#include "tools/help.h"

namespace hearth::agent::loop {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int kMostSteps = 8;
constexpr const char* kOthersWords =
    "Text that others wrote is part of this conversation: check that you want this";
// Below this a writing action is not proposed without asking, see also "always allow".
const double kUnsure = std::log(0.5);

bool sameCall(const Call& a, const Call& b) {
    return a.tool == b.tool && a.arguments == b.arguments;
}

bool holdsOthersWords(const Request& request) {
    return !request.others.empty() ||
           std::any_of(request.history.begin(), request.history.end(),
                       [](const Message& message) { return message.untrusted || !message.others.empty(); });
}

bool isUndoRequest(const std::string& text) {
    static const std::set<std::string> kWords{
        "undo", "undo that", "undo it", "undo the last action", "take it back", "take that back"};
    std::string plain = tools::lowered(tools::trimmed(text));
    while (!plain.empty() && (plain.back() == '.' || plain.back() == '!')) plain.pop_back();
    return kWords.contains(plain);
}

}  // namespace

Result<void> AgentLoop::ask(const Request& request, const EventSink& sink, base::CancelToken cancel) {
    Turn turn{request, sink, cancel, {}, {}, 0, holdsOthersWords(request)};
    if (tools::trimmed(request.text).empty())
        return fail(ErrorCode::InvalidInput, parts_.context.say("The request is empty"));
    if (!request.begun.empty()) {
        if (parts_.chat) return converse(turn, "other");
        return fail(ErrorCode::Unsupported,
                    parts_.context.say("Only a larger model can go on with an answer. Open one first"));
    }
    if (request.documents.use == DocumentScope::Use::Only) {
        const auto answered = answerFromDocuments(turn);
        if (!answered) return tl::unexpected(answered.error());
        return *answered ? Result<void>() : finish(turn, reply(whyNothing(turn)));
    }
    if (isUndoRequest(request.text)) return undoLast(turn);
    if (!parts_.model) {
        const auto answered = answerFromDocuments(turn);
        if (!answered) return tl::unexpected(answered.error());
        if (*answered) return {};
        if (parts_.chat || remoteUseOf(request) != RemoteUse::Never) return converse(turn, "other");
        return fail(ErrorCode::Unsupported, parts_.context.say("No model is open. Open a model file first"));
    }
    std::string function;
    std::string text = request.text;
    if (pickOption(turn, function)) text = optionsText_;
    options_.clear();
    auto decoded = parts_.model->decode({text, request.history, function, cancel});
    if (!decoded) {
        // Too long for the built-in model: conversation, if there is a model for it.
        if (parts_.chat || remoteUseOf(request) != RemoteUse::Never) return converse(turn, "other");
        return said(decoded.error());
    }
    turn.decoded = std::move(*decoded);
    turn.done.context.tokens = turn.decoded.promptTokens;
    turn.done.context.capacity = turn.decoded.contextTokens;
    turn.done.context.leftOut = 2 * turn.decoded.forgottenTurns;
    if (turn.decoded.stopped && cancel.cancelled()) {
        turn.done.stopped = true;
        return finish(turn, "");
    }
    if (turn.decoded.ms > 0) turn.done.tokensPerSecond = 1000.0 * turn.decoded.answerTokens / turn.decoded.ms;
    auto answered = answerQuestion(turn);
    if (!answered) return tl::unexpected(answered.error());
    if (*answered) return finish(turn, "");
    if (function.empty() && asksDocuments(turn)) {
        const auto found = answerFromDocuments(turn);
        if (!found) return tl::unexpected(found.error());
        if (*found) return {};
    }
    if (function.empty() && leftToChat(turn)) return talk(turn);
    if (function.empty() && offerOptions(turn)) {
        optionsText_ = request.text;
        return {};
    }
    return act(turn);
}

std::string AgentLoop::reply(const std::string& topic, std::size_t turn) const {
    return parts_.context.say(parts_.replies.say(topic, turn));
}

tl::unexpected<base::Error> AgentLoop::said(base::Error error) const {
    error.message = parts_.context.say(error.message);
    return tl::unexpected(std::move(error));
}

Result<void> AgentLoop::finish(Turn& turn, const std::string& text) {
    turn.done.text = text;
    turn.done.untrusted = turn.done.untrusted || turn.untrusted;
    turn.sink(turn.done);
    return {};
}

Result<void> AgentLoop::act(Turn& turn) {
    turn.done.calls = turn.decoded.calls;
    if (turn.decoded.calls.empty()) return converse(turn, "other");
    std::vector<Call> called;
    for (std::size_t i = 0; i < turn.decoded.calls.size() && turn.steps < kMostSteps; ++i) {
        Call next = turn.decoded.calls[i];
        const bool again = std::any_of(called.begin(), called.end(),
                                       [&](const Call& earlier) { return sameCall(earlier, next); });
        if (again) continue;
        called.push_back(next);
        if (turn.cancel.cancelled()) {
            turn.done.stopped = true;
            break;
        }
        ++turn.steps;
        // The model leaves the argument out where the whole request is the question (functions.json).
        if (next.arguments.empty() && (next.tool == "answer_question" || next.tool == "web_search"))
            next.arguments.emplace_back(next.tool == "web_search" ? "query" : "question", turn.request.text);
        const bool alone = turn.decoded.calls.size() == 1;
        if (next.tool == "irrelevant") {
            if (alone) return converse(turn, next.argument("topic").value_or("knowledge"));
            continue;
        }
        if (next.tool == "dialog_control") {
            if (alone) return steer(turn, next.argument("action").value_or("help"));
            continue;
        }
        if (next.tool == "amend") {
            if (alone) return amend(turn, next);
            continue;
        }
        if (auto done = call(turn, next, turn.decoded.logprobs.at(i), 0); !done) return done;
    }
    // Where the web is offered instead, it is said that the documents were asked.
    const bool inVain = turn.done.documents && turn.done.documents->nothing();
    const bool asksTheWeb = called.size() == 1 &&
                            (called.front().tool == "web_search" || called.front().tool == "answer_question");
    return finish(turn, inVain && asksTheWeb && !turn.done.stopped ? reply(whyNothing(turn)) : "");
}

Result<void> AgentLoop::steer(Turn& turn, const std::string& action) {
    Waiting* open = openCard();
    if (action == "yes") {
        if (open == nullptr) return finish(turn, reply("nothing_waiting"));
        if (!open->action.prepared.question.empty()) return finish(turn, open->action.prepared.question);
        const Waiting waiting = *open;
        if (auto done = run(turn, waiting, false); !done) return done;
        return finish(turn, "");
    }
    if (action == "no" || action == "cancel" || action == "stop") {
        if (open == nullptr) return finish(turn, reply("nothing_waiting"));
        drop(turn, open->action.id);
        return finish(turn, reply("dropped"));
    }
    if (action == "repeat") {
        for (auto m = turn.request.history.rbegin(); m != turn.request.history.rend(); ++m)
            if (m->role == Message::Role::Assistant && !m->text.empty()) return finish(turn, m->text);
        return finish(turn, reply("nothing_to_repeat"));
    }
    if (action == "help") return finish(turn, tools::helpText(parts_.tools.specs(), parts_.context.phrases));
    return finish(turn, reply("nothing_next"));
}

Result<void> AgentLoop::undoLast(Turn& turn) {
    const auto last = parts_.runner.last();
    const bool recent = last && last->time > parts_.context.clock->now() - kUndoSeconds;
    if (!recent || last->undoToken.empty()) return finish(turn, reply("nothing_to_undo"));
    auto undone = undo(last->id);
    return finish(turn, undone ? *undone : undone.error().message);
}

Result<void> AgentLoop::call(Turn& turn, const Call& request, double logprob, std::int64_t replaces) {
    Tool* tool = parts_.tools.find(request.tool);
    if (tool == nullptr) {
        turn.sink(TextDelta{parts_.context.say("I can't do that yet.") + "\n"});
        return {};
    }
    const ToolSpec& spec = tool->spec();
    if (parts_.approval.of(spec.name) == Approval::Never) {
        turn.sink(TextDelta{
            parts_.context.say("You told me never to do this. You can change that on the page Privacy.") +
            "\n"});
        return {};
    }
    auto prepared = tool->prepare(request);
    if (!prepared) return said(prepared.error());
    Waiting waiting;
    waiting.action = {FileChanges::newId(), spec.name, parts_.context.say(spec.verb), spec.icon,
                      std::move(*prepared), replaces};
    Prepared& shown = waiting.action.prepared;
    const bool waits = shown.waits.value_or(spec.writes);
    waiting.logged = waits;
    dropOwnOverlap(waiting);
    const bool sure = logprob >= kUnsure;
    if (waits && !sure)
        shown.warnings.push_back(parts_.context.say("I'm not sure that this is what you meant"));
    // Always: a warned action never runs by itself.
    if (waits && turn.untrusted) shown.warnings.push_back(parts_.context.say(kOthersWords));
    const bool allowed = parts_.approval.allows(spec.name) && sure && shown.warnings.empty();
    if (shown.question.empty() && (!waits || allowed)) {
        turn.sink(waiting.action);
        return run(turn, waiting, waits);
    }
    openCard_ = waiting.action.id;
    turn.sink(waiting.action);
    waiting_[waiting.action.id] = std::move(waiting);
    return {};
}

// What is about to be replaced does not stand in the way of its successor.
void AgentLoop::dropOwnOverlap(Waiting& waiting) const {
    if (waiting.action.replaces == 0) return;
    Prepared& shown = waiting.action.prepared;
    const std::string own = parts_.context.phrases.quoted(tools::valueOf(shown.fields, "title"));
    std::erase_if(shown.warnings, [&](const std::string& w) { return w.find(own) != std::string::npos; });
}

Result<void> AgentLoop::run(Turn& turn, const Waiting& waiting, bool automatic) {
    auto done = execute(waiting, automatic, turn.cancel);
    if (!done) return tl::unexpected(done.error());
    turn.sink(*done);
    return {};
}

Result<ActionDone> AgentLoop::execute(const Waiting& given, bool automatic, base::CancelToken cancel) {
    const Waiting waiting = given;  // may lie in waiting_, which changes below
    const auto before = executed_;
    if (waiting.action.replaces != 0)
        if (auto undone = undo(waiting.action.replaces); !undone) return tl::unexpected(undone.error());
    auto done = parts_.runner.run(waiting.action, waiting.logged, automatic, cancel);
    if (!done || !done->ok) {  // the card stays, with what was typed into it
        if (waiting.action.replaces == 0) return done;
        const std::string note = putBack(waiting);
        if (note.empty()) executed_ = before;
        if (done) done->text += note;
        return done;
    }
    waiting_.erase(waiting.action.id);
    if (openCard_ == waiting.action.id) openCard_.clear();
    executed_ =
        Executed{callOf(waiting.action.tool, waiting.action.prepared.fields), done->auditId, done->undoable};
    return done;
}

std::string AgentLoop::putBack(const Waiting& waiting) {
    if (parts_.runner.redo(waiting.action.replaces)) return {};
    if (const auto kept = waiting_.find(waiting.action.id); kept != waiting_.end())
        kept->second.action.replaces = 0;
    return " " + parts_.context.say("What it was to replace has been taken back already.");
}

Result<Resumed> AgentLoop::resume(const ProposedAction& action) {
    if (const auto found = waiting_.find(action.id); found != waiting_.end()) return found->second.action;
    auto ran = parts_.runner.outcomeOf(action);
    if (ran && ran->ok) return *ran;
    Tool* tool = parts_.tools.find(action.tool);
    if (tool == nullptr)
        return fail(ErrorCode::NotFound, parts_.context.say("I can't do that any more"), action.tool);
    auto prepared = tool->prepare(callOf(action.tool, action.prepared.fields));
    if (!prepared) return said(prepared.error());
    Waiting waiting{action, prepared->waits.value_or(tool->spec().writes)};
    waiting.action.prepared = std::move(*prepared);
    waiting.action.verb = parts_.context.say(tool->spec().verb);  // the language may be another now
    dropOwnOverlap(waiting);
    const ProposedAction shown = waiting.action;
    waiting_[action.id] = std::move(waiting);
    openCard_ = action.id;
    if (ran) return *ran;
    return shown;
}

AgentLoop::Waiting* AgentLoop::openCard() {
    const auto found = waiting_.find(openCard_);
    return found == waiting_.end() ? nullptr : &found->second;
}

void AgentLoop::drop(Turn& turn, const std::string& id) {
    turn.sink(ActionDropped{id});
    decline(id);
}

Result<ProposedAction> AgentLoop::edit(const std::string& actionId, const std::vector<Field>& fields) {
    const auto found = waiting_.find(actionId);
    if (found == waiting_.end())
        return fail(ErrorCode::NotFound,
                    parts_.context.say("This action is no longer waiting. Ask for it again"), actionId);
    Waiting& waiting = found->second;
    Tool* tool = parts_.tools.find(waiting.action.tool);
    if (tool == nullptr)
        return fail(ErrorCode::NotFound, parts_.context.say("I can't do that any more"), waiting.action.tool);
    auto prepared = tool->prepare(callOf(waiting.action.tool, fields));
    if (!prepared) return said(prepared.error());
    waiting.action.prepared = std::move(*prepared);
    dropOwnOverlap(waiting);
    openCard_ = actionId;
    return waiting.action;
}

Result<ActionDone> AgentLoop::confirm(const std::string& actionId, const std::vector<Field>& fields,
                                      base::CancelToken cancel) {
    const auto found = waiting_.find(actionId);
    if (found == waiting_.end())
        return fail(ErrorCode::NotFound,
                    parts_.context.say("This action is no longer waiting. Ask for it again"), actionId);
    // Always anew: the calendar may have changed while the card waited.
    auto checked = edit(actionId, fields.empty() ? found->second.action.prepared.fields : fields);
    if (!checked) return tl::unexpected(checked.error());
    if (!checked->prepared.question.empty())
        return fail(ErrorCode::InvalidInput, checked->prepared.question, checked->prepared.questionField);
    return execute(found->second, false, cancel);
}

Result<std::string> AgentLoop::suggestTitle(const std::vector<Message>& conversation,
                                            base::CancelToken cancel) {
    if (!parts_.chat) return Agent::suggestTitle(conversation, std::move(cancel));
    return parts_.chat->title(conversation, std::move(cancel));
}

void AgentLoop::decline(const std::string& actionId) {
    waiting_.erase(actionId);
    if (openCard_ == actionId) openCard_.clear();
}

Result<std::string> AgentLoop::undo(std::int64_t auditId) {
    auto undone = parts_.runner.undo(auditId);
    if (undone && executed_ && executed_->auditId == auditId) executed_.reset();
    return undone;
}

}  // namespace hearth::agent::loop

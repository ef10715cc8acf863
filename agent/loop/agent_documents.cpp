// The part of AgentLoop that answers from the user's documents.
#include <algorithm>
#include <cmath>
#include <set>

#include "loop/agent_loop.h"
#include "tools/when.h"

namespace hearth::agent::loop {

using base::Result;

namespace {

const double kSure = std::log(0.8);

// What the built-in model takes a question for that documents may answer.
bool mayBeAQuestion(const Call& call) {
    static const std::set<std::string> kTools{"answer_question", "web_search", "search_notes", "define_word",
                                              "find_file"};
    static const std::set<std::string> kTopics{"knowledge", "other", "opinion", "story", ""};
    if (call.tool == "irrelevant") return kTopics.contains(call.argument("topic").value_or(""));
    return kTools.contains(call.tool);
}

}  // namespace

std::string AgentLoop::timeNow() const {
    const CivilTime now = tools::localNow(parts_.context);
    return "It is " + tools::sayFullDay(Phrases(), now, now) + " " + std::to_string(now.year) + ", " +
           tools::isoTime(now) + ".";
}

// Actions stay what they are: documents are asked where the built-in model sees a question, or is not sure
// that it sees anything else and nothing would be changed.
bool AgentLoop::asksDocuments(const Turn& turn) const {
    return seemsAQuestion(turn) && answerer_.mayAnswer(turn.request.documents);
}

bool AgentLoop::seemsAQuestion(const Turn& turn) const {
    const auto& decoded = turn.decoded;
    if (decoded.calls.empty()) return true;
    if (decoded.calls.size() > 1) return false;
    const Call& call = decoded.calls.front();
    if (mayBeAQuestion(call)) return true;
    const Tool* tool = parts_.tools.find(call.tool);
    // Beside attached text, whatever changes nothing is more likely about that text.
    if (!turn.request.others.empty() && tool != nullptr && !tool->spec().writes) return true;
    const bool unsure = !decoded.logprobs.empty() && decoded.logprobs.front() < kSure;
    return tool != nullptr && unsure && turn.request.text.find('?') != std::string::npos;
}

const char* AgentLoop::whyNothing(const Turn& turn) {
    const auto& searched = turn.done.documents;
    return searched && searched->documentsSearched > 0 ? "nothing_in_documents" : "no_documents";
}

Result<bool> AgentLoop::answerFromDocuments(Turn& turn) {
    if (!answerer_.mayAnswer(turn.request.documents)) return false;
    auto answer = answerer_.answer(turn.request, {parts_.chat.get(), timeNow()}, turn.sink, turn.cancel);
    if (!answer && answer.error().code == base::ErrorCode::Cancelled) {
        turn.done.stopped = true;
        if (auto done = finish(turn, ""); !done) return tl::unexpected(done.error());
        return true;
    }
    if (!answer) return tl::unexpected(answer.error());
    const bool only = turn.request.documents.use == DocumentScope::Use::Only;
    // Where there are no documents at all, an answer need not say that none was searched.
    if (only || answer->documents->documentsSearched > 0) turn.done.documents = std::move(answer->documents);
    if (answer->text.empty()) return false;
    turn.untrusted = true;
    turn.done.stopped = answer->stopped;
    turn.done.cutShort = answer->cutShort;
    turn.done.tokensPerSecond = answer->tokensPerSecond;
    turn.done.context = answer->context;
    turn.done.calls = {Call{"answer_question", {{"question", turn.request.text}}}};
    if (auto done = finish(turn, answer->text); !done) return tl::unexpected(done.error());
    return true;
}

}  // namespace hearth::agent::loop

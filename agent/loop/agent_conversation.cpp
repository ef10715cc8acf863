// Conversation: by the model on this device, or where the user allows it, by a larger one elsewhere.
#include "loop/agent_loop.h"

namespace hearth::agent::loop {

using base::ErrorCode;
using base::Result;

Result<bool> AgentLoop::converseHere(Turn& turn, const std::string& topic, routing::Uncertainty* watch) {
    if (!parts_.chat) {
        if (watch != nullptr) return false;
        turn.done.offerLargerModel = Replies::needsLargerModel(topic);
        if (auto done = finish(turn, reply(topic, turn.request.history.size() / 2)); !done)
            return tl::unexpected(done.error());
        return true;
    }
    return talkHere(turn, watch);
}

// True where the user must see first what would be sent; false where nothing may be sent at all.
bool AgentLoop::offerElsewhere(Turn& turn) {
    const auto offer = parts_.handOver->preview(turn.request);
    if (offer) {
        turn.sink(*offer);
        return true;
    }
    base::Error why = offer.error();
    why.message = parts_.context.say(why.message);
    turn.sink(AnswerNote{why.text()});
    return false;
}

Result<void> AgentLoop::converseElsewhere(Turn& turn, const std::string& topic) {
    const auto answer = parts_.handOver->answer(
        turn.request, [&](const std::string& piece) { turn.sink(TextDelta{piece}); }, turn.cancel);
    if (answer) {
        turn.done.host = parts_.handOver->host().value_or("");
        turn.done.remoteModel = parts_.handOver->model();
        return finish(turn, *answer);
    }
    if (turn.cancel.cancelled()) {
        turn.done.stopped = true;
        return finish(turn, "");
    }
    // Said first, so that it is known who speaks.
    base::Error why = answer.error();
    why.message = parts_.context.say(why.message);
    turn.sink(AnswerNote{
        parts_.context.say("{reason} The model on this device answers.", {{"reason", why.text()}})});
    const auto here = converseHere(turn, topic, nullptr);
    if (!here) return tl::unexpected(here.error());
    return {};
}

RemoteUse AgentLoop::remoteUseOf(const Request& request) const {
    const bool may = parts_.handOver != nullptr && request.begun.empty() && !parts_.handOver->offline();
    return may ? request.remote : RemoteUse::Never;
}

Result<void> AgentLoop::converse(Turn& turn, const std::string& topic) {
    const RemoteUse use = remoteUseOf(turn.request);
    if (use == RemoteUse::Ask && turn.request.remoteAgreed) return converseElsewhere(turn, topic);
    if (use == RemoteUse::Ask && offerElsewhere(turn)) return finish(turn, "");
    if (use == RemoteUse::Automatic && parts_.handOver->preview(turn.request)) {
        routing::Uncertainty watch(routing::kUnsureEntropy, parts_.handOver->patience());
        const auto here = converseHere(turn, topic, &watch);
        if (here && *here) return {};
        if (!here && here.error().code == ErrorCode::Cancelled) return tl::unexpected(here.error());
        if (turn.request.remoteAgreed) return converseElsewhere(turn, topic);
        if (offerElsewhere(turn)) return finish(turn, "");
    }
    const auto here = converseHere(turn, topic, nullptr);
    if (!here) return tl::unexpected(here.error());
    return {};
}

}  // namespace hearth::agent::loop

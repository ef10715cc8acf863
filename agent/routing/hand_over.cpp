#include "agent/hand_over.h"

#include <algorithm>
#include <random>

#include "agent/phrases.h"
#include "privacy/kind_names.h"

namespace hearth::agent {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t kMostConversations = 16;

std::string listed(const std::vector<std::string>& kinds) {
    std::string out;
    for (const std::string& kind : kinds) {
        const char* name = privacy::kindName(kind);
        out += (out.empty() ? "" : ", ") + (name != nullptr ? name : kind);
    }
    return out;
}

std::string withOthers(const std::string& text, const std::string& others) {
    return others.empty() ? text : text + "\n\n" + others;
}

std::vector<RemoteMessage> messagesOf(const Request& request) {
    std::vector<RemoteMessage> out;
    for (const Message& message : request.history)
        if (!message.text.empty())
            out.push_back({message.role == Message::Role::User ? "user" : "assistant",
                           withOthers(message.text, message.others)});
    out.push_back({"user", withOthers(request.text, request.others)});
    return out;
}

}  // namespace

// `host` empty: all that is looked for at all; else what must not go there as it is.
privacy::FindOptions HandOver::findOptions(const std::string& host) const {
    privacy::FindOptions options;
    for (const std::string& kind : finder_.kinds())
        if (!kindsOff_.contains(kind) && (host.empty() || policy_.of(kind, host) != privacy::Handling::Allow))
            options.kinds.push_back(kind);
    if (options.kinds.empty()) options.minScore = 2;  // nothing is to be found
    return options;
}

// What cannot be read is replaced by new stand-ins: the words of before stay hidden either way.
std::unique_ptr<privacy::Masker> HandOver::makeMasker(const Request& request) const {
    if (store_ != nullptr && request.conversation != 0)
        if (const auto kept = store_->read(request.conversation); kept && *kept)
            return std::make_unique<privacy::Masker>(finder_, **kept);
    std::random_device random;
    const std::uint64_t seed = (static_cast<std::uint64_t>(random()) << 32) | random();
    return std::make_unique<privacy::Masker>(finder_, seed);
}

privacy::Masker& HandOver::maskerFor(const Request& request, const std::string& host) {
    const std::string name = request.conversation != 0 ? std::to_string(request.conversation)
                                                       : "0 " + messagesOf(request).front().text;
    const auto known =
        std::find_if(maskers_.begin(), maskers_.end(), [&](const Conversation& c) { return c.name == name; });
    if (known != maskers_.end()) {
        maskers_.splice(maskers_.begin(), maskers_, known);
    } else {
        maskers_.push_front({name, makeMasker(request)});
        if (maskers_.size() > kMostConversations) maskers_.pop_back();
    }
    privacy::Masker& masker = *maskers_.front().masker;
    masker.setOptions(findOptions(host));
    return masker;
}

Result<std::vector<RemoteMessage>> HandOver::masked(const Request& request, const std::string& host) {
    if (offline())
        return fail(ErrorCode::Refused, phrase("You are offline: nothing leaves this device"), host);
    std::vector<RemoteMessage> messages = messagesOf(request);
    const privacy::FindOptions all = findOptions({});
    for (const RemoteMessage& message : messages) {
        const auto verdict = privacy::judge(policy_, finder_.find(message.text, all), host);
        if (!verdict.forbidden.empty())
            return fail(ErrorCode::Refused,
                        phrase("Nothing was sent: your privacy policy forbids that this leaves the device"),
                        listed(verdict.forbidden));
    }
    privacy::Masker& masker = maskerFor(request, host);
    const std::size_t before = masker.replacements().size();
    for (RemoteMessage& message : messages) message.text = masker.mask(message.text);
    // Kept before anything is sent: what comes back must be restored after a restart too.
    if (store_ != nullptr && request.conversation != 0 && masker.replacements().size() > before)
        if (auto kept = store_->write(request.conversation, masker.mapping()); !kept)
            return tl::unexpected(kept.error());
    return messages;
}

Result<HandOverOffer> HandOver::preview(const Request& request) {
    const auto host = remote_.host();
    if (!host) return tl::unexpected(host.error());
    const auto messages = masked(request, *host);
    if (!messages) return tl::unexpected(messages.error());
    HandOverOffer offer;
    offer.host = *host;
    offer.model = remote_.server().model;
    const std::vector<RemoteMessage> originals = messagesOf(request);
    for (std::size_t i = 0; i < messages->size(); ++i) {
        const RemoteMessage& message = (*messages)[i];
        offer.text += (offer.text.empty() ? "" : "\n") + message.role + ": " + message.text;
        offer.lines.push_back({message.role == "user", originals[i].text, message.text});
    }
    for (const privacy::Replacement& replaced : maskerFor(request, *host).replacements())
        offer.replaced.emplace_back(replaced.original, replaced.standIn);
    return offer;
}

Result<std::string> HandOver::answer(const Request& request,
                                     const std::function<void(const std::string&)>& onText,
                                     const base::CancelToken& cancel) {
    const auto host = remote_.host();
    if (!host) return tl::unexpected(host.error());
    const auto messages = masked(request, *host);
    if (!messages) return tl::unexpected(messages.error());
    privacy::StreamRestorer restorer(maskerFor(request, *host).matcher());
    std::string whole;
    const auto tell = [&](const std::string& piece) {
        if (piece.empty()) return;
        whole += piece;
        onText(piece);
    };
    const auto answered = remote_.ask(
        *messages, [&](std::string_view piece) { tell(restorer.feed(piece)); }, cancel);
    tell(restorer.finish());
    if (!answered) return tl::unexpected(answered.error());
    return whole;
}

}  // namespace hearth::agent

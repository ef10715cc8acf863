// The part of the ChatService that deals with a larger model elsewhere: whether it may answer in a
// conversation, and what waits for the user's word before it is sent there.
#include <algorithm>
#include <utility>

#include "services/chat_service.h"

namespace hearth::app {

void ChatService::setStandardRemoteUse(agent::RemoteUse use) {
    if (use == standardRemote_) return;
    standardRemote_ = use;
    if (tree_) return;
    nextRemote_ = use;
    emit remoteUseChanged();
}

ChatService::RemoteUse ChatService::remoteUse() const {
    return static_cast<RemoteUse>(tree_ ? tree_->conversation().remote : nextRemote_);
}

void ChatService::setRemoteUse(RemoteUse use) {
    if (use == remoteUse() || loading_) return;
    const auto chosen = static_cast<agent::RemoteUse>(use);
    if (tree_) {
        tree_->conversation().remote = chosen;
        tree_->conversation().remoteAgreed = false;  // it is shown again before the first time
        saveConversation(tree_);
    } else {
        nextRemote_ = chosen;
    }
    emit remoteUseChanged();
}

void ChatService::allowRemote(const Tree& tree, const Manner& manner, agent::Request& request) {
    auto& conversation = tree->conversation();
    request.remote = conversation.remote;
    request.remoteAgreed = conversation.remote == agent::RemoteUse::Automatic && conversation.remoteAgreed;
    if (!book_.isOffDisk(conversation.id)) request.conversation = conversation.id;
    if (!manner.send) return;
    request.remoteAgreed = *manner.send;
    if (!*manner.send) {
        request.remote = agent::RemoteUse::Never;
    } else if (conversation.remote == agent::RemoteUse::Automatic && !conversation.remoteAgreed) {
        conversation.remoteAgreed = true;
        saveConversation(tree);
    }
}

// At the end of a run: what it offered waits now.
void ChatService::keepOffer() {
    if (!run_->offer || run_->stopped->load()) return;
    offered_.push_back({run_->tree, run_->user, *run_->offer});
    if (run_->tree != tree_) return;
    showOffer();
    emit announced(tr("Before I send this to %1, please look at what it would see.")
                       .arg(QString::fromStdString(run_->offer->host)));
}

void ChatService::showOffer() {
    const auto here = std::find_if(offered_.begin(), offered_.end(),
                                   [this](const Offered& one) { return one.tree == tree_; });
    if (here == offered_.end()) {
        offer_.setOffer(std::nullopt);
    } else {
        offer_.setOffer(here->offer);
    }
}

bool ChatService::unanswered() const {
    if (!tree_ || loading_ || offer_.waits() || (run_ && run_->tree == tree_)) return false;
    const auto* newest = tree_->find(tree_->leaf());
    return newest != nullptr && newest->kind == MessageKind::User;
}

void ChatService::dropOffer(std::int64_t conversation) {
    std::erase_if(offered_, [&](const Offered& one) { return one.tree->conversation().id == conversation; });
    showOffer();
}

void ChatService::answerOffer(qint64 conversation, bool send, RequestListener listener) {
    const auto found = std::find_if(offered_.begin(), offered_.end(), [&](const Offered& one) {
        return one.tree->conversation().id == conversation;
    });
    if (found == offered_.end() || busy()) {
        if (listener.onFinished)
            listener.onFinished(base::fail(base::ErrorCode::NotFound,
                                           "Nothing waits to be sent; it was decided in the window"));
        return;
    }
    const Offered offered = *found;
    ask(offered.tree, offered.user, std::move(listener), {0, send});
}

}  // namespace hearth::app

// The part of the ChatService that deals with requests which other programs of the user hand over.
#include <algorithm>
#include <utility>

#include "services/chat_service.h"

namespace hearth::app {

qint64 ChatService::askFor(qint64 conversation, const QString& text, RequestListener listener,
                           agent::RemoteUse remote) {
    Tree tree = conversation == 0 ? nullptr : treeInMemory(conversation);
    if (!tree) {
        tree = newTree(text, false);
        tree->conversation().remote = remote;
    }
    if (std::find(ofGuests_.begin(), ofGuests_.end(), tree) == ofGuests_.end()) ofGuests_.push_back(tree);
    if (run_) {
        asked_.push_back({tree, text, std::move(listener)});
    } else {
        begin({tree, text, std::move(listener)});
    }
    return tree->conversation().id;
}

void ChatService::stopFor(qint64 conversation) {
    const auto isOf = [conversation](const Tree& tree) { return tree->conversation().id == conversation; };
    if (run_ && isOf(run_->tree)) stop();
    std::vector<RequestListener> dropped;
    for (const auto& asked : asked_)
        if (isOf(asked.tree)) dropped.push_back(asked.listener);
    std::erase_if(asked_, [&](const Asked& asked) { return isOf(asked.tree); });
    showQueue();
    for (const auto& listener : dropped)
        if (listener.onFinished) listener.onFinished(base::fail(base::ErrorCode::Cancelled, "Stopped."));
}

void ChatService::leaveFor(qint64 conversation) {
    if (run_ && run_->tree->conversation().id == conversation) run_->listener = {};
    std::erase_if(asked_, [&](const Asked& asked) { return asked.tree->conversation().id == conversation; });
    stopFor(conversation);
    std::erase_if(ofGuests_, [&](const Tree& tree) { return tree->conversation().id == conversation; });
}

void ChatService::undoEntry(std::int64_t auditId, std::function<void(base::Result<std::string>)> done) {
    if (worker_ == nullptr) return done(base::fail(base::ErrorCode::NotFound, "No model is open."));
    worker_->post([this, auditId, done = std::move(done)](agent::Agent* agent, const base::CancelToken&) {
        base::Result<std::string> result = agent == nullptr
                                               ? base::fail(base::ErrorCode::NotFound, "No model is open.")
                                               : agent->undo(auditId);
        QMetaObject::invokeMethod(
            this,
            [this, auditId, done, r = std::move(result)] {
                const auto* message = tree_ ? tree_->findEntry(auditId) : nullptr;
                if (r && message != nullptr) onUndone(message->action.proposed.id, r);
                done(r);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace hearth::app

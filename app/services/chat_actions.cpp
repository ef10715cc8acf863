// The part of the ChatService that deals with actions: cards, edits, confirmation, undo.
#include <algorithm>
#include <utility>

#include "services/chat_service.h"

namespace hearth::app {

ChatService::ActionPlace ChatService::place(const std::string& action) const {
    std::vector<Tree> trees = withActions_;
    trees.insert(trees.end(), ofGuests_.begin(), ofGuests_.end());
    if (run_) trees.push_back(run_->tree);
    if (tree_) trees.push_back(tree_);
    for (const auto& tree : trees)
        if (auto* message = tree->findAction(action)) return {tree, message};
    return {};
}

QString ChatService::waitingAction() const {
    if (!tree_) return {};
    const auto& branch = tree_->branch();
    for (auto it = branch.rbegin(); it != branch.rend(); ++it) {
        const auto* message = tree_->find(*it);
        if (message->kind != MessageKind::Action) continue;
        const auto state = message->action.state;
        if (state == ActionState::Waiting || state == ActionState::Failed)
            return QString::fromStdString(message->action.proposed.id);
    }
    return {};
}

QString ChatService::undoableAction() const {
    const auto* last = tree_ ? tree_->find(tree_->leaf()) : nullptr;
    if (last == nullptr || last->kind != MessageKind::Action) return {};
    if (last->action.state != ActionState::Done || !last->action.undoable) return {};
    return QString::fromStdString(last->action.proposed.id);
}

void ChatService::hold(const Tree& tree) {
    if (std::find(withActions_.begin(), withActions_.end(), tree) == withActions_.end())
        withActions_.push_back(tree);
}

void ChatService::noteWaiting(const Tree& tree) {
    const auto& branch = tree->branch();
    const bool waits = std::any_of(branch.rbegin(), branch.rend(), [&](std::int64_t id) {
        const auto* message = tree->find(id);
        return message->kind == MessageKind::Action && message->action.state == ActionState::Waiting;
    });
    book_.list()->setWaiting(tree->conversation().id, waits);
    emit actionsChanged();
}

const ActionRecord* ChatService::action(const QString& id) const {
    const auto* message = place(id.toStdString()).message;
    return message == nullptr ? nullptr : &message->action;
}

void ChatService::showProposed(ActionState state) {
    if (!run_ || !run_->proposed) return;
    auto record = blank(run_->tree, MessageKind::Action, run_->parent);
    record.action.proposed = std::move(*run_->proposed);
    run_->proposed.reset();
    // Streaming: open until the user decided, so that a restart can close it.
    record.state = MessageState::Streaming;
    if (auto* before = run_->tree->find(run_->answer); before != nullptr) {
        before->state = MessageState::Complete;
        changed(run_->tree, *before, true);
    }
    run_->lastAction = run_->parent = record.id;
    run_->answer = 0;  // text after it is a message of its own
    record.action.state = state;
    const QString spoken =
        QString::fromStdString(record.action.proposed.verb + ": " + record.action.proposed.prepared.summary);
    add(run_->tree, std::move(record));
    if (state == ActionState::Waiting) emit announced(spoken);
}

void ChatService::onActionDone(const agent::ActionDone& done) {
    if (run_->proposed && run_->proposed->id != done.id) showProposed();
    showProposed(ActionState::Running);
    onConfirmed(done.id, done);
}

void ChatService::onActionDropped(const std::string& action) {
    auto [tree, message] = place(action);
    if (message == nullptr) return;
    message->action.state = ActionState::Declined;
    message->state = MessageState::Complete;
    changed(tree, *message, true);
}

void ChatService::editAction(const QString& action, const QString& field, const QString& value) {
    auto [tree, message] = place(action.toStdString());
    if (message == nullptr) return;
    for (auto& f : message->action.proposed.prepared.fields) {
        if (f.name != field.toStdString() || f.value == value.toStdString()) continue;
        f.value = value.toStdString();
        f.display.clear();
        if (editedAction_ != action.toStdString()) sendEdit();
        editedAction_ = action.toStdString();
        ++edits_;
        editPause_.start();
        changed(tree, *message, false);
    }
}

void ChatService::sendEdit() {
    editPause_.stop();
    const std::string action = std::exchange(editedAction_, {});
    auto [tree, message] = place(action);
    if (message == nullptr || worker_ == nullptr) return;
    worker_->post([this, action, edit = edits_, fields = message->action.proposed.prepared.fields](
                      agent::Agent* agent, const base::CancelToken&) {
        if (agent == nullptr) return;
        auto result = agent->edit(action, fields);
        QMetaObject::invokeMethod(
            this, [this, action, edit, r = std::move(result)] { onEdited(action, edit, r); },
            Qt::QueuedConnection);
    });
}

void ChatService::onEdited(const std::string& action, int edit,
                           const base::Result<agent::ProposedAction>& result) {
    if (edit != edits_) return;  // the user typed on
    auto [tree, message] = place(action);
    if (message == nullptr) return;
    auto& record = message->action;
    if (result) {
        record.proposed = *result;
        if (record.state == ActionState::Failed) record.state = ActionState::Waiting;
        record.result.clear();
    } else {
        record.result = result.error().message;
    }
    changed(tree, *message, true);
    emit actionPrepared(QString::fromStdString(action));
}

void ChatService::confirmAction(const QString& action) {
    auto [tree, message] = place(action.toStdString());
    if (message == nullptr || worker_ == nullptr) return;
    auto& record = message->action;
    if (record.state != ActionState::Waiting && record.state != ActionState::Failed) return;
    editPause_.stop();
    editedAction_.clear();
    ++edits_;  // an answer to an edit that comes now is too late
    record.state = ActionState::Running;
    record.result.clear();
    message->state = MessageState::Streaming;
    changed(tree, *message, true);
    hold(tree);
    worker_->post([this, id = record.proposed.id, fields = record.proposed.prepared.fields](
                      agent::Agent* agent, const base::CancelToken& cancel) {
        base::Result<agent::ActionDone> result =
            agent == nullptr ? base::fail(base::ErrorCode::NotFound, "No model is open, so I cannot do this.")
                             : agent->confirm(id, fields, cancel);
        QMetaObject::invokeMethod(
            this, [this, id, r = std::move(result)] { onConfirmed(id, r); }, Qt::QueuedConnection);
    });
}

void ChatService::onConfirmed(const std::string& action, const base::Result<agent::ActionDone>& result) {
    auto [tree, message] = place(action);
    if (message == nullptr) return;
    auto& record = message->action;
    message->state = MessageState::Complete;
    if (result && result->ok) {
        record.state = ActionState::Done;
        record.result = result->text;
        record.link = result->link;
        record.items = result->items;
        record.auditId = result->auditId;
        record.undoable = result->undoable && result->auditId != 0;
        record.doneMs = ConversationBook::nowMs();
    } else {
        record.state = ActionState::Failed;
        record.result = result ? result->text : result.error().message;
    }
    changed(tree, *message, true);
    std::erase(withActions_, tree);
    emit announced(QString::fromStdString(record.result));
    emit actionSettled(QString::fromStdString(action));
}

void ChatService::resumeActions(const Tree& tree) {
    if (worker_ == nullptr) return;
    for (const auto id : tree->branch()) {
        const auto* message = tree->find(id);
        if (message->kind != MessageKind::Action) continue;
        const auto state = message->action.state;
        if (state != ActionState::Waiting && state != ActionState::Running && state != ActionState::Failed)
            continue;
        worker_->post(
            [this, proposed = message->action.proposed](agent::Agent* agent, const base::CancelToken&) {
                base::Result<agent::Resumed> result =
                    agent == nullptr ? base::fail(base::ErrorCode::NotFound, "No model is open.")
                                     : agent->resume(proposed);
                QMetaObject::invokeMethod(
                    this, [this, id = proposed.id, r = std::move(result)] { onResumed(id, r); },
                    Qt::QueuedConnection);
            });
    }
}

void ChatService::onResumed(const std::string& action, const base::Result<agent::Resumed>& result) {
    auto [tree, message] = place(action);
    if (message == nullptr) return;
    if (std::find(withActions_.begin(), withActions_.end(), tree) != withActions_.end())
        return;  // decided by now
    if (result)
        if (const auto* done = std::get_if<agent::ActionDone>(&*result)) return onConfirmed(action, *done);
    auto& record = message->action;
    if (result) {
        record.proposed = std::get<agent::ProposedAction>(*result);
        record.state = ActionState::Waiting;
        record.result.clear();
    } else {
        record.state = ActionState::Expired;
        record.result = result.error().message;
        message->state = MessageState::Complete;
    }
    changed(tree, *message, true);
}

void ChatService::declineAction(const QString& action) {
    auto [tree, message] = place(action.toStdString());
    if (message == nullptr) return;
    message->action.state = ActionState::Declined;
    message->action.result.clear();
    message->state = MessageState::Complete;
    changed(tree, *message, true);
    if (worker_ != nullptr)
        worker_->post([id = action.toStdString()](agent::Agent* agent, const base::CancelToken&) {
            if (agent != nullptr) agent->decline(id);
        });
}

void ChatService::undoAction(const QString& action) {
    auto [tree, message] = place(action.toStdString());
    if (message == nullptr || worker_ == nullptr || !message->action.undoable) return;
    message->action.undoable = false;  // once is enough
    changed(tree, *message, false);
    hold(tree);
    worker_->post([this, id = action.toStdString(), audit = message->action.auditId](
                      agent::Agent* agent, const base::CancelToken&) {
        base::Result<std::string> result = agent == nullptr
                                               ? base::fail(base::ErrorCode::NotFound, "No model is open.")
                                               : agent->undo(audit);
        QMetaObject::invokeMethod(
            this, [this, id, r = std::move(result)] { onUndone(id, r); }, Qt::QueuedConnection);
    });
}

void ChatService::onUndone(const std::string& action, const base::Result<std::string>& result) {
    auto [tree, message] = place(action);
    if (message == nullptr) return;
    if (result) {
        message->action.state = ActionState::Undone;
        message->action.result = *result;
        message->action.link.clear();
        emit announced(QString::fromStdString(*result));
    } else {
        message->action.undoable = true;
        emit problem(QString::fromStdString(result.error().text()));
    }
    changed(tree, *message, true);
    std::erase(withActions_, tree);
    emit actionSettled(QString::fromStdString(action));
}

}  // namespace hearth::app

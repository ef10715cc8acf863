// The part of the ChatService that deals with what is around an answer: what waits for its turn, versions of
// it and going on with it, titles, and the way to a message.
#include <algorithm>
#include <utility>

#include "markup/message_blocks.h"
#include "services/chat_service.h"

namespace hearth::app {

namespace {

QString namesOf(const std::vector<AttachedFile>& files) {
    QStringList names;
    for (const AttachedFile& file : files) names += QString::fromStdString(file.name);
    return names.join(QStringLiteral(", "));
}

}  // namespace

void ChatService::setWorker(AgentWorker* worker) {
    naming_.cancel();
    worker_ = worker;
}

void ChatService::showQueue() {
    std::vector<QueueModel::Row> rows;
    for (const auto& asked : asked_)
        if (asked.chip != 0 && asked.tree == tree_)
            rows.push_back({asked.chip, asked.text, namesOf(asked.files)});
    queue_.show(std::move(rows));
}

void ChatService::beginNext(bool held) {
    const auto next = std::find_if(asked_.begin(), asked_.end(),
                                   [held](const Asked& asked) { return !held || asked.chip == 0; });
    if (next == asked_.end()) return;
    auto asked = std::move(*next);
    asked_.erase(next);
    showQueue();
    const Tree tree = asked.tree;
    begin(std::move(asked));
    if (tree == tree_) emit sent();
}

void ChatService::editQueued(int id, const QString& text) {
    const auto asked =
        std::find_if(asked_.begin(), asked_.end(), [id](const Asked& one) { return one.chip == id; });
    if (asked == asked_.end()) return;
    if (text.trimmed().isEmpty() && asked->files.empty()) return dropQueued(id);
    asked->text = text;
    showQueue();
}

void ChatService::dropQueued(int id) {
    std::erase_if(asked_, [id](const Asked& asked) { return asked.chip != 0 && asked.chip == id; });
    showQueue();
}

void ChatService::sendQueued(int id) {
    if (busy()) return;
    const auto chosen =
        std::find_if(asked_.begin(), asked_.end(), [id](const Asked& asked) { return asked.chip == id; });
    if (chosen == asked_.end()) return;
    std::rotate(asked_.begin(), chosen, chosen + 1);
    beginNext(false);
}

void ChatService::continueAnswer(qint64 message) {
    if (busy() || !tree_) return;
    const auto* record = tree_->find(message);
    if (record == nullptr || record->kind != MessageKind::Assistant || tree_->leaf() != message) return;
    const auto* user = tree_->find(record->parent);
    if (user != nullptr && user->kind == MessageKind::User) ask(tree_, user->id, {}, {message, {}, {}});
}

void ChatService::regenerate(qint64 message) {
    if (busy() || !tree_) return;
    const auto* record = tree_->find(message);
    while (record != nullptr && record->kind != MessageKind::User) record = tree_->find(record->parent);
    if (record != nullptr) ask(tree_, record->id);
}

void ChatService::editMessage(qint64 message, const QString& text) {
    if (busy() || !tree_ || text.trimmed().isEmpty()) return;
    const auto* record = tree_->find(message);
    if (record == nullptr || record->kind != MessageKind::User) return;
    auto edited = blank(tree_, MessageKind::User, record->parent);
    edited.text = text.trimmed().toStdString();
    edited.attached = record->attached;
    const auto id = edited.id;
    add(tree_, std::move(edited));
    ask(tree_, id);
}

void ChatService::showVersion(qint64 message, int step) {
    if (!tree_ || (run_ && run_->tree == tree_)) return;
    const auto versions = tree_->versions(message);
    const auto it = std::find(versions.begin(), versions.end(), message);
    if (it == versions.end()) return;
    const auto wanted = (it - versions.begin()) + step;
    if (wanted < 0 || wanted >= static_cast<std::ptrdiff_t>(versions.size())) return;
    tree_->show(versions[static_cast<std::size_t>(wanted)]);
    messages_.branchChanged();
    saveConversation(tree_);
    emit actionsChanged();
}

QString ChatService::ownMessage(int back) const {
    if (!tree_) return {};
    const auto& branch = tree_->branch();
    for (auto it = branch.rbegin(); it != branch.rend(); ++it)
        if (const auto* message = tree_->find(*it); message->kind == MessageKind::User && --back == 0)
            return QString::fromStdString(message->text);
    return {};
}

QString ChatService::lastAnswer() const {
    if (!tree_) return {};
    const auto& branch = tree_->branch();
    for (auto it = branch.rbegin(); it != branch.rend(); ++it) {
        const auto* message = tree_->find(*it);
        const auto& text = message->kind == MessageKind::Action ? message->action.result : message->text;
        if (message->kind != MessageKind::User && !text.empty()) return QString::fromStdString(text);
    }
    return {};
}

agent::ContextUse ChatService::contextUse() const {
    if (!tree_) return {};
    const auto& branch = tree_->branch();
    for (auto it = branch.rbegin(); it != branch.rend(); ++it)
        if (const auto* message = tree_->find(*it); message->context.capacity > 0) return message->context;
    return {};
}

void ChatService::openAt(qint64 conversation, qint64 message) {
    wanted_ = message;
    open(conversation);
    if (conversation == conversationId() && !loading_ && wanted_ != 0) showMessage(std::exchange(wanted_, 0));
}

void ChatService::showMessage(std::int64_t message) {
    if (tree_->find(message) == nullptr) return;
    if (tree_->rowOf(message) < 0 && !(run_ && run_->tree == tree_)) {
        tree_->show(message);
        messages_.branchChanged();
        emit actionsChanged();
    }
    if (const int row = tree_->rowOf(message); row >= 0) emit messageWanted(row);
}

void ChatService::say(const std::vector<QString>& sentences) {
    for (const QString& sentence : sentences)
        if (const QString spoken = spokenText(sentence); !spoken.isEmpty()) emit announced(spoken);
}

// Once, when the first answer is there; a model that cannot do it leaves the first words as the title.
void ChatService::nameIt(const Tree& tree) {
    const auto history = tree->history(tree->leaf());
    const bool first = history.size() == 2 && history.back().calls.empty() && !history.back().text.empty();
    if (!first || tree->conversation().named || worker_ == nullptr) return;
    naming_ = base::CancelSource();
    worker_->post(
        [this, tree, history, cancel = naming_.token()](agent::Agent* agent, const base::CancelToken&) {
            if (agent == nullptr || cancel.cancelled()) return;
            auto title = agent->suggestTitle(history, cancel);
            if (!title) return;
            QMetaObject::invokeMethod(
                this, [this, tree, t = std::move(*title)] { onNamed(tree, t); }, Qt::QueuedConnection);
        });
}

void ChatService::onNamed(const Tree& tree, const std::string& title) {
    auto& conversation = tree->conversation();
    if (conversation.named) return;
    conversation.title = title;
    book_.nameAutomatically(conversation.id, QString::fromStdString(title));
    if (tree == tree_) emit conversationChanged();
}

}  // namespace hearth::app

#include "services/chat_service.h"

#include <algorithm>
#include <utility>

namespace hearth::app {
namespace {

constexpr std::int64_t kSaveEveryMs = 400;  // an answer is written while it streams

// The first words of a request, as a heading.
std::string titleOf(const QString& text) {
    QString title = text.simplified();
    constexpr int kLongest = 56;
    if (title.size() > kLongest) {
        const auto space = title.lastIndexOf(QLatin1Char(' '), kLongest);
        title = title.left(space > kLongest / 2 ? space : kLongest) + QChar(0x2026);
    }
    if (!title.isEmpty()) title[0] = title[0].toUpper();
    return title.toStdString();
}

}  // namespace

ChatService::ChatService(ConversationBook& book, QObject* parent)
    : QObject(parent),
      book_(book),
      messages_(this),
      gatherer_([this](std::string text) { onText(text); }, this) {
    editPause_.setSingleShot(true);
    editPause_.setInterval(300);
    connect(&editPause_, &QTimer::timeout, this, &ChatService::sendEdit);
    connect(&book_, &ConversationBook::removed, this, [this](qint64 id) {
        if (run_ && run_->tree->conversation().id == id) {
            run_->dropped->store(true);
            stop();
            run_.reset();
            emit busyChanged();
        }
        if (id == conversationId()) startNew();
    });
    connect(&book_, &ConversationBook::problem, this, &ChatService::problem);
}

QString ChatService::title() const {
    if (!tree_) return {};
    const auto* record = book_.list()->find(tree_->conversation().id);  // may have been renamed
    return QString::fromStdString(record == nullptr ? tree_->conversation().title : record->title);
}

bool ChatService::thinking() const {
    if (!run_ || run_->tree != tree_ || run_->concluded) return false;
    return run_->answer == 0;
}

void ChatService::show(Tree tree) {
    tree_ = std::move(tree);
    messages_.setTree(tree_.get());
    emit conversationChanged();
    emit busyChanged();
    emit actionsChanged();
}

void ChatService::startNew() {
    loading_ = false;
    show(nullptr);
}

void ChatService::open(qint64 conversation) {
    if (conversation == conversationId()) return;
    if (run_ && run_->tree->conversation().id == conversation) return show(run_->tree);
    for (const auto& tree : withActions_)
        if (tree->conversation().id == conversation) return show(tree);
    const auto* record = book_.list()->find(conversation);
    if (record == nullptr) return;
    loading_ = true;
    show(std::make_shared<ConversationTree>(*record, std::vector<MessageRecord>{}));
    book_.read(conversation, this, [this, conversation](std::vector<MessageRecord> messages) {
        if (conversation != conversationId() || !loading_) return;  // the user went on meanwhile
        loading_ = false;
        show(std::make_shared<ConversationTree>(tree_->conversation(), std::move(messages)));
    });
}

MessageRecord ChatService::blank(const Tree& tree, MessageKind kind, std::int64_t parent) {
    MessageRecord record;
    record.id = book_.newId();
    record.conversation = tree->conversation().id;
    record.parent = parent;
    record.kind = kind;
    record.createdMs = ConversationBook::nowMs();
    return record;
}

void ChatService::add(const Tree& tree, MessageRecord record) {
    const std::int64_t now = record.createdMs;
    const bool grew = tree->add(record);
    auto& conversation = tree->conversation();
    conversation.updatedMs = now;
    if (const auto* listed = book_.list()->find(conversation.id)) {  // the user may have changed these there
        conversation.title = listed->title;
        conversation.pinned = listed->pinned;
    }
    if (tree == tree_) {
        if (grew) {
            messages_.messageAdded();
        } else {
            messages_.branchChanged();
        }
    }
    book_.save(conversation);
    book_.save(record);
    if (record.kind == MessageKind::Action) emit actionsChanged();
}

void ChatService::changed(const Tree& tree, const MessageRecord& record, bool save) {
    if (tree == tree_) messages_.messageChanged(record.id);
    if (save) book_.save(record);
    if (record.kind == MessageKind::Action) emit actionsChanged();
}

void ChatService::send(const QString& text) {
    if (busy() || loading_ || text.trimmed().isEmpty()) return;
    if (!tree_) {
        ConversationRecord conversation;
        conversation.id = book_.newId();
        conversation.title = titleOf(text);
        conversation.createdMs = conversation.updatedMs = ConversationBook::nowMs();
        show(std::make_shared<ConversationTree>(conversation, std::vector<MessageRecord>{}));
    }
    auto message = blank(tree_, MessageKind::User, tree_->leaf());
    message.text = text.trimmed().toStdString();
    const auto id = message.id;
    add(tree_, std::move(message));
    emit sent();
    ask(id);
}

void ChatService::regenerate(qint64 message) {
    if (busy() || !tree_) return;
    const auto* record = tree_->find(message);
    while (record != nullptr && record->kind != MessageKind::User) record = tree_->find(record->parent);
    if (record != nullptr) ask(record->id);
}

void ChatService::editMessage(qint64 message, const QString& text) {
    if (busy() || !tree_ || text.trimmed().isEmpty()) return;
    const auto* record = tree_->find(message);
    if (record == nullptr || record->kind != MessageKind::User) return;
    auto edited = blank(tree_, MessageKind::User, record->parent);
    edited.text = text.trimmed().toStdString();
    const auto id = edited.id;
    add(tree_, std::move(edited));
    ask(id);
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
    book_.save(tree_->conversation());
    emit actionsChanged();
}

void ChatService::stop() {
    if (!run_) return;
    run_->stopped->store(true);  // where it has not begun yet
    if (worker_ != nullptr) worker_->stop();
}

void ChatService::ask(std::int64_t user) {
    run_ = std::make_unique<Run>();
    run_->request = ++requests_;
    run_->tree = tree_;
    run_->parent = user;
    prefill_ = -1;
    emit busyChanged();

    agent::Request request;
    request.id = run_->request;
    request.history = tree_->history(user);
    // history() ends with the request itself
    request.text = request.history.back().text;
    request.history.pop_back();
    if (worker_ == nullptr) return;
    worker_->post([this, request, dropped = run_->dropped, stopped = run_->stopped](
                      agent::Agent* agent, const base::CancelToken& cancel) {
        const auto deliver = [this, id = request.id](std::string before, agent::Event event) {
            QMetaObject::invokeMethod(
                this,
                [this, id, text = std::move(before), e = std::move(event)] {
                    if (!run_ || run_->request != id) return;  // of a request that nobody waits for any more
                    if (!text.empty()) onText(text);
                    onEvent(id, e);
                },
                Qt::QueuedConnection);
        };
        base::Result<void> result;
        if (stopped->load()) {
            result = base::fail(base::ErrorCode::Cancelled, "Stopped.");
        } else if (agent == nullptr) {
            result = base::fail(base::ErrorCode::NotFound, "No model is open, so I cannot answer.");
        } else {
            result = agent->ask(
                request,
                [&](const agent::Event& event) {
                    if (dropped->load()) return;
                    if (const auto* delta = std::get_if<agent::TextDelta>(&event)) {
                        gatherer_.push(delta->text);
                    } else {
                        deliver(gatherer_.take(), event);
                    }
                },
                cancel);
        }
        QMetaObject::invokeMethod(
            this,
            [this, id = request.id, text = gatherer_.take(), result] {
                if (!run_ || run_->request != id) return;
                if (!text.empty()) onText(text);
                onFinished(id, result);
            },
            Qt::QueuedConnection);
    });
}

void ChatService::onEvent(std::uint64_t, const agent::Event& event) {
    if (const auto* proposed = std::get_if<agent::ProposedAction>(&event)) {
        showProposed();
        run_->proposed = *proposed;
        return;
    }
    if (const auto* done = std::get_if<agent::ActionDone>(&event)) return onActionDone(*done);
    if (const auto* dropped = std::get_if<agent::ActionDropped>(&event)) return onActionDropped(dropped->id);
    showProposed();
    if (const auto* progress = std::get_if<agent::PrefillProgress>(&event)) {
        prefill_ = progress->total > 0 ? static_cast<double>(progress->done) / progress->total : -1;
        emit busyChanged();
    } else if (const auto* answer = std::get_if<agent::AnswerDone>(&event)) {
        onDone(*answer);
    }
}

MessageRecord* ChatService::ensureAnswer() {
    if (run_->answer == 0) {
        auto record = blank(run_->tree, MessageKind::Assistant, run_->parent);
        record.state = MessageState::Streaming;
        record.model = modelName_.toStdString();
        run_->answer = run_->parent = record.id;
        run_->lastSavedMs = record.createdMs;
        add(run_->tree, std::move(record));
        emit busyChanged();
    }
    return run_->tree->find(run_->answer);
}

void ChatService::onText(const std::string& text) {
    if (!run_) return;
    showProposed();
    auto* answer = ensureAnswer();
    answer->text += text;
    const auto now = ConversationBook::nowMs();
    const bool save = now - run_->lastSavedMs >= kSaveEveryMs;
    if (save) run_->lastSavedMs = now;
    changed(run_->tree, *answer, save);
}

void ChatService::onDone(const agent::AnswerDone& done) {
    run_->concluded = true;
    tokensPerSecond_ = done.tokensPerSecond;
    if (!done.text.empty() || done.stopped) ensureAnswer();
    const std::int64_t holder = run_->answer != 0 ? run_->answer : run_->lastAction;
    if (auto* message = run_->tree->find(holder)) {
        message->calls = done.calls;
        if (message->kind == MessageKind::Assistant) {
            message->text = done.text.empty() ? message->text : done.text;
            message->state = done.stopped ? MessageState::Stopped : MessageState::Complete;
            emit announced(QString::fromStdString(message->text));
        }
        changed(run_->tree, *message, true);
    }
    emit busyChanged();
}

void ChatService::onFinished(std::uint64_t, const base::Result<void>& result) {
    showProposed();
    if (!run_->concluded || !result) {
        const bool stopped = !result && result.error().code == base::ErrorCode::Cancelled;
        if (run_->answer != 0 || !result) {
            auto* answer = ensureAnswer();
            answer->state = result    ? MessageState::Complete
                            : stopped ? MessageState::Stopped
                                      : MessageState::Failed;
            if (!result && !stopped) answer->error = result.error().text();
            changed(run_->tree, *answer, true);
            emit announced(QString::fromStdString(answer->error.empty() ? answer->text : answer->error));
        }
    }
    run_.reset();
    prefill_ = -1;
    emit busyChanged();
}

}  // namespace hearth::app

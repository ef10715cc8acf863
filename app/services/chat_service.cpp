#include "services/chat_service.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace hearth::app {
namespace {

constexpr std::int64_t kSaveEveryMs = 400;  // an answer is written while it streams

// Until it is ready, or nobody waits any more.
void waitFor(const std::shared_future<void>& ready, const std::atomic<bool>& stopped,
             const base::CancelToken& cancel) {
    constexpr auto kLook = std::chrono::milliseconds(20);
    while (ready.valid() && !stopped.load() && !cancel.cancelled())
        if (ready.wait_for(kLook) == std::future_status::ready) return;
}

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
      gatherer_([this](std::string text) { onText(text); }, this),
      thoughts_([this](std::string text) { onThought(text); }, this),
      queue_(this),
      attachments_(this) {
    editPause_.setSingleShot(true);
    editPause_.setInterval(300);
    connect(&editPause_, &QTimer::timeout, this, &ChatService::sendEdit);
    connect(&book_, &ConversationBook::removed, this, [this](qint64 id) {
        stopFor(id);
        if (run_ && run_->tree->conversation().id == id) dropRun();
        dropOffer(id);
        std::erase_if(ofGuests_, [id](const Tree& tree) { return tree->conversation().id == id; });
        if (id == conversationId()) startNew();
    });
    connect(&book_, &ConversationBook::problem, this, &ChatService::problem);
    connect(this, &ChatService::busyChanged, this, &ChatService::unansweredChanged);
    connect(this, &ChatService::conversationChanged, this, &ChatService::unansweredChanged);
    connect(&offer_, &HandOverCard::changed, this, &ChatService::unansweredChanged);
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
    showQueue();
    showOffer();
    emit remoteUseChanged();
    emit searchChanged();
    emit conversationChanged();
    emit busyChanged();
    emit actionsChanged();
}

void ChatService::startNew() {
    loading_ = false;
    nextTemporary_ = false;
    nextRemote_ = standardRemote_;
    nextScope_.reset();
    show(nullptr);
}

void ChatService::startTemporary() {
    loading_ = false;
    nextTemporary_ = true;
    nextRemote_ = standardRemote_;
    nextScope_.reset();
    show(nullptr);
}

void ChatService::open(qint64 conversation) {
    if (conversation == conversationId()) return;
    if (auto tree = treeInMemory(conversation)) return show(std::move(tree));
    const auto* record = book_.list()->find(conversation);
    if (record == nullptr) return;
    loading_ = true;
    show(std::make_shared<ConversationTree>(*record, std::vector<MessageRecord>{}));
    book_.read(conversation, this, [this, conversation](std::vector<MessageRecord> messages) {
        if (conversation != conversationId() || !loading_) return;  // the user went on meanwhile
        loading_ = false;
        show(std::make_shared<ConversationTree>(tree_->conversation(), std::move(messages)));
        resumeActions(tree_);
        if (wanted_ != 0) showMessage(std::exchange(wanted_, 0));
    });
}

ChatService::Tree ChatService::treeInMemory(std::int64_t conversation) const {
    std::vector<Tree> trees = withActions_;
    trees.insert(trees.end(), ofGuests_.begin(), ofGuests_.end());
    for (const auto& asked : asked_) trees.push_back(asked.tree);
    for (const auto& one : offered_) trees.push_back(one.tree);
    if (run_) trees.push_back(run_->tree);
    if (tree_ && !loading_) trees.push_back(tree_);
    for (const auto& tree : trees)
        if (tree->conversation().id == conversation) return tree;
    return nullptr;
}

ChatService::Tree ChatService::newTree(const QString& text, bool temporary) {
    ConversationRecord conversation;
    conversation.id = book_.newId();
    conversation.title = titleOf(text);
    conversation.createdMs = conversation.updatedMs = ConversationBook::nowMs();
    conversation.remote = nextRemote_;
    conversation.documents = nextScope_;
    if (temporary) book_.keepOffDisk(conversation.id);
    return std::make_shared<ConversationTree>(conversation, std::vector<MessageRecord>{});
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
    tree->conversation().updatedMs = now;
    if (tree == tree_) {
        if (grew) {
            messages_.messageAdded();
        } else {
            messages_.branchChanged();
        }
    }
    saveConversation(tree);
    book_.save(record);
    if (record.kind == MessageKind::Action) noteWaiting(tree);
}

void ChatService::saveConversation(const Tree& tree) {
    auto& conversation = tree->conversation();
    if (const auto* listed = book_.list()->find(conversation.id)) {  // the user may have changed these there
        conversation.title = listed->title;
        conversation.pinned = listed->pinned;
        conversation.named = listed->named;
    }
    book_.save(conversation);
}

void ChatService::changed(const Tree& tree, const MessageRecord& record, bool save) {
    if (tree == tree_) messages_.messageChanged(record.id);
    if (save) book_.save(record);
    if (record.kind == MessageKind::Action) noteWaiting(tree);
}

void ChatService::send(const QString& text) {
    if (loading_) return;
    auto files = attachments_.take();
    const QString words = text.trimmed();
    if (words.isEmpty() && files.empty()) return;
    const QString title = words.isEmpty() ? QString::fromStdString(files.front().name) : words;
    if (!tree_) show(newTree(title, std::exchange(nextTemporary_, false)));
    Asked asked{tree_, words, {}, ++chips_, std::move(files)};
    if (busy()) {
        asked_.push_back(std::move(asked));
        showQueue();
    } else {
        begin(std::move(asked));
        emit sent();
    }
}

void ChatService::begin(Asked asked) {
    auto message = blank(asked.tree, MessageKind::User, asked.tree->leaf());
    message.text = asked.text.trimmed().toStdString();
    Manner manner;
    manner.read = attach(asked.tree, asked.files);
    message.attached = std::move(asked.files);
    const auto id = message.id;
    add(asked.tree, std::move(message));
    ask(asked.tree, id, std::move(asked.listener), std::move(manner));
}

void ChatService::stop() {
    if (!run_) return;
    run_->stopped->store(true);  // where it has not begun yet
    if (worker_ != nullptr) worker_->stop();
}

void ChatService::ask(const Tree& tree, std::int64_t user, RequestListener listener, Manner manner) {
    naming_.cancel();
    dropOffer(tree->conversation().id);
    run_ = std::make_unique<Run>();
    run_->request = ++requests_;
    run_->tree = tree;
    run_->parent = run_->user = user;
    run_->listener = std::move(listener);
    run_->read = std::move(manner.read);
    run_->beganMs = ConversationBook::nowMs();
    prefill_ = -1;
    agent::Request request;
    if (auto* begun = tree->find(manner.answer)) {
        run_->answer = run_->parent = manner.answer;
        request.begun = run_->begun = begun->text;
        begun->state = MessageState::Streaming;
        begun->cutShort = false;
        changed(tree, *begun, true);
    }
    emit busyChanged();

    request.id = run_->request;
    request.history = tree->history(user);
    // history() ends with the request itself
    request.text = request.history.back().text;
    request.others = request.history.back().others;
    request.history.pop_back();
    request.reasoning = reasoning_;
    request.documents = scopeOf(tree, *tree->find(user));
    allowRemote(tree, manner, request);
    if (worker_ != nullptr) runOnWorker(request);
}

void ChatService::runOnWorker(const agent::Request& request) {
    // Delivers on the GUI thread, in order, unless nobody waits for this request any more.
    const auto deliver = [this, id = request.id](std::string before, auto act) {
        QMetaObject::invokeMethod(
            this,
            [this, id, thought = thoughts_.take(), text = std::move(before), act = std::move(act)] {
                if (!run_ || run_->request != id) return;
                if (!thought.empty()) onThought(thought);
                if (!text.empty()) onText(text);
                act();
            },
            Qt::QueuedConnection);
    };
    worker_->post([this, request, deliver, dropped = run_->dropped, stopped = run_->stopped,
                   read = run_->read](agent::Agent* agent, const base::CancelToken& cancel) {
        const auto sink = [&](const agent::Event& event) {
            if (dropped->load()) return;
            if (const auto* delta = std::get_if<agent::TextDelta>(&event)) {
                gatherer_.push(delta->text);
            } else if (const auto* thought = std::get_if<agent::ThoughtDelta>(&event)) {
                thoughts_.push(thought->text);
            } else {
                deliver(gatherer_.take(), [this, event] { onEvent(event); });
            }
        };
        waitFor(read, *stopped, cancel);
        base::Result<void> result;
        if (stopped->load()) {
            result = base::fail(base::ErrorCode::Cancelled, "Stopped.");
        } else if (agent == nullptr) {
            result = base::fail(base::ErrorCode::NotFound, "No model is open, so I cannot answer.");
        } else {
            result = agent->ask(request, sink, cancel);
        }
        deliver(gatherer_.take(), [this, result] { onFinished(result); });
    });
}

// The conversation was removed: nobody wants to see the rest.
void ChatService::dropRun() {
    run_->dropped->store(true);
    stop();
    endRun(base::fail(base::ErrorCode::Cancelled, "The conversation was deleted."));
}

void ChatService::endRun(const base::Result<void>& result) {
    const auto listener = std::move(run_->listener);
    const Tree tree = run_->tree;
    const bool stopped = run_->stopped->load();
    keepOffer();
    const bool offered = run_->offer.has_value();
    run_.reset();
    prefill_ = -1;
    emit busyChanged();
    if (listener.onFinished) listener.onFinished(result);
    if (run_) return;
    // After a stop or a failure the user decides what of the rest is still meant.
    beginNext(stopped || !result || offered);
    if (!run_ && !stopped && result && !offered) nameIt(tree);
}

void ChatService::onEvent(const agent::Event& event) {
    if (run_->listener.onEvent) run_->listener.onEvent(event);
    if (const auto* proposed = std::get_if<agent::ProposedAction>(&event)) {
        showProposed();
        run_->proposed = *proposed;
        return;
    }
    if (const auto* done = std::get_if<agent::ActionDone>(&event)) return onActionDone(*done);
    if (const auto* dropped = std::get_if<agent::ActionDropped>(&event)) return onActionDropped(dropped->id);
    if (const auto* offer = std::get_if<agent::HandOverOffer>(&event)) {
        run_->offer = *offer;
        return;
    }
    if (const auto* note = std::get_if<agent::AnswerNote>(&event)) {
        run_->note = note->text;
        return;
    }
    showProposed();
    if (const auto* progress = std::get_if<agent::PrefillProgress>(&event)) {
        prefill_ = progress->total > 0 ? static_cast<double>(progress->done) / progress->total : -1;
        emit busyChanged();
    } else if (const auto* answer = std::get_if<agent::AnswerDone>(&event)) {
        onDone(*answer);
    }
}

MessageRecord* ChatService::ensureAnswer(bool byChatModel) {
    if (run_->answer == 0) {
        auto record = blank(run_->tree, MessageKind::Assistant, run_->parent);
        record.state = MessageState::Streaming;
        record.note = std::exchange(run_->note, {});
        record.model = (byChatModel && !chatModelName_.isEmpty() ? chatModelName_ : modelName_).toStdString();
        run_->answer = run_->parent = record.id;
        run_->lastSavedMs = record.createdMs;
        add(run_->tree, std::move(record));
        emit busyChanged();
    }
    return run_->tree->find(run_->answer);
}

void ChatService::onText(const std::string& text) {
    if (!run_) return;
    if (run_->listener.onEvent) run_->listener.onEvent(agent::TextDelta{text});
    showProposed();
    auto* answer = ensureAnswer(true);
    if (answer->text.empty() && !answer->thought.empty())
        answer->thoughtMs = ConversationBook::nowMs() - run_->beganMs;
    answer->text += text;
    if (run_->tree == tree_) say(run_->sentences.push(QString::fromStdString(text)));
    const auto now = ConversationBook::nowMs();
    const bool save = now - run_->lastSavedMs >= kSaveEveryMs;
    if (save) run_->lastSavedMs = now;
    changed(run_->tree, *answer, save);
}

void ChatService::onThought(const std::string& text) {
    if (!run_) return;
    auto* answer = ensureAnswer(true);
    answer->thought += text;
    changed(run_->tree, *answer, false);
}

void ChatService::onDone(const agent::AnswerDone& done) {
    run_->concluded = true;
    tokensPerSecond_ = done.tokensPerSecond;
    if (!done.text.empty() || done.stopped) ensureAnswer();
    const std::int64_t holder = run_->answer != 0 ? run_->answer : run_->lastAction;
    if (auto* message = run_->tree->find(holder)) {
        message->calls = done.calls;
        if (message->kind == MessageKind::Assistant) {
            message->text = done.text.empty() ? message->text : run_->begun + done.text;
            message->cutShort = done.cutShort;
            message->context = done.context;
            message->tokensPerSecond = done.tokensPerSecond;
            message->state = done.stopped ? MessageState::Stopped : MessageState::Complete;
            message->offersModel = done.offerLargerModel;
            message->untrusted = done.untrusted;
            message->documents = done.documents;
            message->host = done.host;
            if (!done.host.empty()) message->model = done.remoteModel;
            if (!run_->note.empty()) message->note = std::exchange(run_->note, {});
            if (run_->tree == tree_)
                say(run_->sentences.finish(QString::fromStdString(message->text.substr(run_->begun.size()))));
        }
        changed(run_->tree, *message, true);
    }
    emit busyChanged();
}

void ChatService::onFinished(const base::Result<void>& result) {
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
            if (run_->tree == tree_) say(run_->sentences.finish({}));
            if (!answer->error.empty()) emit announced(QString::fromStdString(answer->error));
        }
    }
    endRun(result);
}

}  // namespace hearth::app

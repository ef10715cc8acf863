// The conversation on show and the answers that arrive for it: requests go to the worker thread, events come
// back by queued call, the tree, the models and the store are brought up to date here, on the GUI thread.
// One request runs at a time; those that other programs hand over wait for their turn. Worker and book must
// outlive it; it owns the trees.
#pragma once

#include <QObject>
#include <QTimer>
#include <atomic>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <variant>

#include "models/hand_over_card.h"
#include "models/message_list_model.h"
#include "models/queue_model.h"
#include "services/agent_worker.h"
#include "services/attachments.h"
#include "services/conversation_book.h"
#include "services/sentence_gatherer.h"
#include "services/text_gatherer.h"

namespace hearth::app {

// Somebody besides the window who hears of a request: another program of the user, which handed it over.
struct RequestListener {
    std::function<void(const agent::Event&)> onEvent;
    std::function<void(const base::Result<void>&)> onFinished;  // once, last
};

class ChatService : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(hearth::app::MessageListModel* messages READ messages CONSTANT)
    // Ids go to QML as numbers; they are below 2^53.
    Q_PROPERTY(double conversationId READ shownId NOTIFY conversationChanged)
    Q_PROPERTY(QString title READ title NOTIFY conversationChanged)
    // What the user wrote while an answer was on its way.
    Q_PROPERTY(hearth::app::QueueModel* queue READ queue CONSTANT)
    Q_PROPERTY(hearth::app::Attachments* attachments READ attachments CONSTANT)
    // Of the conversation on show, or of the one that the next request begins: it is never written.
    Q_PROPERTY(bool temporary READ temporary NOTIFY conversationChanged)
    // What the model was given for the last answer, in tokens; 0: not known.
    Q_PROPERTY(int contextTokens READ contextTokens NOTIFY busyChanged)
    Q_PROPERTY(int contextCapacity READ contextCapacity NOTIFY busyChanged)
    Q_PROPERTY(bool loading READ loading NOTIFY conversationChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(bool thinking READ thinking NOTIFY busyChanged)
    Q_PROPERTY(double prefill READ prefill NOTIFY busyChanged)
    Q_PROPERTY(double tokensPerSecond READ tokensPerSecond NOTIFY busyChanged)
    Q_PROPERTY(QString waitingAction READ waitingAction NOTIFY actionsChanged)
    Q_PROPERTY(QString undoableAction READ undoableAction NOTIFY actionsChanged)
    // Whether a larger model elsewhere may answer here: in the conversation on show, or the next one.
    Q_PROPERTY(RemoteUse remoteUse READ remoteUse WRITE setRemoteUse NOTIFY remoteUseChanged)
    // What of the documents answers here: in the conversation on show, or the next one.
    Q_PROPERTY(Search search READ search NOTIFY searchChanged)
    Q_PROPERTY(QStringList searchFolders READ searchFolders NOTIFY searchChanged)
    // What waits for the user's word before it is sent there.
    Q_PROPERTY(hearth::app::HandOverCard* offer READ offer CONSTANT)
    // The newest message is the user's, and nothing is on its way: the window was closed over a card, or the
    // answer was stopped before it began. regenerate() asks again, and shows again what would be sent.
    Q_PROPERTY(bool unanswered READ unanswered NOTIFY unansweredChanged)
  public:
    enum class RemoteUse { Never, Ask, Automatic };
    Q_ENUM(RemoteUse)
    enum class Search { Nothing, Everything, Folders };
    Q_ENUM(Search)

    // The library, where there is one.
    struct Documents {
        // Which folders a search of a conversation looks into, of those chosen for it: what is attached to
        // it is a folder of its own.
        std::function<std::vector<std::string>(qint64 conversation, const QStringList& chosen)> folders;
        // Reads files for one conversation alone. Ready once they can be searched, or never will be.
        std::function<std::shared_future<void>(qint64 conversation, const QStringList& paths)> attach;
    };

    ChatService(ConversationBook& book, QObject* parent = nullptr);
    // Set once, before anything is asked; null again before the worker is destroyed.
    void setWorker(AgentWorker* worker);
    void setModelName(const QString& name) { modelName_ = name; }
    // The larger model that answers in conversation; empty: there is none.
    void setChatModelName(const QString& name) { chatModelName_ = name; }
    // Whether a larger model may reason before it answers, from the next request on.
    void setReasoning(bool reasoning) { reasoning_ = reasoning; }

    // Of conversations that begin from now on.
    void setStandardRemoteUse(agent::RemoteUse use);

    MessageListModel* messages() { return &messages_; }
    HandOverCard* offer() { return &offer_; }
    bool unanswered() const;
    RemoteUse remoteUse() const;
    void setRemoteUse(RemoteUse use);
    void setDocuments(Documents documents) { documents_ = std::move(documents); }
    Search search() const;
    QStringList searchFolders() const;
    // `folders`: for Search::Folders.
    Q_INVOKABLE void searchIn(hearth::app::ChatService::Search search, const QStringList& folders = {});
    QueueModel* queue() { return &queue_; }
    Attachments* attachments() { return &attachments_; }
    bool temporary() const { return tree_ ? book_.isOffDisk(conversationId()) : nextTemporary_; }
    int contextTokens() const { return contextUse().tokens; }
    int contextCapacity() const { return contextUse().capacity; }
    qint64 conversationId() const { return tree_ ? tree_->conversation().id : 0; }
    double shownId() const { return static_cast<double>(conversationId()); }
    QString title() const;
    bool loading() const { return loading_; }
    bool busy() const { return run_ != nullptr; }
    bool thinking() const;  // asked, here, and nothing to be seen yet
    double prefill() const { return prefill_; }
    double tokensPerSecond() const { return tokensPerSecond_; }
    QString waitingAction() const;   // id of the last card on show that waits for the user
    QString undoableAction() const;  // id of the last message on show, if it is an action that can be undone

    Q_INVOKABLE void startNew();
    Q_INVOKABLE void startTemporary();
    Q_INVOKABLE void open(qint64 conversation);
    // Opens it and shows this message, on whichever branch it is; 0: the end.
    Q_INVOKABLE void openAt(qint64 conversation, qint64 message);
    // With what is attached. While an answer is on its way, it waits for its turn.
    Q_INVOKABLE void send(const QString& text);
    // What waits, by its number in the queue.
    Q_INVOKABLE void editQueued(int id, const QString& text);
    Q_INVOKABLE void dropQueued(int id);
    Q_INVOKABLE void sendQueued(int id);  // now, where none is on its way
    // Goes on with an answer that was stopped or cut short.
    Q_INVOKABLE void continueAnswer(qint64 message);
    // What the user wrote here, counted back from the newest, which is 1. Empty: there is none.
    Q_INVOKABLE QString ownMessage(int back) const;
    Q_INVOKABLE QString lastAnswer() const;  // its text; empty: there is none
    Q_INVOKABLE double newestMessage() const { return tree_ ? static_cast<double>(tree_->leaf()) : 0; }
    Q_INVOKABLE void stop();
    Q_INVOKABLE void regenerate(qint64 message);
    Q_INVOKABLE void editMessage(qint64 message, const QString& text);
    Q_INVOKABLE void showVersion(qint64 message, int step);

    Q_INVOKABLE void editAction(const QString& action, const QString& field, const QString& value);
    Q_INVOKABLE void confirmAction(const QString& action);
    Q_INVOKABLE void declineAction(const QString& action);
    Q_INVOKABLE void undoAction(const QString& action);

    // What is on show in offer(): sends it, or has the model on this device answer.
    Q_INVOKABLE void sendOffer() { answerOffer(conversationId(), true, {}); }
    Q_INVOKABLE void declineOffer() { answerOffer(conversationId(), false, {}); }
    // The same for any conversation. Where nothing waits there, `listener` hears so.
    void answerOffer(qint64 conversation, bool send, RequestListener listener);

    // A request of another program, in a conversation that need not be on show; 0: a new one. Gives its id.
    qint64 askFor(qint64 conversation, const QString& text, RequestListener listener,
                  agent::RemoteUse remote = agent::RemoteUse::Never);
    void stopFor(qint64 conversation);                    // as stop(), and drops what waits for its turn
    void leaveFor(qint64 conversation);                   // that program is gone
    const ActionRecord* action(const QString& id) const;  // of a conversation in memory; null: none
    // Takes back what the log knows by this number.
    void undoEntry(std::int64_t auditId, std::function<void(base::Result<std::string>)> done);

  signals:
    void unansweredChanged();
    void conversationChanged();
    void busyChanged();
    void actionsChanged();
    void remoteUseChanged();
    void searchChanged();
    void sent();                                 // the user's message is in the list
    void messageWanted(int row);                 // is to be shown
    void problem(const QString& text);           // for a line at the foot of the page
    void announced(const QString& sentence);     // for a screen reader, as soon as it is finished
    void actionPrepared(const QString& action);  // anew, after an edit
    void actionSettled(const QString& action);   // carried out, failed or undone

  private:
    using Tree = std::shared_ptr<ConversationTree>;
    struct Run {
        std::uint64_t request = 0;
        Tree tree;
        std::int64_t parent = 0;  // the next message of the answer goes below it
        std::int64_t answer = 0;  // the text message; 0: not yet
        std::int64_t lastAction = 0;
        std::int64_t lastSavedMs = 0;
        std::int64_t beganMs = 0;
        std::string begun;  // the text of an answer that is continued
        SentenceGatherer sentences;
        std::optional<agent::ProposedAction> proposed;  // not shown yet: a read is shown with its result
        // Both are read by the job: `stopped` by the user, `dropped` where nobody wants to hear of it any
        // more.
        std::shared_ptr<std::atomic<bool>> stopped = std::make_shared<std::atomic<bool>>(false);
        std::shared_ptr<std::atomic<bool>> dropped = std::make_shared<std::atomic<bool>>(false);
        bool concluded = false;
        std::int64_t user = 0;  // what is answered
        std::string note;       // for the message that comes next
        std::optional<agent::HandOverOffer> offer;
        RequestListener listener;       // may be empty
        std::shared_future<void> read;  // as in Manner
    };
    // A request that waits for its turn.
    struct Asked {
        Tree tree;
        QString text;
        RequestListener listener;
        int chip = 0;  // its number in the queue; 0: of another program
        std::vector<AttachedFile> files = {};
    };
    // What waits for a word before it is sent elsewhere.
    struct Offered {
        Tree tree;
        std::int64_t user = 0;
        agent::HandOverOffer offer;
    };
    // How a request is to be answered, besides its words.
    struct Manner {
        std::int64_t answer = 0;             // the message that is continued; 0: none
        std::optional<bool> send = {};       // the user's word about what was offered
        std::shared_future<void> read = {};  // what is attached; not valid: nothing is to be waited for
    };
    struct ActionPlace {
        Tree tree;
        MessageRecord* message = nullptr;
    };

    void beginNext(bool held);
    void showQueue();
    void showMessage(std::int64_t message);
    void nameIt(const Tree& tree);
    void onNamed(const Tree& tree, const std::string& title);
    void noteWaiting(const Tree& tree);
    agent::ContextUse contextUse() const;
    void say(const std::vector<QString>& sentences);
    void begin(Asked asked);
    void ask(const Tree& tree, std::int64_t user, RequestListener listener, Manner manner);
    void ask(const Tree& tree, std::int64_t user) { ask(tree, user, {}, {}); }
    const agent::DocumentScope& choiceOf(const Tree& tree) const;
    agent::DocumentScope scopeOf(const Tree& tree, const MessageRecord& user) const;
    std::shared_future<void> attach(const Tree& tree, const std::vector<AttachedFile>& files);
    void allowRemote(const Tree& tree, const Manner& manner, agent::Request& request);
    void keepOffer();
    void dropOffer(std::int64_t conversation);
    void showOffer();
    void runOnWorker(const agent::Request& request);
    void endRun(const base::Result<void>& result);
    void dropRun();
    void onEvent(const agent::Event& event);
    void onText(const std::string& text);
    void onThought(const std::string& text);
    void onDone(const agent::AnswerDone& done);
    void onFinished(const base::Result<void>& result);
    void onActionDone(const agent::ActionDone& done);
    void onActionDropped(const std::string& action);
    void showProposed(ActionState state = ActionState::Waiting);
    MessageRecord* ensureAnswer(bool byChatModel = false);
    void add(const Tree& tree, MessageRecord record);
    void saveConversation(const Tree& tree);
    void changed(const Tree& tree, const MessageRecord& record, bool save);
    MessageRecord blank(const Tree& tree, MessageKind kind, std::int64_t parent);
    void show(Tree tree);
    Tree newTree(const QString& text, bool temporary);
    Tree treeInMemory(std::int64_t conversation) const;

    ActionPlace place(const std::string& action) const;
    void onEdited(const std::string& action, int edit, const base::Result<agent::ProposedAction>& result);
    void onConfirmed(const std::string& action, const base::Result<agent::ActionDone>& result);
    void onUndone(const std::string& action, const base::Result<std::string>& result);
    void onResumed(const std::string& action, const base::Result<agent::Resumed>& result);
    void resumeActions(const Tree& tree);
    void hold(const Tree& tree);
    void sendEdit();

    ConversationBook& book_;
    AgentWorker* worker_ = nullptr;
    MessageListModel messages_;
    TextGatherer gatherer_;
    TextGatherer thoughts_;
    QueueModel queue_;
    Attachments attachments_;
    Tree tree_;
    std::vector<Tree> withActions_;  // trees left while an action of theirs was running
    std::vector<Tree> ofGuests_;     // trees that other programs talk in
    std::deque<Asked> asked_;
    HandOverCard offer_;
    std::vector<Offered> offered_;
    agent::RemoteUse standardRemote_ = agent::RemoteUse::Never;
    agent::RemoteUse nextRemote_ = agent::RemoteUse::Never;
    Documents documents_;
    std::optional<agent::DocumentScope> nextScope_;  // of the conversation that the next request begins
    std::unique_ptr<Run> run_;
    std::uint64_t requests_ = 0;
    bool loading_ = false;
    bool nextTemporary_ = false;
    std::int64_t wanted_ = 0;  // the message to be shown once it is read
    int chips_ = 0;
    base::CancelSource naming_;
    double prefill_ = -1;
    double tokensPerSecond_ = 0;
    QString modelName_;
    bool reasoning_ = false;
    QString chatModelName_;
    QTimer editPause_;
    std::string editedAction_;
    int edits_ = 0;
};

}  // namespace hearth::app

// The conversation on show and the answers that arrive for it: requests go to the worker thread, events come
// back by queued call, the tree, the models and the store are brought up to date here, on the GUI thread.
// One request runs at a time; those that other programs hand over wait for their turn. Worker and book must
// outlive it; it owns the trees.
#pragma once

#include <QObject>
#include <QTimer>
#include <atomic>
#include <deque>
#include <memory>
#include <optional>
#include <variant>

#include "models/message_list_model.h"
#include "services/agent_worker.h"
#include "services/conversation_book.h"
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
    Q_PROPERTY(bool loading READ loading NOTIFY conversationChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(bool thinking READ thinking NOTIFY busyChanged)
    Q_PROPERTY(double prefill READ prefill NOTIFY busyChanged)
    Q_PROPERTY(double tokensPerSecond READ tokensPerSecond NOTIFY busyChanged)
    Q_PROPERTY(QString waitingAction READ waitingAction NOTIFY actionsChanged)
    Q_PROPERTY(QString undoableAction READ undoableAction NOTIFY actionsChanged)
    Q_PROPERTY(QString lastRequest READ lastRequest NOTIFY sent)
  public:
    ChatService(ConversationBook& book, QObject* parent = nullptr);
    // Set once, before anything is asked; null again before the worker is destroyed.
    void setWorker(AgentWorker* worker) { worker_ = worker; }
    void setModelName(const QString& name) { modelName_ = name; }
    // The larger model that answers in conversation; empty: there is none.
    void setChatModelName(const QString& name) { chatModelName_ = name; }

    MessageListModel* messages() { return &messages_; }
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
    QString lastRequest() const;     // what the user wrote last, here

    Q_INVOKABLE void startNew();
    Q_INVOKABLE void open(qint64 conversation);
    Q_INVOKABLE void send(const QString& text);
    Q_INVOKABLE void stop();
    Q_INVOKABLE void regenerate(qint64 message);
    Q_INVOKABLE void editMessage(qint64 message, const QString& text);
    Q_INVOKABLE void showVersion(qint64 message, int step);

    Q_INVOKABLE void editAction(const QString& action, const QString& field, const QString& value);
    Q_INVOKABLE void confirmAction(const QString& action);
    Q_INVOKABLE void declineAction(const QString& action);
    Q_INVOKABLE void undoAction(const QString& action);

    // A request of another program, in a conversation that need not be on show; 0: a new one. Gives its id.
    qint64 askFor(qint64 conversation, const QString& text, RequestListener listener);
    void stopFor(qint64 conversation);                    // as stop(), and drops what waits for its turn
    void leaveFor(qint64 conversation);                   // that program is gone
    const ActionRecord* action(const QString& id) const;  // of a conversation in memory; null: none
    // Takes back what the log knows by this number.
    void undoEntry(std::int64_t auditId, std::function<void(base::Result<std::string>)> done);

  signals:
    void conversationChanged();
    void busyChanged();
    void actionsChanged();
    void sent();                                 // the user's message is in the list
    void problem(const QString& text);           // for a line at the foot of the page
    void announced(const QString& sentence);     // for a screen reader
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
        std::optional<agent::ProposedAction> proposed;  // not shown yet: a read is shown with its result
        // Both are read by the job: `stopped` by the user, `dropped` where nobody wants to hear of it any
        // more.
        std::shared_ptr<std::atomic<bool>> stopped = std::make_shared<std::atomic<bool>>(false);
        std::shared_ptr<std::atomic<bool>> dropped = std::make_shared<std::atomic<bool>>(false);
        bool concluded = false;
        RequestListener listener;  // may be empty
    };
    // A request that waits for its turn.
    struct Asked {
        Tree tree;
        QString text;
        RequestListener listener;
    };
    struct ActionPlace {
        Tree tree;
        MessageRecord* message = nullptr;
    };

    void begin(const Tree& tree, const QString& text, RequestListener listener);
    void ask(const Tree& tree, std::int64_t user, RequestListener listener = {});
    void runOnWorker(const agent::Request& request);
    void endRun(const base::Result<void>& result);
    void dropRun();
    void onEvent(const agent::Event& event);
    void onText(const std::string& text);
    void onDone(const agent::AnswerDone& done);
    void onFinished(const base::Result<void>& result);
    void onActionDone(const agent::ActionDone& done);
    void onActionDropped(const std::string& action);
    void showProposed(ActionState state = ActionState::Waiting);
    MessageRecord* ensureAnswer(bool byChatModel = false);
    void add(const Tree& tree, MessageRecord record);
    void changed(const Tree& tree, const MessageRecord& record, bool save);
    MessageRecord blank(const Tree& tree, MessageKind kind, std::int64_t parent);
    void show(Tree tree);
    Tree newTree(const QString& text);
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
    Tree tree_;
    std::vector<Tree> withActions_;  // trees left while an action of theirs was running
    std::vector<Tree> ofGuests_;     // trees that other programs talk in
    std::deque<Asked> asked_;
    std::unique_ptr<Run> run_;
    std::uint64_t requests_ = 0;
    bool loading_ = false;
    double prefill_ = -1;
    double tokensPerSecond_ = 0;
    QString modelName_;
    QString chatModelName_;
    QTimer editPause_;
    std::string editedAction_;
    int edits_ = 0;
};

}  // namespace hearth::app

// All conversations: what the side bar lists, and the way to and from the store. Lives on the GUI thread; the
// store's thread does the reading and writing. The store thread must outlive it.
#pragma once

#include <QObject>
#include <QTimer>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "models/conversation_list_model.h"
#include "models/search_hit_model.h"
#include "services/store_thread.h"

namespace hearth::app {

class ConversationBook : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(hearth::app::ConversationListModel* list READ list CONSTANT)
    // What was found in all conversations for the words of `search`.
    Q_PROPERTY(hearth::app::SearchHitModel* hits READ hits CONSTANT)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
  public:
    explicit ConversationBook(StoreThread& store, QObject* parent = nullptr);
    ~ConversationBook() override;

    ConversationListModel* list() { return &list_; }
    SearchHitModel* hits() { return &hits_; }
    QString search() const { return search_; }
    void setSearch(const QString& search);

    Q_INVOKABLE void rename(qint64 id, const QString& title);
    // A title that the program chose: one that the user gave stays.
    void nameAutomatically(qint64 id, const QString& title);
    // Nothing of this conversation is ever written or listed; it is gone with the program.
    void keepOffDisk(qint64 id) { offDisk_.insert(id); }
    bool isOffDisk(qint64 id) const { return offDisk_.contains(id); }
    Q_INVOKABLE void setPinned(qint64 id, bool pinned);
    // Takes it out of the list; out of the store only when it can no longer be brought back: after ten
    // seconds, at the next removal, or at the end of the program.
    Q_INVOKABLE void remove(qint64 id);
    Q_INVOKABLE void restore();

    // A new id, larger than any before it, below 2^53 so that QML's numbers hold it.
    std::int64_t newId();
    static std::int64_t nowMs();

    void save(const ConversationRecord& conversation);  // and show it in the list
    void save(const MessageRecord& message);
    // Reads the messages; `done` is called on the GUI thread unless `context` is gone by then.
    void read(std::int64_t id, QObject* context, std::function<void(std::vector<MessageRecord>)> done);

    void loadList();  // reads it again: something else wrote to the store
    // The words that led to actions, by action id: {request, conversation}. Those of no conversation are left
    // out.
    void findRequests(const QStringList& actions, QObject* context,
                      std::function<void(const QHash<QString, QVariantMap>&)> done);

    // `done` is called on the GUI thread, unless `context` is gone, when all that was saved so far is on
    // disk.
    void afterSaves(QObject* context, std::function<void()> done);

  signals:
    // Of earlier runs of the program; the newest of `count` that wait.
    void waitingFound(qint64 conversation, const QString& summary, int count);
    void searchChanged();
    void listed(const std::vector<std::int64_t>& ids);  // all that are kept on disk
    void removed(qint64 id);                            // it may come back
    void removedForGood(qint64 id);                     // on the GUI thread, also as the program ends
    void problem(const QString& text);

  private:
    void report(const base::Error& error);  // on the store's thread
    void findWaiting();
    void removeForGood();

    StoreThread& store_;
    ConversationListModel list_;
    SearchHitModel hits_;
    QString search_;
    std::int64_t lastId_ = 0;
    std::set<std::int64_t> offDisk_;
    std::shared_ptr<std::atomic<int>> searches_ = std::make_shared<std::atomic<int>>(0);
    std::optional<ConversationRecord> removed_;  // may be brought back
    QTimer removal_;
};

}  // namespace hearth::app

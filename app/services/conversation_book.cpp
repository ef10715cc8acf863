#include "services/conversation_book.h"

#include <QDateTime>
#include <QPointer>
#include <algorithm>
#include <utility>

#include "store/record_ids.h"

namespace hearth::app {

ConversationBook::ConversationBook(StoreThread& store, QObject* parent)
    : QObject(parent), store_(store), list_(this), hits_(this) {
    loadList();
    findWaiting();
    auto* midnight = new QTimer(this);
    connect(midnight, &QTimer::timeout, this, [this] { list_.setToday(QDate::currentDate()); });
    midnight->start(60 * 1000);
    removal_.setSingleShot(true);
    removal_.setInterval(10 * 1000);
    connect(&removal_, &QTimer::timeout, this, &ConversationBook::removeForGood);
}

ConversationBook::~ConversationBook() {
    removeForGood();
    store_.finish();  // its jobs speak to this object
}

std::int64_t ConversationBook::nowMs() {
    return QDateTime::currentMSecsSinceEpoch();
}

std::int64_t ConversationBook::newId() {
    lastId_ = std::max(lastId_ + 1, firstIdAt(nowMs()));
    return lastId_;
}

void ConversationBook::report(const base::Error& error) {
    QMetaObject::invokeMethod(
        this, [this, text = QString::fromStdString(error.text())] { emit problem(text); },
        Qt::QueuedConnection);
}

void ConversationBook::loadList() {
    store_.post([this](ConversationStore& store) {
        auto records = store.conversations();
        if (!records) return report(records.error());
        QMetaObject::invokeMethod(
            this,
            [this, r = std::move(*records)]() mutable {
                std::vector<std::int64_t> ids;
                for (const ConversationRecord& record : r) ids.push_back(record.id);
                list_.load(std::move(r));
                emit listed(ids);
            },
            Qt::QueuedConnection);
    });
}

void ConversationBook::findWaiting() {
    constexpr std::int64_t kWeekMs = 7LL * 24 * 3600 * 1000;  // an older one was left on purpose
    store_.post([this, since = nowMs() - kWeekMs](ConversationStore& store) {
        const auto cards = store.waitingCards(since);
        if (!cards) return report(cards.error());
        if (cards->empty()) return;
        QMetaObject::invokeMethod(
            this,
            [this, waiting = *cards, card = cards->front(), count = static_cast<int>(cards->size())] {
                for (const auto& one : waiting) list_.setWaiting(one.conversation, true);
                emit waitingFound(card.conversation, QString::fromStdString(card.summary), count);
            },
            Qt::QueuedConnection);
    });
}

void ConversationBook::afterSaves(QObject* context, std::function<void()> done) {
    store_.post([this, alive = QPointer<QObject>(context), done = std::move(done)](ConversationStore&) {
        QMetaObject::invokeMethod(
            this,
            [alive, done] {
                if (alive) done();
            },
            Qt::QueuedConnection);
    });
}

void ConversationBook::setSearch(const QString& search) {
    if (search_ == search) return;
    search_ = search;
    emit searchChanged();
    const int count = ++*searches_;
    if (search.trimmed().isEmpty()) return hits_.show({});
    store_.post(
        [this, count, newest = searches_, query = search.trimmed().toStdString()](ConversationStore& store) {
            if (count != *newest) return;  // the user typed on
            constexpr int kMost = 80;
            auto found = store.find(query, kMost);
            if (!found) return report(found.error());
            QMetaObject::invokeMethod(
                this,
                [this, count, hits = std::move(*found)]() mutable {
                    if (count == *searches_) hits_.show(std::move(hits));
                },
                Qt::QueuedConnection);
        });
}

void ConversationBook::rename(qint64 id, const QString& title) {
    const auto* record = list_.find(id);
    if (record == nullptr || title.trimmed().isEmpty()) return;
    auto changed = *record;
    changed.title = title.trimmed().toStdString();
    changed.named = true;
    save(changed);
}

void ConversationBook::nameAutomatically(qint64 id, const QString& title) {
    const auto* record = list_.find(id);
    if (record == nullptr || record->named || title.trimmed().isEmpty()) return;
    auto changed = *record;
    changed.title = title.trimmed().toStdString();
    save(changed);
}

void ConversationBook::setPinned(qint64 id, bool pinned) {
    const auto* record = list_.find(id);
    if (record == nullptr) return;
    auto changed = *record;
    changed.pinned = pinned;
    save(changed);
}

void ConversationBook::remove(qint64 id) {
    const auto* record = list_.find(id);
    if (record == nullptr) return;
    removeForGood();
    removed_ = *record;
    list_.remove(id);
    removal_.start();
    emit removed(id);
}

void ConversationBook::restore() {
    removal_.stop();
    if (removed_) list_.put(*removed_);
    removed_.reset();
}

void ConversationBook::removeForGood() {
    removal_.stop();
    if (!removed_) return;
    store_.post([this, id = removed_->id](ConversationStore& store) {
        if (auto done = store.removeConversation(id); !done) report(done.error());
    });
    emit removedForGood(std::exchange(removed_, {})->id);
}

void ConversationBook::save(const ConversationRecord& conversation) {
    if (isOffDisk(conversation.id)) return;
    list_.put(conversation);
    store_.post([this, conversation](ConversationStore& store) {
        if (auto done = store.putConversation(conversation); !done) report(done.error());
    });
}

void ConversationBook::save(const MessageRecord& message) {
    if (isOffDisk(message.conversation)) return;
    store_.post([this, message](ConversationStore& store) {
        if (auto done = store.putMessage(message); !done) report(done.error());
    });
}

void ConversationBook::read(std::int64_t id, QObject* context,
                            std::function<void(std::vector<MessageRecord>)> done) {
    QPointer<QObject> alive(context);
    store_.post([this, id, alive, done = std::move(done)](ConversationStore& store) {
        auto messages = store.messages(id);
        if (!messages) return report(messages.error());
        QMetaObject::invokeMethod(
            this,
            [alive, done, m = std::move(*messages)]() mutable {
                if (alive) done(std::move(m));
            },
            Qt::QueuedConnection);
    });
}

void ConversationBook::findRequests(const QStringList& actions, QObject* context,
                                    std::function<void(const QHash<QString, QVariantMap>&)> done) {
    std::vector<std::string> ids;
    for (const auto& action : actions) ids.push_back(action.toStdString());
    store_.post([this, ids, alive = QPointer(context), done = std::move(done)](ConversationStore& store) {
        const auto requests = store.requestsOf(ids);
        if (!requests) return report(requests.error());
        QHash<QString, QVariantMap> found;
        for (const auto& one : *requests)
            found.insert(QString::fromStdString(one.action),
                         {{QStringLiteral("request"), QString::fromStdString(one.text)},
                          {QStringLiteral("conversation"), static_cast<double>(one.conversation)}});
        QMetaObject::invokeMethod(
            this,
            [alive, done, found] {
                if (alive) done(found);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace hearth::app

// The conversations in the side bar: pinned first, then the newest. Lives and changes on the GUI thread;
// holds its own copies.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QDate>
#include <set>
#include <vector>

#include "store/records.h"

namespace hearth::app {

class ConversationListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(bool loading READ loading NOTIFY loadingChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
  public:
    enum Role { IdRole = Qt::UserRole + 1, TitleRole, DayRole, PinnedRole, WaitingRole };

    explicit ConversationListModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    bool loading() const { return loading_; }
    int count() const { return static_cast<int>(rows_.size()); }

    void load(std::vector<ConversationRecord> records);
    void put(const ConversationRecord& record);  // adds, or replaces and moves to its place
    void remove(std::int64_t id);
    const ConversationRecord* find(std::int64_t id) const;
    // The one that many rows below this one, or the first where this one is not there; 0: there is none.
    Q_INVOKABLE double beside(qint64 id, int step) const;
    Q_INVOKABLE int rowOf(qint64 id) const;  // -1: it is not there
    Q_INVOKABLE bool isPinned(qint64 id) const;
    // A card in it waits for the user.
    void setWaiting(std::int64_t id, bool waiting);
    void setToday(QDate today);  // for the headings; set at start and at midnight

  signals:
    void loadingChanged();
    void countChanged();

  private:
    QString heading(const ConversationRecord& record) const;

    std::vector<ConversationRecord> rows_;  // sorted
    std::set<std::int64_t> waiting_;
    QDate today_;
    bool loading_ = true;
};

}  // namespace hearth::app

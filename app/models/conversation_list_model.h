// The conversations in the side bar: pinned first, then the newest. Lives and changes on the GUI thread;
// holds its own copies.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QDate>
#include <optional>
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
    Q_PROPERTY(bool filtered READ filtered NOTIFY countChanged)
  public:
    enum Role { IdRole = Qt::UserRole + 1, TitleRole, DayRole, PinnedRole };

    explicit ConversationListModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    bool loading() const { return loading_; }
    bool filtered() const { return only_.has_value(); }
    int count() const { return static_cast<int>(rows_.size()); }

    void load(std::vector<ConversationRecord> records);
    void put(const ConversationRecord& record);  // adds, or replaces and moves to its place
    void remove(std::int64_t id);
    const ConversationRecord* find(std::int64_t id) const;
    // Only these are shown; nullopt: all.
    void showOnly(std::optional<std::set<std::int64_t>> ids);
    void setToday(QDate today);  // for the headings; set at start and at midnight

  signals:
    void loadingChanged();
    void countChanged();

  private:
    void rebuild();
    bool visible(const ConversationRecord& record) const;
    QString heading(const ConversationRecord& record) const;

    std::vector<ConversationRecord> all_;   // sorted
    std::vector<ConversationRecord> rows_;  // sorted and filtered: what is shown
    std::optional<std::set<std::int64_t>> only_;
    QDate today_;
    bool loading_ = true;
};

}  // namespace hearth::app

#include "models/conversation_list_model.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace hearth::app {
namespace {

bool before(const ConversationRecord& a, const ConversationRecord& b) {
    if (a.pinned != b.pinned) return a.pinned;
    if (a.updatedMs != b.updatedMs) return a.updatedMs > b.updatedMs;
    return a.id > b.id;
}

auto byId(std::int64_t id) {
    return [id](const ConversationRecord& record) { return record.id == id; };
}

}  // namespace

ConversationListModel::ConversationListModel(QObject* parent)
    : QAbstractListModel(parent), today_(QDate::currentDate()) {}

int ConversationListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant ConversationListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto& record = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case IdRole:
            return QVariant::fromValue(static_cast<qint64>(record.id));
        case Qt::DisplayRole:
        case TitleRole:
            return record.title.empty() ? tr("New conversation") : QString::fromStdString(record.title);
        case DayRole:
            return heading(record);
        case PinnedRole:
            return record.pinned;
        case WaitingRole:
            return waiting_.contains(record.id);
        default:
            return {};
    }
}

QHash<int, QByteArray> ConversationListModel::roleNames() const {
    return {{IdRole, "conversationId"},
            {TitleRole, "title"},
            {DayRole, "day"},
            {PinnedRole, "pinned"},
            {WaitingRole, "waiting"}};
}

void ConversationListModel::load(std::vector<ConversationRecord> records) {
    // What was made while the list was being read is newer than what was read.
    for (const auto& record : rows_) {
        std::erase_if(records, byId(record.id));
        records.push_back(record);
    }
    beginResetModel();
    rows_ = std::move(records);
    std::sort(rows_.begin(), rows_.end(), before);
    endResetModel();
    emit countChanged();
    if (loading_) {
        loading_ = false;
        emit loadingChanged();
    }
}

void ConversationListModel::put(const ConversationRecord& record) {
    const auto old = std::find_if(rows_.begin(), rows_.end(), byId(record.id));
    if (old == rows_.end()) {
        const auto place = std::upper_bound(rows_.begin(), rows_.end(), record, before);
        const int row = static_cast<int>(place - rows_.begin());
        beginInsertRows({}, row, row);
        rows_.insert(place, record);
        endInsertRows();
        emit countChanged();
        return;
    }
    const int from = static_cast<int>(old - rows_.begin());
    auto others = rows_;
    others.erase(others.begin() + from);
    const int to =
        static_cast<int>(std::upper_bound(others.begin(), others.end(), record, before) - others.begin());
    others.insert(others.begin() + to, record);
    if (from != to) {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        rows_ = std::move(others);
        endMoveRows();
    } else {
        rows_ = std::move(others);
    }
    emit dataChanged(index(to), index(to));
}

void ConversationListModel::setWaiting(std::int64_t id, bool waiting) {
    if (waiting_.contains(id) == waiting) return;
    if (waiting) {
        waiting_.insert(id);
    } else {
        waiting_.erase(id);
    }
    const auto it = std::find_if(rows_.begin(), rows_.end(), byId(id));
    if (it == rows_.end()) return;
    const int row = static_cast<int>(it - rows_.begin());
    emit dataChanged(index(row), index(row), {WaitingRole});
}

void ConversationListModel::remove(std::int64_t id) {
    const auto it = std::find_if(rows_.begin(), rows_.end(), byId(id));
    if (it == rows_.end()) return;
    const int row = static_cast<int>(it - rows_.begin());
    beginRemoveRows({}, row, row);
    rows_.erase(it);
    endRemoveRows();
    emit countChanged();
}

const ConversationRecord* ConversationListModel::find(std::int64_t id) const {
    const auto it = std::find_if(rows_.begin(), rows_.end(), byId(id));
    return it == rows_.end() ? nullptr : &*it;
}

double ConversationListModel::beside(qint64 id, int step) const {
    const auto it = std::find_if(rows_.begin(), rows_.end(), byId(id));
    const auto at = it == rows_.end() ? 0 : (it - rows_.begin()) + step;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(rows_.size())) return 0;
    return static_cast<double>(rows_[static_cast<std::size_t>(at)].id);
}

int ConversationListModel::rowOf(qint64 id) const {
    const auto it = std::find_if(rows_.begin(), rows_.end(), byId(id));
    return it == rows_.end() ? -1 : static_cast<int>(it - rows_.begin());
}

bool ConversationListModel::isPinned(qint64 id) const {
    const auto* record = find(id);
    return record != nullptr && record->pinned;
}

void ConversationListModel::setToday(QDate today) {
    if (today_ == today) return;
    today_ = today;
    if (!rows_.empty()) emit dataChanged(index(0), index(count() - 1), {DayRole});
}

QString ConversationListModel::heading(const ConversationRecord& record) const {
    if (record.pinned) return tr("Pinned");
    const QDate day = QDateTime::fromMSecsSinceEpoch(record.updatedMs).date();
    const qint64 ago = day.daysTo(today_);
    if (ago <= 0) return tr("Today");
    if (ago == 1) return tr("Yesterday");
    if (ago < 7) return QLocale().dayName(day.dayOfWeek());
    if (ago < 31) return tr("Last 30 days");
    const QString month = QLocale().standaloneMonthName(day.month());
    return day.year() == today_.year() ? month : month + QLatin1Char(' ') + QString::number(day.year());
}

}  // namespace hearth::app

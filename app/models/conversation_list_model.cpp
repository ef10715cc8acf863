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
        default:
            return {};
    }
}

QHash<int, QByteArray> ConversationListModel::roleNames() const {
    return {{IdRole, "conversationId"}, {TitleRole, "title"}, {DayRole, "day"}, {PinnedRole, "pinned"}};
}

void ConversationListModel::load(std::vector<ConversationRecord> records) {
    // What was made while the list was being read is newer than what was read.
    for (const auto& record : all_) {
        std::erase_if(records, byId(record.id));
        records.push_back(record);
    }
    all_ = std::move(records);
    std::sort(all_.begin(), all_.end(), before);
    rebuild();
    if (loading_) {
        loading_ = false;
        emit loadingChanged();
    }
}

void ConversationListModel::put(const ConversationRecord& record) {
    std::erase_if(all_, byId(record.id));
    all_.insert(std::upper_bound(all_.begin(), all_.end(), record, before), record);
    const auto old = std::find_if(rows_.begin(), rows_.end(), byId(record.id));
    if (!visible(record)) {
        if (old != rows_.end()) rebuild();
        return;
    }
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

void ConversationListModel::remove(std::int64_t id) {
    std::erase_if(all_, byId(id));
    const auto it = std::find_if(rows_.begin(), rows_.end(), byId(id));
    if (it == rows_.end()) return;
    const int row = static_cast<int>(it - rows_.begin());
    beginRemoveRows({}, row, row);
    rows_.erase(it);
    endRemoveRows();
    emit countChanged();
}

const ConversationRecord* ConversationListModel::find(std::int64_t id) const {
    const auto it = std::find_if(all_.begin(), all_.end(), byId(id));
    return it == all_.end() ? nullptr : &*it;
}

void ConversationListModel::showOnly(std::optional<std::set<std::int64_t>> ids) {
    if (only_ == ids) return;
    only_ = std::move(ids);
    rebuild();
}

void ConversationListModel::setToday(QDate today) {
    if (today_ == today) return;
    today_ = today;
    if (!rows_.empty()) emit dataChanged(index(0), index(count() - 1), {DayRole});
}

void ConversationListModel::rebuild() {
    beginResetModel();
    rows_.clear();
    std::copy_if(all_.begin(), all_.end(), std::back_inserter(rows_),
                 [this](const ConversationRecord& record) { return visible(record); });
    endResetModel();
    emit countChanged();
}

bool ConversationListModel::visible(const ConversationRecord& record) const {
    return !only_ || only_->contains(record.id);
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

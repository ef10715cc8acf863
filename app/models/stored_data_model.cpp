#include "models/stored_data_model.h"

#include <algorithm>
#include <utility>

#include "catalogue/size_text.h"

namespace hearth::app {
namespace {

// In the window's language; a kind that is new here says what it calls itself.
QString described(const StoredKind& kind) {
    const std::string& name = kind.name;
    if (name == "conversations") return StoredDataModel::tr("Conversations: %1").arg(kind.count);
    if (name == "calendar") return StoredDataModel::tr("Calendar entries: %1").arg(kind.count);
    if (name == "reminders") return StoredDataModel::tr("Reminders, alarms and timers: %1").arg(kind.count);
    if (name == "notes") return StoredDataModel::tr("Notes: %1").arg(kind.count);
    if (name == "lists") return StoredDataModel::tr("Lists: %1").arg(kind.count);
    if (name == "contacts") return StoredDataModel::tr("Contacts: %1").arg(kind.count);
    if (name == "log") return StoredDataModel::tr("Logged actions and requests: %1").arg(kind.count);
    if (name == "library") return StoredDataModel::tr("Indexed documents: %1").arg(kind.count);
    if (name == "models") return StoredDataModel::tr("Model files: %1").arg(kind.count);
    if (name == "settings")
        return StoredDataModel::tr("Files of settings and permissions: %1").arg(kind.count);
    if (name == "cache") return StoredDataModel::tr("Files that can be made again: %1").arg(kind.count);
    return QStringLiteral("%1 %2").arg(kind.count).arg(QString::fromStdString(kind.what));
}

}  // namespace

int StoredDataModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(kinds_.size());
}

QVariant StoredDataModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const StoredKind& kind = kinds_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case NameRole:
            return QString::fromStdString(kind.name);
        case Qt::DisplayRole:
        case WhatRole:
            return described(kind);
        case SizeRole:
            return QString::fromStdString(sizeText(kind.bytes));
        case SparedRole:
            return spared_.contains(kind.name);
        default:
            return {};
    }
}

QHash<int, QByteArray> StoredDataModel::roleNames() const {
    return {{NameRole, "name"}, {WhatRole, "what"}, {SizeRole, "size"}, {SparedRole, "spared"}};
}

QString StoredDataModel::total() const {
    std::int64_t items = 0;
    std::uint64_t bytes = 0;
    for (const StoredKind& kind : kinds_) {
        if (spared_.contains(kind.name)) continue;
        items += kind.count;
        bytes += kind.bytes;
    }
    return tr("%1 in all, %2").arg(items).arg(QString::fromStdString(sizeText(bytes)));
}

bool StoredDataModel::nothingMarked() const {
    return std::all_of(kinds_.begin(), kinds_.end(),
                       [this](const StoredKind& kind) { return spared_.contains(kind.name); });
}

QStringList StoredDataModel::spared() const {
    QStringList out;
    for (const std::string& name : spared_) out.append(QString::fromStdString(name));
    return out;
}

void StoredDataModel::refresh() {
    loading_ = true;
    emit changed();
    counting_.run(
        this,
        [dataDir = dataDir_](const base::CancelToken&) {
            auto kinds = storedData(dataDir, cacheFolder());
            std::erase_if(kinds, [](const StoredKind& kind) { return kind.paths.empty(); });
            return kinds;
        },
        [this](std::vector<StoredKind> kinds) {
            beginResetModel();
            kinds_ = std::move(kinds);
            spared_.clear();
            endResetModel();
            loading_ = false;
            emit changed();
        });
}

void StoredDataModel::setSpared(const QString& name, bool spared) {
    const std::string key = name.toStdString();
    const auto row =
        std::find_if(kinds_.begin(), kinds_.end(), [&](const StoredKind& kind) { return kind.name == key; });
    if (row == kinds_.end()) return;
    spared ? (void)spared_.insert(key) : (void)spared_.erase(key);
    const QModelIndex at = index(static_cast<int>(row - kinds_.begin()));
    emit dataChanged(at, at, {SparedRole});
    emit changed();
}

}  // namespace hearth::app

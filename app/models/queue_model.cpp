#include "models/queue_model.h"

#include <algorithm>

namespace hearth::app {

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    if (role == IdRole) return row.id;
    if (role == TextRole || role == Qt::DisplayRole) return row.text;
    if (role == FilesRole) return row.files;
    return {};
}

QHash<int, QByteArray> QueueModel::roleNames() const {
    return {{IdRole, "queuedId"}, {TextRole, "text"}, {FilesRole, "files"}};
}

void QueueModel::show(std::vector<Row> rows) {
    const int before = count();
    for (int i = count() - 1; i >= 0; --i) {
        const int id = rows_[static_cast<std::size_t>(i)].id;
        if (std::any_of(rows.begin(), rows.end(), [id](const Row& row) { return row.id == id; })) continue;
        beginRemoveRows({}, i, i);
        rows_.erase(rows_.begin() + i);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int at = static_cast<int>(i);
        if (i >= rows_.size()) {
            beginInsertRows({}, at, at);
            rows_.push_back(rows[i]);
            endInsertRows();
        } else if (!(rows_[i] == rows[i])) {
            rows_[i] = rows[i];
            emit dataChanged(index(at), index(at));
        }
    }
    if (before != count()) emit countChanged();
}

}  // namespace hearth::app

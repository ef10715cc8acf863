#include "models/row_model.h"

#include <QSet>

namespace hearth::app {

RowModel::RowModel(const QStringList& roles, QObject* parent) : QAbstractListModel(parent), roles_(roles) {}

int RowModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant RowModel::data(const QModelIndex& index, int role) const {
    const int field = role - Qt::UserRole;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || field < 0 || field >= roles_.size()) return {};
    return rows_.at(index.row()).value(roles_.at(field));
}

QHash<int, QByteArray> RowModel::roleNames() const {
    QHash<int, QByteArray> names;
    for (int i = 0; i < roles_.size(); ++i) names.insert(Qt::UserRole + i, roles_.at(i).toUtf8());
    return names;
}

void RowModel::setRows(const QList<QVariantMap>& rows) {
    const int before = count();
    removeGone(rows);
    if (!insertNew(rows)) {
        beginResetModel();
        rows_ = rows;
        endResetModel();
    }
    for (int i = 0; i < count(); ++i) {
        if (rows_.at(i) == rows.at(i)) continue;
        rows_[i] = rows.at(i);
        emit dataChanged(index(i), index(i));
    }
    if (count() != before) emit countChanged();
}

void RowModel::removeGone(const QList<QVariantMap>& rows) {
    QSet<QString> kept;
    for (const auto& row : rows) kept.insert(keyOf(row));
    for (int i = count() - 1; i >= 0; --i) {
        if (kept.contains(keyOf(rows_.at(i)))) continue;
        beginRemoveRows({}, i, i);
        rows_.removeAt(i);
        endRemoveRows();
    }
}

// False where rows that stay have changed places.
bool RowModel::insertNew(const QList<QVariantMap>& rows) {
    QSet<QString> there;
    for (const auto& row : rows_) there.insert(keyOf(row));
    for (int i = 0; i < rows.size(); ++i) {
        const QString key = keyOf(rows.at(i));
        if (i < count() && keyOf(rows_.at(i)) == key) continue;
        if (there.contains(key)) return false;
        beginInsertRows({}, i, i);
        rows_.insert(i, rows.at(i));
        endInsertRows();
    }
    return rows_.size() == rows.size();
}

QVariantMap RowModel::row(int index) const {
    return index >= 0 && index < count() ? rows_.at(index) : QVariantMap();
}

QVariantMap RowModel::find(const QString& key) const {
    for (const auto& row : rows_)
        if (keyOf(row) == key) return row;
    return {};
}

}  // namespace hearth::app

#include "models/model_list_model.h"

#include <algorithm>
#include <utility>

namespace hearth::app {

int ModelListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(files_.size());
}

QVariant ModelListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto& file = files_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case PathRole:
            return file.path;
        case Qt::DisplayRole:
        case NameRole:
            return file.name;
        case DetailRole:
            return file.detail;
        case CurrentRole:
            return file.path == current_;
        case InPlaceRole:
            return file.inPlace;
        case ThereRole:
            return file.there;
        default:
            return {};
    }
}

QHash<int, QByteArray> ModelListModel::roleNames() const {
    return {{PathRole, "path"},       {NameRole, "name"},       {DetailRole, "detail"},
            {CurrentRole, "current"}, {InPlaceRole, "inPlace"}, {ThereRole, "there"}};
}

const ModelFile* ModelListModel::find(const QString& path) const {
    const auto it =
        std::find_if(files_.begin(), files_.end(), [&](const ModelFile& file) { return file.path == path; });
    return it == files_.end() ? nullptr : &*it;
}

void ModelListModel::load(std::vector<ModelFile> files) {
    beginResetModel();
    files_ = std::move(files);
    endResetModel();
}

void ModelListModel::put(const ModelFile& file) {
    if (const auto* known = find(file.path)) {
        const auto row = static_cast<int>(known - files_.data());
        files_[static_cast<std::size_t>(row)] = file;
        emit dataChanged(index(row), index(row));
        return;
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    files_.push_back(file);
    endInsertRows();
}

void ModelListModel::remove(const QString& path) {
    const auto* known = find(path);
    if (known == nullptr) return;
    const auto row = static_cast<int>(known - files_.data());
    beginRemoveRows({}, row, row);
    files_.erase(files_.begin() + row);
    endRemoveRows();
}

void ModelListModel::setCurrent(const QString& path) {
    if (path == current_) return;
    current_ = path;
    if (!files_.empty()) emit dataChanged(index(0), index(rowCount() - 1), {CurrentRole});
}

}  // namespace hearth::app

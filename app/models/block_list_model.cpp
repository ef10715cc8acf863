#include "models/block_list_model.h"

#include <algorithm>

namespace hearth::app {

int BlockListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(blocks_.size());
}

QVariant BlockListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto& block = blocks_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case KindRole:
            return static_cast<int>(block.kind);
        case Qt::DisplayRole:
        case TextRole:
            return block.text;
        case LanguageRole:
            return block.language;
        default:
            return {};
    }
}

QHash<int, QByteArray> BlockListModel::roleNames() const {
    return {{KindRole, "kind"}, {TextRole, "text"}, {LanguageRole, "language"}};
}

void BlockListModel::setText(const QString& text) {
    if (text == text_) return;
    text_ = text;
    auto blocks = messageBlocks(text);
    const auto same = std::min(blocks.size(), blocks_.size());
    if (blocks.size() < blocks_.size()) {
        beginRemoveRows({}, static_cast<int>(blocks.size()), rowCount() - 1);
        blocks_.resize(blocks.size());
        endRemoveRows();
    }
    for (std::size_t i = 0; i < same; ++i) {
        if (blocks_[i] == blocks[i]) continue;
        blocks_[i] = blocks[i];
        emit dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
    }
    if (blocks.size() > same) {
        beginInsertRows({}, static_cast<int>(same), static_cast<int>(blocks.size()) - 1);
        blocks_ = std::move(blocks);
        endInsertRows();
    }
    emit textChanged();
}

}  // namespace hearth::app

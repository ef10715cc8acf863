#include "models/message_list_model.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "markup/cited_text.h"
#include "models/source_rows.h"

namespace hearth::app {

namespace {

QVariantList attachedRows(const MessageRecord& message) {
    QVariantList rows;
    for (const AttachedFile& file : message.attached)
        rows += QVariantMap{{QStringLiteral("name"), QString::fromStdString(file.name)},
                            {QStringLiteral("text"), QString::fromStdString(file.text)}};
    return rows;
}

}  // namespace

int MessageListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

const MessageRecord* MessageListModel::at(int row) const {
    return tree_->find(rows_[static_cast<std::size_t>(row)]);
}

ActionCard* MessageListModel::card(const MessageRecord& message) const {
    auto& card = cards_[message.id];
    if (card == nullptr) card = new ActionCard(message.action, const_cast<MessageListModel*>(this));
    return card;
}

QVariant MessageListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto* message = at(index.row());
    if (message == nullptr) return {};
    switch (role) {
        case IdRole:
            return QVariant::fromValue(static_cast<qint64>(message->id));
        case KindRole:
            return static_cast<int>(message->kind);
        case Qt::DisplayRole:
        case TextRole:
            return QString::fromStdString(message->text);
        case StateRole:
            return static_cast<int>(message->state);
        case ErrorRole:
            return QString::fromStdString(message->error);
        case ModelRole:
            return QString::fromStdString(message->model);
        case TimeRole: {
            const auto time = QDateTime::fromMSecsSinceEpoch(message->createdMs);
            const QString clock = QLocale().toString(time.time(), QLocale::ShortFormat);
            if (time.date() == QDate::currentDate()) return clock;
            return QString(QLocale().toString(time.date(), QLocale::ShortFormat) + QLatin1Char(' ') + clock);
        }
        case VersionRole: {
            const auto versions = tree_->versions(message->id);
            return static_cast<int>(std::find(versions.begin(), versions.end(), message->id) -
                                    versions.begin()) +
                   1;
        }
        case VersionsRole:
            return static_cast<int>(tree_->versions(message->id).size());
        case OffersModelRole:
            return message->offersModel;
        case ThoughtRole:
            return QString::fromStdString(message->thought);
        case ThoughtSecondsRole:
            if (message->state == MessageState::Streaming && message->text.empty()) return -1;
            return static_cast<int>((message->thoughtMs + 999) / 1000);
        case LeftOutRole:
            return message->context.leftOut;
        case SummarizedRole:
            return message->context.summarized;
        case SummaryRole:
            return QString::fromStdString(message->context.summary);
        case UnfinishedRole:
            return message->kind == MessageKind::Assistant && !message->text.empty() &&
                   (message->cutShort || message->state == MessageState::Stopped);
        case SpeedRole:
            return qRound(message->tokensPerSecond);
        case HostRole:
            return QString::fromStdString(message->host);
        case NoteRole:
            return QString::fromStdString(message->note);
        case AttachedRole:
            return attachedRows(*message);
        case ShownTextRole:
            return QString::fromStdString(message->documents ? citedText(message->text, *message->documents)
                                                             : message->text);
        case SourcesRole:
            return message->documents ? sourcesOf(*message->documents, message->text) : QVariant();
        case CardRole:
            return message->kind == MessageKind::Action ? QVariant::fromValue(card(*message)) : QVariant();
        default:
            return {};
    }
}

QHash<int, QByteArray> MessageListModel::roleNames() const {
    return {{IdRole, "messageId"},      {KindRole, "kind"},
            {TextRole, "text"},         {StateRole, "status"},
            {ErrorRole, "error"},       {ModelRole, "modelName"},
            {TimeRole, "time"},         {VersionRole, "version"},
            {VersionsRole, "versions"}, {OffersModelRole, "offersModel"},
            {CardRole, "card"},         {SourcesRole, "documents"},
            {ThoughtRole, "thought"},   {ThoughtSecondsRole, "thoughtSeconds"},
            {LeftOutRole, "leftOut"},   {SummarizedRole, "summarized"},
            {SummaryRole, "summary"},   {HostRole, "host"},
            {NoteRole, "note"},         {UnfinishedRole, "unfinished"},
            {AttachedRole, "attached"}, {ShownTextRole, "shownText"},
            {SpeedRole, "speed"}};
}

void MessageListModel::setTree(ConversationTree* tree) {
    beginResetModel();
    tree_ = tree;
    rows_ = tree == nullptr ? std::vector<std::int64_t>{} : tree->branch();
    for (auto& [id, card] : cards_) card->deleteLater();
    cards_.clear();
    endResetModel();
    emit countChanged();
}

void MessageListModel::messageAdded() {
    const int row = count();
    beginInsertRows({}, row, row);
    rows_.push_back(tree_->leaf());
    endInsertRows();
    emit countChanged();
}

void MessageListModel::messageChanged(std::int64_t id) {
    const auto it = std::find(rows_.rbegin(), rows_.rend(), id);  // the last ones change most
    if (it == rows_.rend()) return;
    const int row = static_cast<int>(rows_.rend() - it) - 1;
    const auto* message = at(row);
    if (message->kind == MessageKind::Action) card(*message)->setRecord(message->action);
    emit dataChanged(index(row), index(row));
}

void MessageListModel::branchChanged() {
    const auto& branch = tree_->branch();
    const auto [oldEnd, newEnd] = std::mismatch(rows_.begin(), rows_.end(), branch.begin(), branch.end());
    const int kept = static_cast<int>(oldEnd - rows_.begin());
    if (kept < count()) {
        beginRemoveRows({}, kept, count() - 1);
        rows_.erase(oldEnd, rows_.end());
        endRemoveRows();
    }
    if (kept < static_cast<int>(branch.size())) {
        beginInsertRows({}, kept, static_cast<int>(branch.size()) - 1);
        rows_.insert(rows_.end(), newEnd, branch.end());
        endInsertRows();
    }
    if (count() > 0) emit dataChanged(index(0), index(count() - 1), {VersionRole, VersionsRole});
    emit countChanged();
}

}  // namespace hearth::app

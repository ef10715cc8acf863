#include "models/search_hit_model.h"

#include <QDateTime>
#include <QLocale>

namespace hearth::app {
namespace {

// For Text.StyledText: the words in bold, all else as it is.
QString styled(const SearchHit& hit) {
    QString out;
    std::size_t at = 0;
    const auto plain = [&](std::size_t end) {
        out += QString::fromStdString(hit.snippet.substr(at, end - at)).toHtmlEscaped();
        at = end;
    };
    for (const auto& [begin, end] : hit.marks) {
        plain(begin);
        out += QStringLiteral("<b>");
        plain(end);
        out += QStringLiteral("</b>");
    }
    plain(hit.snippet.size());
    return out;
}

QString when(std::int64_t ms) {
    const auto time = QDateTime::fromMSecsSinceEpoch(ms);
    if (time.date() == QDate::currentDate()) return QLocale().toString(time.time(), QLocale::ShortFormat);
    return QLocale().toString(time.date(), QLocale::ShortFormat);
}

}  // namespace

int SearchHitModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant SearchHitModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto& hit = hits_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case ConversationRole:
            return QVariant::fromValue(static_cast<qint64>(hit.conversation));
        case MessageRole:
            return QVariant::fromValue(static_cast<qint64>(hit.message));
        case TitleRole:
            return QString::fromStdString(hit.title);
        case SnippetRole:
            return styled(hit);
        case Qt::DisplayRole:
        case PlainRole:
            return QString::fromStdString(hit.snippet);
        case TimeRole:
            return when(hit.createdMs);
        case OwnRole:
            return hit.kind == MessageKind::User;
        default:
            return {};
    }
}

QHash<int, QByteArray> SearchHitModel::roleNames() const {
    return {{ConversationRole, "conversationId"},
            {MessageRole, "messageId"},
            {TitleRole, "title"},
            {SnippetRole, "snippet"},
            {PlainRole, "plain"},
            {TimeRole, "time"},
            {OwnRole, "own"}};
}

void SearchHitModel::show(std::vector<SearchHit> hits) {
    beginResetModel();
    hits_ = std::move(hits);
    searched_ = true;
    endResetModel();
    emit countChanged();
}

}  // namespace hearth::app

#include "services/attachments.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStringDecoder>

namespace hearth::app {
namespace {

constexpr qint64 kLargest = 256 * 1024;  // more than any small model can take in

// A fence that is longer than any in the text.
QString fenceFor(const QString& text) {
    QString fence = QStringLiteral("```");
    while (text.contains(fence)) fence += QLatin1Char('`');
    return fence;
}

}  // namespace

int Attachments::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant Attachments::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const File& file = files_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case NameRole:
            return file.name;
        case DetailRole:
            return QLocale().formattedDataSize(file.text.toUtf8().size(), 0);
        case ErrorRole:
            return file.error;
        default:
            return {};
    }
}

QHash<int, QByteArray> Attachments::roleNames() const {
    return {{NameRole, "name"}, {DetailRole, "detail"}, {ErrorRole, "error"}};
}

Attachments::File Attachments::read(const QUrl& url) {
    File out;
    out.name = url.fileName();
    QFile file(url.toLocalFile());
    if (!url.isLocalFile() || QFileInfo(file).isDir()) {
        out.error = tr("Only files of this computer can be attached.");
    } else if (!file.open(QIODevice::ReadOnly)) {
        out.error = tr("It cannot be read: %1").arg(file.errorString());
    } else if (file.size() > kLargest) {
        out.error = tr("It is larger than %1.").arg(QLocale().formattedDataSize(kLargest, 0));
    } else {
        const QByteArray bytes = file.read(kLargest);
        QStringDecoder decoder(QStringDecoder::Utf8);
        out.text = decoder(bytes);
        if (decoder.hasError() || bytes.contains('\0'))
            out.error = tr("It is not a text, and I can only read texts.");
    }
    return out;
}

void Attachments::add(const QList<QUrl>& files) {
    for (const QUrl& url : files) {
        beginInsertRows({}, count(), count());
        files_.push_back(read(url));
        endInsertRows();
    }
    emit countChanged();
}

void Attachments::remove(int row) {
    if (row < 0 || row >= count()) return;
    beginRemoveRows({}, row, row);
    files_.erase(files_.begin() + row);
    endRemoveRows();
    emit countChanged();
}

QString Attachments::appendTo(const QString& message) {
    QString out = message.trimmed();
    for (const File& file : files_) {
        if (!file.error.isEmpty()) continue;
        const QString fence = fenceFor(file.text);
        if (!out.isEmpty()) out += QStringLiteral("\n\n");
        out += QStringLiteral("%1\n%2%3\n%4\n%2")
                   .arg(file.name, fence, QFileInfo(file.name).suffix(), file.text.trimmed());
    }
    beginResetModel();
    files_.clear();
    endResetModel();
    emit countChanged();
    return out;
}

}  // namespace hearth::app

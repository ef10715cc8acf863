#include "services/attachments.h"

#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QLocale>
#include <QMimeData>
#include <QStringDecoder>
#include <algorithm>
#include <iterator>

#include "rag/document_reader.h"

namespace hearth::app {
namespace {

constexpr qint64 kLargest = 256 * 1024;  // bytes of text; more than any small model can take in
// Words that are longer are hardly the user's own: they are a document.
constexpr qsizetype kLongWords = 1500;

}  // namespace

int Attachments::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant Attachments::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const File& file = *std::next(files_.begin(), index.row());
    switch (role) {
        case Qt::DisplayRole:
        case NameRole:
            return file.name;
        case DetailRole:
            return file.reading          ? tr("Reading…")
                   : file.text.isEmpty() ? tr("Long: answers quote it")
                                         : QLocale().formattedDataSize(file.text.toUtf8().size(), 0);
        case ErrorRole:
            return file.error;
        default:
            return {};
    }
}

QHash<int, QByteArray> Attachments::roleNames() const {
    return {{NameRole, "name"}, {DetailRole, "detail"}, {ErrorRole, "error"}};
}

bool Attachments::reading() const {
    return std::any_of(files_.begin(), files_.end(), [](const File& file) { return file.reading; });
}

Attachments::File Attachments::open(const QUrl& url) {
    File out;
    out.name = url.fileName();
    out.path = QFileInfo(url.toLocalFile()).canonicalFilePath();
    QFile file(url.toLocalFile());
    if (!url.isLocalFile() || QFileInfo(file).isDir()) {
        out.error = tr("Only files of this computer can be attached.");
    } else if (!file.open(QIODevice::ReadOnly)) {
        out.error = tr("It cannot be read: %1").arg(file.errorString());
    } else {
        const QByteArray bytes = file.read(kLargest);
        QStringDecoder decoder(QStringDecoder::Utf8);
        out.text = decoder(bytes);
        // The last character may be cut in two.
        const bool text = (!decoder.hasError() || !file.atEnd()) && !bytes.contains('\0');
        if (!text || bytes.startsWith("%PDF") || bytes.startsWith("{\\rtf")) {
            out.text.clear();
            out.reading = true;
        } else if (!file.atEnd()) {
            out.text.clear();  // only passages of it
        } else if (out.text.trimmed().isEmpty()) {
            out.error = tr("It is empty.");
        }
    }
    return out;
}

Attachments::Read Attachments::readDocument(const std::string& program, const std::string& path,
                                            const base::CancelToken& cancel) {
    const rag::DocumentReader reader(program);
    const auto document = reader.look(path, cancel);
    if (!document) return {{}, QString::fromStdString(document.error().message)};
    const auto parsed = reader.read(*document, cancel);
    if (!parsed) return {{}, QString::fromStdString(parsed.error().message)};
    std::string text;
    for (const rag::Block& block : parsed->blocks) text += block.text + "\n";
    if (text.find_first_not_of(" \n") == std::string::npos) return {{}, tr("There are no words in it.")};
    if (static_cast<qint64>(text.size()) > kLargest) text.clear();  // only passages of it
    return {QString::fromStdString(text), {}};
}

void Attachments::begin(File& file, const QString& path) {
    if (reader_.empty()) {
        const auto program = rag::findReaderProgram();
        if (!program) {
            file.reading = false;
            file.error = QString::fromStdString(program.error().message);
            return;
        }
        reader_ = *program;
    }
    file.task = std::make_unique<BackgroundTask>();
    file.task->run(
        this,
        [program = reader_, path = path.toStdString()](const base::CancelToken& cancel) {
            return readDocument(program, path, cancel);
        },
        [this, id = file.id](const Read& read) { onRead(id, read); });
}

void Attachments::onRead(int id, const Read& read) {
    const auto file =
        std::find_if(files_.begin(), files_.end(), [&](const File& one) { return one.id == id; });
    if (file == files_.end()) return;
    file->reading = false;
    file->text = read.text;
    file->error = read.error;
    const auto row = static_cast<int>(std::distance(files_.begin(), file));
    emit dataChanged(index(row), index(row));
    emit countChanged();
}

void Attachments::add(const QList<QUrl>& files) {
    for (const QUrl& url : files) {
        beginInsertRows({}, count(), count());
        files_.push_back(open(url));
        File& file = files_.back();
        file.id = ++last_;
        if (file.reading) begin(file, url.toLocalFile());
        endInsertRows();
    }
    emit countChanged();
}

void Attachments::addText(const QString& name, const QString& text) {
    File file;
    file.id = ++last_;
    file.name = name;
    file.text = text;
    beginInsertRows({}, count(), count());
    files_.push_back(std::move(file));
    endInsertRows();
    emit countChanged();
}

bool Attachments::paste() {
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (data == nullptr) return false;
    QList<QUrl> files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile()) files += url;
    if (files.isEmpty() && data->hasImage() && !data->hasText()) {
        const QString path = pasteInto(tr("Picture %1").arg(last_ + 1) + QStringLiteral(".png"));
        if (qvariant_cast<QImage>(data->imageData()).save(path)) files += QUrl::fromLocalFile(path);
    }
    if (files.isEmpty()) return data->hasText() && addWords(data->text());
    add(files);
    return true;
}

bool Attachments::addWords(const QString& words) {
    if (words.size() < kLongWords) return false;
    QFile file(pasteInto(tr("Text %1").arg(last_ + 1) + QStringLiteral(".txt")));
    if (!file.open(QIODevice::WriteOnly) || file.write(words.toUtf8()) < 0) return false;
    file.close();
    add({QUrl::fromLocalFile(file.fileName())});
    return true;
}

QString Attachments::pasteInto(const QString& name) {
    if (!pasted_) pasted_ = std::make_unique<QTemporaryDir>();
    return pasted_->filePath(name);
}

void Attachments::remove(int row) {
    if (row < 0 || row >= count()) return;
    beginRemoveRows({}, row, row);
    files_.erase(std::next(files_.begin(), row));
    endRemoveRows();
    emit countChanged();
}

std::vector<AttachedFile> Attachments::take() {
    std::vector<AttachedFile> out;
    for (const File& file : files_)
        if (file.error.isEmpty() && !file.reading)
            out.push_back(
                {file.name.toStdString(), file.text.trimmed().toStdString(), file.path.toStdString()});
    beginResetModel();
    files_.clear();
    endResetModel();
    emit countChanged();
    return out;
}

}  // namespace hearth::app

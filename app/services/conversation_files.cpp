#include "services/conversation_files.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include "exchange/importer.h"

namespace hearth::app {
namespace {

constexpr qint64 kLargestImport = 512LL * 1024 * 1024;

base::Result<std::vector<WholeConversation>> readThem(ConversationStore& store, std::int64_t conversation) {
    std::vector<std::int64_t> ids{conversation};
    if (conversation == 0) {
        auto all = store.conversations();
        if (!all) return tl::unexpected<base::Error>(all.error());
        ids.clear();
        for (const auto& record : *all) ids.push_back(record.id);
    }
    std::vector<WholeConversation> out;
    for (const auto id : ids) {
        auto whole = readWhole(store, id);
        if (!whole) return tl::unexpected<base::Error>(whole.error());
        out.push_back(std::move(*whole));
    }
    return out;
}

base::Result<QString> write(ConversationStore& store, std::int64_t conversation, const QString& path) {
    const auto wholes = readThem(store, conversation);
    if (!wholes) return tl::unexpected<base::Error>(wholes.error());
    std::string text;
    if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)) {
        text = toJson(*wholes);
    } else {
        for (const auto& whole : *wholes) text += (text.empty() ? "" : "\n") + toMarkdown(whole);
    }
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.write(text.data(), static_cast<qint64>(text.size())) >= 0 && file.commit();
    if (!written)
        return base::fail(base::ErrorCode::Io,
                          "The file could not be written: " + file.errorString().toStdString(),
                          path.toStdString());
    const QString name = QFileInfo(path).fileName();
    return wholes->size() == 1
               ? ConversationFiles::tr("The conversation is written to %1.").arg(name)
               : ConversationFiles::tr("%1 conversations are written to %2.").arg(wholes->size()).arg(name);
}

base::Result<QString> read(ConversationStore& store, const QString& path, std::int64_t nowMs) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::NotFound,
                          "The file cannot be read: " + file.errorString().toStdString(), path.toStdString());
    if (file.size() > kLargestImport)
        return base::fail(base::ErrorCode::Unsupported,
                          "The file is larger than 512 MiB; export fewer at a time", path.toStdString());
    auto conversations = readConversations(file.readAll().toStdString());
    if (!conversations) return tl::unexpected<base::Error>(conversations.error());
    const auto count = importConversations(store, std::move(*conversations), nowMs);
    if (!count) return tl::unexpected<base::Error>(count.error());
    QString text = ConversationFiles::tr("Conversations taken in: %1.").arg(count->conversations);
    if (count->alreadyThere > 0)
        text += QLatin1Char(' ') + ConversationFiles::tr("Here already: %1.").arg(count->alreadyThere);
    return text;
}

}  // namespace

ConversationFiles::ConversationFiles(StoreThread& store, ConversationBook& book, QObject* parent)
    : QObject(parent), store_(store), book_(book) {}

void ConversationFiles::tell(const base::Result<QString>& result) {
    QMetaObject::invokeMethod(
        this,
        [this, result] {
            if (!result) emit problem(QString::fromStdString(result.error().text()));
            if (result) emit finished(*result);
        },
        Qt::QueuedConnection);
}

void ConversationFiles::exportTo(qint64 conversation, const QUrl& file) {
    if (conversation != 0 && book_.isOffDisk(conversation))
        return emit problem(tr("A temporary conversation is kept nowhere, so it cannot be exported."));
    store_.post([this, conversation, path = file.toLocalFile()](ConversationStore& store) {
        tell(write(store, conversation, path));
    });
}

void ConversationFiles::importFrom(const QUrl& file) {
    store_.post([this, path = file.toLocalFile(), now = ConversationBook::nowMs()](ConversationStore& store) {
        const auto result = read(store, path, now);
        QMetaObject::invokeMethod(
            this, [this] { book_.loadList(); }, Qt::QueuedConnection);
        tell(result);
    });
}

QString ConversationFiles::fileName(qint64 conversation) const {
    const auto* record = book_.list()->find(conversation);
    QString name = record == nullptr ? tr("Conversations") : QString::fromStdString(record->title);
    for (QChar& c : name)
        if (QStringLiteral("/\\:*?\"<>|").contains(c) || c.unicode() < 32) c = QLatin1Char(' ');
    name = name.simplified();
    while (name.startsWith(QLatin1Char('.'))) name.remove(0, 1);
    return name.isEmpty() ? tr("Conversation") : name.left(80);
}

}  // namespace hearth::app

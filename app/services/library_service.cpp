#include "services/library_service.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QStandardPaths>

#include "models/library_rows.h"

namespace hearth::app {

namespace {

QStringList attachedRoles() {
    return {QStringLiteral("path"), QStringLiteral("name"), QStringLiteral("document"),
            QStringLiteral("passages")};
}

bool isWithin(const QString& path, const QString& folder) {
    return path == folder || folder == QLatin1String("/") || path.startsWith(folder + QLatin1Char('/'));
}

}  // namespace

LibraryService::LibraryService(const std::filesystem::path& dataFolder, QObject* parent)
    : QObject(parent),
      folders_(folderRoles()),
      skipped_(skippedRoles()),
      attached_(attachedRoles()),
      access_(dataFolder),
      keeper_(dataFolder, [this](const LibraryState& state) {
          QMetaObject::invokeMethod(
              this, [this, state] { take(state); }, Qt::QueuedConnection);
      }) {
    if (auto* application = QCoreApplication::instance()) application->installEventFilter(this);
    connect(&search_, &LibrarySearch::hitRequested, this, [this](double document, double chunk) {
        viewer_.setWords(search_.text());
        viewer_.open(document, chunk);
    });
    connect(this, &LibraryService::contentsChanged, &search_, &LibrarySearch::refresh);
}

LibraryService::~LibraryService() = default;

// While the user types, the machine is theirs.
bool LibraryService::eventFilter(QObject* object, QEvent* event) {
    if (event->type() == QEvent::KeyPress) keeper_.noteTyping();
    return QObject::eventFilter(object, event);
}

void LibraryService::take(const LibraryState& state) {
    const bool other = state.contents != state_.contents;
    state_ = state;
    QList<QVariantMap> rows;
    for (const FolderState& folder : state_.folders) rows.append(folderRow(folder));
    folders_.setRows(rows);
    emit changed();
    if (!other) return;
    access_.setStale();
    emit contentsChanged();
    if (!skippedOf_.isEmpty()) showSkipped(skippedOf_);
    if (attachedTo_ != 0) showAttachments(attachedTo_);
}

bool LibraryService::busy() const {
    for (const FolderState& folder : state_.folders)
        if (folder.phase == FolderPhase::Reading || folder.phase == FolderPhase::Waiting) return true;
    return state_.unembedded > 0;
}

void LibraryService::setPaused(bool paused) {
    paused_ = paused;
    keeper_.setPaused(paused);
    emit changed();
}

QString LibraryService::pauseWords() const {
    if (!busy() && !paused_) return {};
    switch (state_.pause) {
        case LibraryPause::None:
            return {};
        case LibraryPause::Asked:
            return tr("Paused. What changes is read when you go on.");
        case LibraryPause::Typing:
            return tr("Waiting while you type.");
        case LibraryPause::Battery:
            return tr("Waiting for mains power. You can have me read on battery too, in the settings.");
    }
    return {};
}

QString LibraryService::summary() const {
    std::int64_t documents = 0;
    for (const FolderState& folder : state_.folders) documents += folder.counts.documents;
    return tr("%Ln document(s)", nullptr, static_cast<int>(documents)) + QStringLiteral(" · ") +
           tr("the index takes %1").arg(bytesWords(state_.bytes));
}

QString LibraryService::catchingUp() const {
    if (state_.unembedded == 0) return {};
    return tr("%Ln passage(s) are found by their words so far; by their meaning soon.", nullptr,
              static_cast<int>(state_.unembedded));
}

void LibraryService::addFolders(const QList<QUrl>& urls) {
    for (const QUrl& url : urls) {
        const QFileInfo file(url.toLocalFile());
        const QString path = QFileInfo(file.absoluteFilePath()).canonicalFilePath();
        if (!url.isLocalFile() || path.isEmpty() || !file.isDir()) {
            emit said(tr("%1 is no folder of this computer. Files can be attached to a conversation.")
                          .arg(file.fileName()));
            continue;
        }
        QString with;
        for (const FolderState& folder : state_.folders)
            if (const QString one = QString::fromStdString(folder.folder.path); isWithin(path, one))
                with = one;
        if (!with.isEmpty())
            emit said(tr("%1 is in the library already, with %2.").arg(path, with));
        else
            keeper_.addFolder(path.toStdString());
    }
}

QVariantList LibraryService::suggested() const {
    QVariantList out;
    for (const auto place : {QStandardPaths::DocumentsLocation, QStandardPaths::DownloadLocation}) {
        const QFileInfo folder(QStandardPaths::writableLocation(place));
        if (!folder.isDir() || folder.absoluteFilePath() == QDir::homePath()) continue;
        out.append(QVariantMap{{QStringLiteral("name"), folder.fileName()},
                               {QStringLiteral("url"), QUrl::fromLocalFile(folder.absoluteFilePath())}});
    }
    return out;
}

void LibraryService::removeFolder(const QString& path) {
    keeper_.removeFolder(path.toStdString());
}

void LibraryService::setRules(const QString& path, const QString& exclude, bool hidden) {
    rag::FolderRules rules;
    rules.hidden = hidden;
    for (const QString& line : exclude.split(QLatin1Char('\n')))
        if (const QString pattern = line.trimmed(); !pattern.isEmpty())
            rules.exclude.push_back(pattern.toStdString());
    keeper_.setRules(path.toStdString(), rules);
}

void LibraryService::lookAgain(const QString& path) {
    keeper_.lookAgain(path.toStdString());
}

void LibraryService::showSkipped(const QString& path) {
    if (skippedOf_ != path) skipped_.setRows({});
    skippedOf_ = path;
    if (path.isEmpty()) return;
    access_.run(
        this,
        [folder = path.toStdString()](rag::Library& library) { return library.store().skippedUnder(folder); },
        [this, path](const base::Result<std::vector<rag::SkippedDocument>>& found) {
            if (skippedOf_ != path || !found) return;
            QList<QVariantMap> rows;
            for (const rag::SkippedDocument& document : *found) rows.append(skippedRow(document));
            skipped_.setRows(rows);
        });
}

void LibraryService::openPassage(double documentId, double chunkId) {
    search_.setNoneShown();
    viewer_.setWords({});
    viewer_.open(documentId, chunkId);
    emit passageRequested();
}

void LibraryService::openOutside(const QString& path) {
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        emit said(tr("The desktop has no program for %1.").arg(path));
}

void LibraryService::attach(qint64 conversation, const QUrl& file) {
    const QString path = QFileInfo(file.toLocalFile()).canonicalFilePath();
    if (!file.isLocalFile() || path.isEmpty()) {
        emit attachmentRefused(conversation, file.toString(), tr("It is no file of this computer."));
        return;
    }
    attachOne(conversation, path, {});
}

// `held` is let go of once it is done.
void LibraryService::attachOne(qint64 conversation, const QString& path, std::shared_ptr<void> held) {
    keeper_.attach(conversation, path.toStdString(),
                   [this, conversation, path, held](const base::Result<std::size_t>& read) {
                       QMetaObject::invokeMethod(
                           this,
                           [this, conversation, path, read] {
                               if (read)
                                   emit attachedDone(conversation, path, static_cast<int>(*read));
                               else
                                   emit attachmentRefused(conversation, path,
                                                          QString::fromStdString(read.error().message));
                           },
                           Qt::QueuedConnection);
                   });
}

std::shared_future<void> LibraryService::attachAll(qint64 conversation, const QStringList& paths) {
    const auto promise = std::make_shared<std::promise<void>>();
    // The last one to be done, or dropped, keeps it.
    const std::shared_ptr<void> held(nullptr, [promise](void*) { promise->set_value(); });
    for (const QString& path : paths) attachOne(conversation, path, held);
    return promise->get_future().share();
}

void LibraryService::detach(qint64 conversation, const QString& path) {
    keeper_.detach(conversation, path.toStdString());
}

void LibraryService::showAttachments(qint64 conversation) {
    if (attachedTo_ != conversation) attached_.setRows({});
    attachedTo_ = conversation;
    const auto& with = state_.attached;
    if (std::find(with.begin(), with.end(), conversation) == with.end()) return attached_.setRows({});
    access_.run(
        this,
        [conversation](rag::Library& library) {
            rag::SearchFilter filter;
            filter.folders = {rag::attachmentFolder(conversation)};
            return library.store().documents(filter);
        },
        [this, conversation](const base::Result<std::vector<rag::StoredDocument>>& found) {
            if (attachedTo_ != conversation || !found) return;
            QList<QVariantMap> rows;
            for (const rag::StoredDocument& one : *found) {
                const QString path = QString::fromStdString(rag::filePath(one.document.path));
                rows.append({{QStringLiteral("path"), path},
                             {QStringLiteral("name"), QFileInfo(path).fileName()},
                             {QStringLiteral("document"), static_cast<double>(one.id)},
                             {QStringLiteral("passages"), static_cast<int>(one.chunks)}});
            }
            attached_.setRows(rows);
        });
}

std::vector<std::string> LibraryService::scope(qint64 conversation, const QStringList& chosen) const {
    std::vector<std::string> out;
    for (const QString& folder : chosen) out.push_back(folder.toStdString());
    const auto& with = state_.attached;
    if (std::find(with.begin(), with.end(), conversation) == with.end()) return out;
    if (out.empty()) out.push_back("/");
    out.push_back(rag::attachmentFolder(conversation));
    return out;
}

}  // namespace hearth::app

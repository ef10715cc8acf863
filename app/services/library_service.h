// The user's documents as the window shows them: the folders that were given and how far each is read, what
// could not be read, searching, and the place where a passage stands. Lives on the GUI thread; reading and
// searching have threads of their own.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QUrl>
#include <filesystem>
#include <future>
#include <memory>

#include "library/library_keeper.h"
#include "models/row_model.h"
#include "services/document_viewer.h"
#include "services/library_access.h"
#include "services/library_search.h"

namespace hearth::app {

class LibraryService : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    // Roles: path, name, place, phase ("waiting", "reading", "ready", "missing", "failed"), counts, activity,
    // share (0 to 1, of what is being read), skipped (number), changedAt, problem, exclude, includeHidden.
    Q_PROPERTY(hearth::app::RowModel* folders READ folders CONSTANT)
    // Of the folder of showSkipped(). Roles: path, name, place, reason, message.
    Q_PROPERTY(hearth::app::RowModel* skipped READ skipped CONSTANT)
    // Of the conversation of showAttachments(). Roles: path, name, document (id), passages.
    Q_PROPERTY(hearth::app::RowModel* attached READ attached CONSTANT)
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(bool paused READ paused WRITE setPaused NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)                 // something is read or is to be
    Q_PROPERTY(QString pauseWords READ pauseWords NOTIFY changed)  // why nothing is read now; may be empty
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString catchingUp READ catchingUp NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(hearth::app::LibrarySearch* search READ search CONSTANT)
    Q_PROPERTY(hearth::app::DocumentViewer* viewer READ viewer CONSTANT)
  public:
    explicit LibraryService(const std::filesystem::path& dataFolder, QObject* parent = nullptr);
    ~LibraryService() override;

    RowModel* folders() { return &folders_; }
    RowModel* skipped() { return &skipped_; }
    RowModel* attached() { return &attached_; }
    bool loading() const { return !state_.known; }
    bool busy() const;
    bool paused() const { return paused_; }
    void setPaused(bool paused);
    void setBatteryAllowed(bool allowed) { keeper_.setBatteryAllowed(allowed); }
    QString pauseWords() const;
    QString summary() const;
    QString catchingUp() const;
    QString problem() const { return QString::fromStdString(state_.problem); }
    LibrarySearch* search() { return &search_; }
    DocumentViewer* viewer() { return &viewer_; }

    // The user's own folders that one would begin with: {name, url}.
    Q_INVOKABLE QVariantList suggested() const;
    // Folders of this computer; files among them are refused with a word.
    Q_INVOKABLE void addFolders(const QList<QUrl>& urls);
    Q_INVOKABLE void removeFolder(const QString& path);
    // `exclude`: patterns, one a line.
    Q_INVOKABLE void setRules(const QString& path, const QString& exclude, bool hidden);
    Q_INVOKABLE void lookAgain(const QString& path = {});
    Q_INVOKABLE void showSkipped(const QString& path);

    // Shows the document at the passage: the window goes to the library's viewer.
    Q_INVOKABLE void openPassage(double documentId, double chunkId);
    // In the program that the desktop has for it.
    Q_INVOKABLE void openOutside(const QString& path);

    // A file for one conversation alone: attachedDone() or problem follows.
    Q_INVOKABLE void attach(qint64 conversation, const QUrl& file);
    // Several; ready once all of them can be searched, or were refused.
    std::shared_future<void> attachAll(qint64 conversation, const QStringList& paths);
    Q_INVOKABLE void detach(qint64 conversation, const QString& path);
    Q_INVOKABLE void showAttachments(qint64 conversation);
    void dropAttachments(qint64 conversation) { keeper_.dropAttachments(conversation); }
    void keepAttachments(const std::vector<std::int64_t>& conversations) {
        keeper_.keepAttachments(conversations);
    }
    // What a search for this conversation looks into: the folders of `chosen`, all where it is empty, and
    // what is attached to it. For rag::SearchFilter.
    std::vector<std::string> scope(qint64 conversation, const QStringList& chosen) const;

  signals:
    void changed();
    void contentsChanged();  // what can be found is other than before
    void passageRequested();
    void said(const QString& text);
    void attachedDone(qint64 conversation, const QString& path, int passages);
    void attachmentRefused(qint64 conversation, const QString& path, const QString& reason);

  protected:
    bool eventFilter(QObject* object, QEvent* event) override;  // typing

  private:
    void take(const LibraryState& state);
    void attachOne(qint64 conversation, const QString& path, std::shared_ptr<void> held);

    LibraryState state_;
    bool paused_ = false;
    RowModel folders_, skipped_, attached_;
    QString skippedOf_;
    qint64 attachedTo_ = 0;
    LibraryAccess access_;
    LibrarySearch search_{access_};
    DocumentViewer viewer_{access_};
    LibraryKeeper keeper_;  // last: nothing may arrive for what is gone
};

}  // namespace hearth::app

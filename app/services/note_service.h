// The user's notes and lists as rows. What the page changes goes through the desk as whole files. Lives on
// the GUI thread; the desk must outlive it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "models/row_model.h"
#include "services/desk_service.h"

namespace hearth::app {

class NoteService : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(bool loading READ loading NOTIFY loaded)
    // Roles: path, title, text (the file's), excerpt, when.
    Q_PROPERTY(hearth::app::RowModel* notes READ notes CONSTANT)
    // Roles: path, title, open (count), items: a list of {text, done, line}.
    Q_PROPERTY(hearth::app::RowModel* lists READ lists CONSTANT)
  public:
    explicit NoteService(DeskService& desk, QObject* parent = nullptr);

    bool loading() const { return !ready_; }
    RowModel* notes() { return &notes_; }
    RowModel* lists() { return &lists_; }

    Q_INVOKABLE void start();
    // `path` empty: a new note. The first line of a new one is its title.
    Q_INVOKABLE void saveNote(const QString& path, const QString& title, const QString& text);
    Q_INVOKABLE void removeNote(const QString& path, const QString& title);
    Q_INVOKABLE void newList(const QString& title);
    Q_INVOKABLE void addItem(const QString& path, const QString& text);
    Q_INVOKABLE void setDone(const QString& path, int line, bool done);
    Q_INVOKABLE void renameItem(const QString& path, int line, const QString& text);
    Q_INVOKABLE void removeItem(const QString& path, int line);
    Q_INVOKABLE void removeList(const QString& path, const QString& title);

  signals:
    void loaded();

  private:
    void read();
    // Reads the list's file, changes its lines, and has the whole written.
    void changeLines(const QString& path, const std::function<void(QStringList&)>& change);

    DeskService& desk_;
    bool started_ = false;
    bool ready_ = false;
    RowModel notes_;
    RowModel lists_;
};

}  // namespace hearth::app

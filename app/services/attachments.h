// Files that go with the next message. What they say is data, never the user's words: it stays beside the
// message. Texts are read at once; documents and pictures in the background, by the program that reads
// documents. Lives on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QTemporaryDir>
#include <QUrl>
#include <list>
#include <memory>
#include <string>
#include <vector>

#include "platform/background_task.h"
#include "store/records.h"

namespace hearth::app {

class Attachments : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the chat")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool reading READ reading NOTIFY countChanged)
  public:
    enum Role { NameRole = Qt::UserRole + 1, DetailRole, ErrorRole };

    explicit Attachments(QObject* parent = nullptr) : QAbstractListModel(parent) {}
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(files_.size()); }
    bool reading() const;  // a file's text is still to come

    // `program` reads documents; without this, the one that is installed.
    void useReader(std::string program) { reader_ = std::move(program); }
    // Reads them all. One that has no text or is gone is listed with the reason and not sent; of one with
    // more text than a message can hold, only passages can be found.
    Q_INVOKABLE void add(const QList<QUrl>& files);
    // What another program says under a name of its own: words of strangers, as those of files are.
    void addText(const QString& name, const QString& text);
    // Takes files, a picture or a long text from the clipboard. False where it holds none of these, but
    // perhaps words.
    Q_INVOKABLE bool paste();
    // A long text becomes a file. False: it is short, and may be the user's own words.
    Q_INVOKABLE bool addWords(const QString& words);
    Q_INVOKABLE void remove(int row);

    // Those that can be sent; nothing is attached any more.
    std::vector<AttachedFile> take();

  signals:
    void countChanged();

  private:
    struct File {
        int id = 0;
        QString name;
        QString path;
        QString text;
        QString error;
        bool reading = false;
        std::unique_ptr<BackgroundTask> task;  // while it is read; destroyed with it
    };
    // What a document says, or why it says nothing.
    struct Read {
        QString text;
        QString error;
    };
    static File open(const QUrl& url);
    static Read readDocument(const std::string& program, const std::string& path,
                             const base::CancelToken& cancel);
    void begin(File& file, const QString& path);
    void onRead(int id, const Read& read);
    QString pasteInto(const QString& name);

    std::list<File> files_;
    int last_ = 0;
    std::string reader_;
    std::unique_ptr<QTemporaryDir> pasted_;  // what was on the clipboard
};

}  // namespace hearth::app

// Conversations to and from files, as the page's dialogs choose them. Lives on the GUI thread; the store's
// thread does the work. Store thread and book must outlive it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QUrl>

#include "services/conversation_book.h"

namespace hearth::app {

class ConversationFiles : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
  public:
    ConversationFiles(StoreThread& store, ConversationBook& book, QObject* parent = nullptr);
    ~ConversationFiles() override { store_.finish(); }  // its jobs speak to this object

    // Writes one, or all (0): JSON with everything where the name ends in .json, else Markdown to read.
    Q_INVOKABLE void exportTo(qint64 conversation, const QUrl& file);
    // Markdown or JSON of Hearth, or ChatGPT's conversations.json.
    Q_INVOKABLE void importFrom(const QUrl& file);
    // A name for a file of this conversation, without letters that file systems refuse.
    Q_INVOKABLE QString fileName(qint64 conversation) const;

  signals:
    void finished(const QString& text);  // what was written or taken in
    void problem(const QString& text);

  private:
    void tell(const base::Result<QString>& result);  // on the store's thread

    StoreThread& store_;
    ConversationBook& book_;
};

}  // namespace hearth::app

// The document that is shown: its passages in reading order, the one that was asked for, and its pages as
// pictures where it has some. Lives on the GUI thread; `access` must outlive it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "models/page_view.h"
#include "models/row_model.h"
#include "services/library_access.h"

namespace hearth::app {

class DocumentViewer : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(bool shown READ shown NOTIFY changed)
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString path READ path NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)  // the folder, in words
    Q_PROPERTY(QString glyph READ glyph NOTIFY changed)
    Q_PROPERTY(QString warnings READ warnings NOTIFY changed)
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY changed)  // that are to stand out
    // Of the document, around the passage. Roles: key (chunk), text (styled), plain, heading, at, page,
    // wanted.
    Q_PROPERTY(hearth::app::RowModel* passages READ passages CONSTANT)
    Q_PROPERTY(int wantedRow READ wantedRow NOTIFY changed)  // of the passage that was asked for; -1: none
    Q_PROPERTY(hearth::app::PageView* pages READ pages CONSTANT)
    Q_PROPERTY(double document READ document NOTIFY changed)
    Q_PROPERTY(double chunk READ chunk NOTIFY changed)
  public:
    explicit DocumentViewer(LibraryAccess& access, QObject* parent = nullptr);

    bool shown() const { return document_ != 0; }
    bool loading() const { return loading_; }
    QString problem() const { return problem_; }
    QString title() const { return title_; }
    QString path() const { return path_; }
    QString place() const { return place_; }
    QString glyph() const { return glyph_; }
    QString warnings() const { return warnings_; }
    QString words() const { return words_; }
    void setWords(const QString& words) { words_ = words; }
    RowModel* passages() { return &passages_; }
    PageView* pages() { return &pages_; }
    int wantedRow() const { return wantedRow_; }
    double document() const { return static_cast<double>(document_); }
    double chunk() const { return static_cast<double>(chunk_); }

    // `chunk` 0: its beginning.
    Q_INVOKABLE void open(double document, double chunk);
    Q_INVOKABLE void close();

  signals:
    void changed();

  private:
    struct Shown {
        rag::StoredDocument document;
        std::vector<rag::StoredChunk> chunks;
    };
    static base::Result<Shown> read(rag::Library& library, std::int64_t document, std::int64_t chunk);
    void show(const base::Result<Shown>& shown);

    LibraryAccess& access_;
    std::int64_t document_ = 0, chunk_ = 0;
    int asked_ = 0;
    bool loading_ = false;
    QString problem_, title_, path_, place_, glyph_, warnings_, words_;
    int wantedRow_ = -1;
    RowModel passages_;
    PageView pages_;
};

}  // namespace hearth::app

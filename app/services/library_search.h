// Finding passages as the user types: words, a folder, kinds of documents and a time, and what was found. It
// also knows which of them is shown, so that one can go to the next. Lives on the GUI thread; `access` must
// outlive it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QTimer>

#include "models/row_model.h"
#include "services/library_access.h"

namespace hearth::app {

class LibrarySearch : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY changed)  // "" for all
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY changed)            // of kindNames; 0 for all
    Q_PROPERTY(int time READ time WRITE setTime NOTIFY changed)            // of timeNames; 0 for all
    Q_PROPERTY(QStringList kindNames READ kindNames CONSTANT)
    Q_PROPERTY(QStringList timeNames READ timeNames CONSTANT)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool searched READ searched NOTIFY changed)  // `results` is of these words
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    // Roles: chunk, document, title, path, place, at, heading, date, snippet (styled), plain.
    Q_PROPERTY(hearth::app::RowModel* results READ results CONSTANT)
    Q_PROPERTY(int shown READ shown NOTIFY changed)  // row of the result that the viewer shows; -1: none
  public:
    explicit LibrarySearch(LibraryAccess& access, QObject* parent = nullptr);

    QString text() const { return text_; }
    void setText(const QString& text);
    QString folder() const { return folder_; }
    void setFolder(const QString& folder);
    int kind() const { return kind_; }
    void setKind(int kind);
    int time() const { return time_; }
    void setTime(int time);
    QStringList kindNames() const;
    QStringList timeNames() const;
    bool busy() const { return busy_; }
    bool searched() const { return searched_; }
    QString summary() const { return summary_; }
    QString problem() const { return problem_; }
    RowModel* results() { return &results_; }
    // Keeps nothing out but the words.
    Q_INVOKABLE void clearFilters();

    int shown() const { return shown_; }
    // hitRequested() follows.
    Q_INVOKABLE void show(int row);
    void setNoneShown();

    void refresh();  // the library is other than before

  signals:
    void changed();
    void hitRequested(double document, double chunk);

  private:
    template <typename Value>
    void set(Value& now, const Value& wanted) {
        if (now == wanted) return;
        now = wanted;
        again();
    }
    void again();
    void find();
    rag::RetrievalRequest request() const;
    void take(const base::Result<rag::Retrieval>& found);

    LibraryAccess& access_;
    QString text_, folder_;
    int kind_ = 0, time_ = 0;
    bool busy_ = false, searched_ = false;
    int shown_ = -1;
    int asked_ = 0;  // searches so far: what an earlier one gives is dropped
    QString summary_, problem_;
    RowModel results_;
    QTimer pause_;  // until the user has typed
};

}  // namespace hearth::app

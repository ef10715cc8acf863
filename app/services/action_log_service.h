// The log of actions as rows: what was done, when, at whose request, and whether it can still be taken back.
// Lives on the GUI thread; desk and conversations must outlive it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "models/row_model.h"
#include "services/desk_service.h"

namespace hearth::app {

class ConversationBook;

class ActionLogService : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(bool loading READ loading NOTIFY loaded)
    Q_PROPERTY(QString problem READ problem NOTIFY loaded)
    Q_PROPERTY(bool more READ more NOTIFY loaded)  // there are older ones
    Q_PROPERTY(Filter filter READ filter WRITE setFilter NOTIFY filterChanged)
    // Roles: key, verb, glyph, text (what happened), when, section, phase ("done", "failed", "lost",
    // "undone"), undoable, request (the words that led to it; empty: none), conversation (0: none), source
    // ("page", "asked"), automatic.
    Q_PROPERTY(hearth::app::RowModel* list READ list CONSTANT)
  public:
    enum class Filter { All, Calendar, Reminders, Notes, Failed };
    Q_ENUM(Filter)

    ActionLogService(DeskService& desk, ConversationBook& book, QObject* parent = nullptr);

    bool loading() const { return !ready_; }
    QString problem() const { return problem_; }
    bool more() const { return more_; }
    Filter filter() const { return filter_; }
    void setFilter(Filter filter);
    RowModel* list() { return &list_; }

    Q_INVOKABLE void start();
    Q_INVOKABLE void readMore();

  signals:
    void loaded();
    void filterChanged();

  private:
    void read();
    void show(const agent::DeskRows<agent::DeskLogRow>& log);
    void askForRequests();
    bool passes(const QVariantMap& row) const;
    void fill();

    DeskService& desk_;
    ConversationBook& book_;
    bool started_ = false;
    bool ready_ = false;
    bool more_ = false;
    int limit_;
    QString problem_;
    Filter filter_ = Filter::All;
    QList<QVariantMap> rows_;               // unfiltered
    QHash<QString, QVariantMap> requests_;  // by action id: {request, conversation}
    RowModel list_;
};

}  // namespace hearth::app

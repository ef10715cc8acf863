// The page's reminders, alarms and timers, and its notes and lists, as rows: read when the page is shown and
// again when files change. What forms do goes through the desk. Lives on the GUI thread; the desk must
// outlive it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "models/row_model.h"
#include "services/desk_service.h"

namespace hearth::app {

class ReminderService : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(bool loading READ loading NOTIFY loaded)
    Q_PROPERTY(QString problems READ problems NOTIFY loaded)
    // Roles: key, uid, kind ("reminder", "alarm", "timer"), phase ("upcoming", "due", "paused"), title,
    // when, start (as forms have it), due (ms since 1970), secondsLeft (of a paused timer), snoozed (words;
    // empty: not), repeats, rule, ruleWords. Timers first, then what is due, then what comes.
    Q_PROPERTY(hearth::app::RowModel* list READ list CONSTANT)
  public:
    explicit ReminderService(DeskService& desk, QObject* parent = nullptr);

    bool loading() const { return !ready_; }
    QString problems() const { return problems_; }
    RowModel* list() { return &list_; }

    Q_INVOKABLE void start();
    // Lets it ring again in `minutes`.
    Q_INVOKABLE void snooze(const QString& uid, int minutes);
    // It rang, or is done before it did: a timer or an alarm stops.
    Q_INVOKABLE void finish(const QString& uid);
    // "2026-11-22T17:00", an hour from now.
    Q_INVOKABLE QString nextHour() const;

  signals:
    void loaded();
    void snoozed(const QString& until);

  private:
    void read();

    DeskService& desk_;
    bool started_ = false;
    bool ready_ = false;
    QString problems_;
    RowModel list_;
};

// The call that marks a reminder, alarm or timer as done; nothing where it is gone or comes again by itself.
std::optional<agent::Call> finishing(agent::Desk& desk, const std::string& uid);

}  // namespace hearth::app

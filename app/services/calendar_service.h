// What the calendar page shows: the days of a month or a week with their events, the events of a day that was
// chosen, and the agenda of what is to come. Reads what is in sight, again when files change and at midnight.
// Lives on the GUI thread; the desk must outlive it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QDate>
#include <QObject>
#include <QTimer>
#include <vector>

#include "models/row_model.h"
#include "services/desk_service.h"

namespace hearth::app {

class CalendarService : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(View view READ view WRITE setView NOTIFY rangeChanged)
    Q_PROPERTY(QString title READ title NOTIFY rangeChanged)
    Q_PROPERTY(QString chosenDay READ chosenDay NOTIFY rangeChanged)      // "2026-11-23"
    Q_PROPERTY(QString chosenTitle READ chosenTitle NOTIFY rangeChanged)  // "Tomorrow"
    Q_PROPERTY(QStringList weekdays READ weekdays CONSTANT)
    Q_PROPERTY(bool loading READ loading NOTIFY loaded)
    Q_PROPERTY(QString problems READ problems NOTIFY loaded)
    Q_PROPERTY(int allDayLanes READ allDayLanes NOTIFY loaded)  // of the week
    // Of a month 42, of a week 7; see calendar_rows.h for the roles.
    Q_PROPERTY(hearth::app::RowModel* days READ days CONSTANT)
    Q_PROPERTY(hearth::app::RowModel* dayEvents READ dayEvents CONSTANT)
    Q_PROPERTY(hearth::app::RowModel* blocks READ blocks CONSTANT)  // of the week
    Q_PROPERTY(hearth::app::RowModel* agenda READ agenda CONSTANT)
  public:
    enum class View { Month, Week, Agenda };
    Q_ENUM(View)

    explicit CalendarService(DeskService& desk, QObject* parent = nullptr);

    View view() const { return view_; }
    void setView(View view);
    QString title() const;
    QString chosenDay() const { return chosen_.toString(Qt::ISODate); }
    QString chosenTitle() const;
    static QStringList weekdays();
    bool loading() const { return !ready_; }
    QString problems() const { return problems_; }
    int allDayLanes() const { return allDayLanes_; }
    RowModel* days() { return &days_; }
    RowModel* dayEvents() { return &dayEvents_; }
    RowModel* blocks() { return &blocks_; }
    RowModel* agenda() { return &agenda_; }

    Q_INVOKABLE void start();       // the page is shown: nothing is read before
    Q_INVOKABLE void step(int by);  // months, weeks, or of the agenda four weeks
    Q_INVOKABLE void goToday();
    Q_INVOKABLE void choose(const QString& day);
    // The form of a new event on a day: its start and end, the next full hour of today or ten o'clock.
    Q_INVOKABLE QVariantMap newEvent(const QString& day) const;

    // What a form's fields show and take: "2026-11-23" as the locale writes it, and back; the same for
    // "12:00". Empty where it is none.
    Q_INVOKABLE static QString dayText(const QString& day);
    Q_INVOKABLE static QString readDay(const QString& text);
    Q_INVOKABLE static QString timeText(const QString& time);
    Q_INVOKABLE static QString readTime(const QString& text);

  signals:
    void rangeChanged();
    void loaded();

  private:
    QDate firstDay() const;
    int dayCount() const;
    void read();
    void show(const agent::DeskRows<agent::DeskEvent>& events);
    void fillDays();

    DeskService& desk_;
    View view_ = View::Month;
    QDate today_;
    QDate chosen_;
    bool started_ = false;
    bool ready_ = false;
    int reading_ = 0;  // the number of the last reading that was begun: older ones are stale
    int allDayLanes_ = 0;
    QString problems_;
    std::vector<agent::DeskEvent> events_;
    RowModel days_;
    RowModel dayEvents_;
    RowModel blocks_;
    RowModel agenda_;
    QTimer midnight_;
};

}  // namespace hearth::app

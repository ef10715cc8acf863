#include "services/calendar_service.h"

#include <QLocale>

#include "models/calendar_rows.h"
#include "models/day_words.h"

namespace hearth::app {
namespace {

constexpr int kMonthDays = 42;
constexpr int kWeekDays = 7;
constexpr int kAgendaDays = 56;
constexpr int kAgendaStep = 28;
constexpr int kLookAtClockMs = 60000;

QDate weekStart(QDate day) {
    const int first = QLocale().firstDayOfWeek();
    return day.addDays(-((day.dayOfWeek() - first + 7) % 7));
}

}  // namespace

CalendarService::CalendarService(DeskService& desk, QObject* parent)
    : QObject(parent),
      desk_(desk),
      today_(QDate::currentDate()),
      chosen_(today_),
      days_(dayRoles()),
      dayEvents_(eventRoles()),
      blocks_(blockRoles()),
      agenda_(eventRoles()) {
    connect(&desk_, &DeskService::changed, this, [this] { read(); });
    midnight_.setInterval(kLookAtClockMs);
    connect(&midnight_, &QTimer::timeout, this, [this] {
        if (QDate::currentDate() != today_) read();
    });
}

void CalendarService::start() {
    if (started_) return;
    started_ = true;
    midnight_.start();
    read();
}

void CalendarService::setView(View view) {
    if (view_ == view) return;
    view_ = view;
    read();
}

QDate CalendarService::firstDay() const {
    if (view_ == View::Agenda) return chosen_;
    return weekStart(view_ == View::Week ? chosen_ : QDate(chosen_.year(), chosen_.month(), 1));
}

int CalendarService::dayCount() const {
    return view_ == View::Month ? kMonthDays : view_ == View::Week ? kWeekDays : kAgendaDays;
}

QString CalendarService::title() const {
    if (view_ == View::Month) return monthWords(chosen_);
    if (view_ == View::Agenda) return dayWords(chosen_, today_);
    const QDate last = firstDay().addDays(kWeekDays - 1);
    return tr("%1 – %2").arg(QLocale().toString(firstDay(), QLocale::ShortFormat),
                             QLocale().toString(last, QLocale::ShortFormat));
}

QString CalendarService::chosenTitle() const {
    return dayWords(chosen_, today_);
}

QStringList CalendarService::weekdays() {
    QStringList names;
    for (int i = 0; i < 7; ++i)
        names.append(
            QLocale().standaloneDayName((QLocale().firstDayOfWeek() - 1 + i) % 7 + 1, QLocale::ShortFormat));
    return names;
}

void CalendarService::step(int by) {
    if (view_ == View::Month)
        chosen_ = chosen_.addMonths(by);
    else
        chosen_ = chosen_.addDays(by * (view_ == View::Week ? kWeekDays : kAgendaStep));
    read();
}

void CalendarService::goToday() {
    chosen_ = QDate::currentDate();
    read();
}

void CalendarService::choose(const QString& day) {
    const QDate date = QDate::fromString(day, Qt::ISODate);
    if (!date.isValid()) return;
    const QDate before = firstDay();
    chosen_ = date;
    if (firstDay() != before) return read();
    fillDays();
    emit rangeChanged();
}

QVariantMap CalendarService::newEvent(const QString& day) const {
    constexpr int kMorning = 10;
    constexpr int kLastHour = 22;
    const QDate date = QDate::fromString(day, Qt::ISODate);
    const int next = QTime::currentTime().hour() + 1;
    const int hour = date == today_ && next <= kLastHour ? next : kMorning;
    const QDateTime start(date.isValid() ? date : today_, QTime(hour, 0));
    return {{QStringLiteral("key"), QString()},
            {QStringLiteral("start"), isoText(start, false)},
            {QStringLiteral("end"), isoText(start.addSecs(3600), false)},
            {QStringLiteral("allDay"), false},
            {QStringLiteral("reminder"), QStringLiteral("900")}};
}

QString CalendarService::dayText(const QString& day) {
    const QDate date = QDate::fromString(day, Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, dayFieldFormat()) : QString();
}

QString CalendarService::readDay(const QString& text) {
    return dayFrom(text).toString(Qt::ISODate);
}

QString CalendarService::timeText(const QString& time) {
    const QTime read = QTime::fromString(time, QStringLiteral("HH:mm"));
    return read.isValid() ? timeWords(read) : QString();
}

QString CalendarService::readTime(const QString& text) {
    return timeFrom(text).toString(QStringLiteral("HH:mm"));
}

void CalendarService::read() {
    emit rangeChanged();
    if (!started_) return;
    const int number = ++reading_;
    desk_.run(
        this,
        [first = toCivil(firstDay()), days = dayCount()](agent::Desk& desk) {
            return desk.events(first, days);
        },
        [this, number](const agent::DeskRows<agent::DeskEvent>& events) {
            if (number == reading_) show(events);
        });
}

void CalendarService::show(const agent::DeskRows<agent::DeskEvent>& events) {
    today_ = toQDateTime(events.now).date();
    events_ = events.rows;
    QStringList problems;
    for (const auto& problem : events.problems) problems.append(QString::fromStdString(problem));
    problems_ = problems.join(QLatin1Char('\n'));
    ready_ = true;
    fillDays();
    if (view_ == View::Agenda) agenda_.setRows(agendaRows(events_, chosen_, today_));
    if (view_ == View::Week) {
        const auto week = weekBlocks(events_, firstDay());
        allDayLanes_ = week.allDayLanes;
        blocks_.setRows(week.rows);
    }
    emit loaded();
    emit rangeChanged();
}

void CalendarService::fillDays() {
    if (view_ != View::Agenda) days_.setRows(dayRows(events_, firstDay(), dayCount(), chosen_, today_));
    dayEvents_.setRows(eventsOfDay(events_, chosen_, today_));
}

}  // namespace hearth::app

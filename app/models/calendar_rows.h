// Events as rows for the views of the calendar: days with what happens on them, a week's blocks side by side,
// an agenda. Pure functions of events and days.
#pragma once

#include <QDate>
#include <QStringList>
#include <QVariantMap>
#include <vector>

#include "agent/desk.h"

namespace hearth::app {

// "2026-11-23T12:00", or the date alone.
QString isoText(const QDateTime& time, bool dateOnly);

// Roles: day ("2026-11-23"), number, inMonth, today, chosen, words (for a screen reader), events: a list of
// {key, title, time, allDay}. `first`: of the view; a day of another month than the chosen one's is not
// inMonth.
QStringList dayRoles();
QList<QVariantMap> dayRows(const std::vector<agent::DeskEvent>& events, QDate first, int days, QDate chosen,
                           QDate today);

// Roles: rowId (key and day), key, title, time, location, description, people, start, end (as forms have
// them), allDay, repeats, changed, rule, ruleWords, reminder, day, section, file.
QStringList eventRoles();
QList<QVariantMap> eventsOfDay(const std::vector<agent::DeskEvent>& events, QDate day, QDate today);
// Every day from `first` on that has events; one of several days stands at its first day in sight.
QList<QVariantMap> agendaRows(const std::vector<agent::DeskEvent>& events, QDate first, QDate today);

// Roles: those of an event and column (0 … 6), columns (days it spans, of whole days), startMinute and length
// in minutes of the clock, lane and lanes: where it stands among those at the same time.
QStringList blockRoles();
struct WeekBlocks {
    QList<QVariantMap> rows;
    int allDayLanes = 0;
};
WeekBlocks weekBlocks(const std::vector<agent::DeskEvent>& events, QDate first);

}  // namespace hearth::app

// Days and times as people say them, in the language and the manner of the desktop's locale. Pure functions.
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

namespace hearth::app {

// "Today", "Tomorrow", "Wednesday, 25 November", with the year where it is not this one.
QString dayWords(QDate day, QDate today);
// "12:00", "3:30 PM".
QString timeWords(QTime time);
// "12:00–13:30"; of an event over several days with the days; "all day".
QString spanWords(const QDateTime& start, const QDateTime& end, bool allDay);
// "November 2026".
QString monthWords(QDate day);
// The locale's short date with all of the year: "23/11/2026".
QString dayFieldFormat();
// What was typed as a day or a time: as the locale writes it, or as 2026-11-23 and 12:00, also "12" and
// "3:30 pm". Not valid where it is none.
QDate dayFrom(const QString& text);
QTime timeFrom(const QString& text);
// What a rule of repetition says: "every week", or "repeats" where it says more than that.
QString ruleWords(const QString& rule);

}  // namespace hearth::app

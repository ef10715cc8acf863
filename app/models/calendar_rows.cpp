#include "models/calendar_rows.h"

#include <QCoreApplication>
#include <algorithm>

#include "models/day_words.h"

namespace hearth::app {
namespace {

constexpr int kDayMinutes = 24 * 60;
constexpr int kLeastMinutes = 20;  // a block is tall enough to be read

QDateTime at(const agent::CivilTime& t) {
    return {QDate(t.year, t.month, t.day), QTime(t.hour, t.minute, t.second)};
}

QDate lastDay(const agent::DeskEvent& event) {
    const QDateTime start = at(event.start);
    const QDateTime end = at(event.end);
    const QDate last = end.time() == QTime(0, 0) ? end.date().addDays(-1) : end.date();
    return std::max(start.date(), last);
}

bool touches(const agent::DeskEvent& event, QDate day) {
    return at(event.start).date() <= day && day <= lastDay(event);
}

QVariantMap rowOf(const agent::DeskEvent& event, QDate day, QDate today) {
    const QDateTime start = at(event.start);
    const QDateTime end = at(event.end);
    const auto text = [](const std::string& words) { return QString::fromStdString(words); };
    const QString key = text(event.key);
    return {{QStringLiteral("rowId"), key + QLatin1Char('@') + day.toString(Qt::ISODate)},
            {QStringLiteral("key"), key},
            {QStringLiteral("title"),
             event.title.empty() ? QCoreApplication::translate("DayWords", "(no title)") : text(event.title)},
            {QStringLiteral("time"), spanWords(start, end, event.allDay)},
            {QStringLiteral("location"), text(event.location)},
            {QStringLiteral("description"), text(event.description)},
            {QStringLiteral("people"), text(event.people)},
            {QStringLiteral("start"), isoText(start, event.allDay)},
            {QStringLiteral("end"), isoText(event.allDay ? end.addDays(-1) : end, event.allDay)},
            {QStringLiteral("allDay"), event.allDay},
            {QStringLiteral("repeats"), event.repeats},
            {QStringLiteral("changed"), event.changed},
            {QStringLiteral("rule"), text(event.rule)},
            {QStringLiteral("ruleWords"), ruleWords(text(event.rule))},
            {QStringLiteral("reminder"), text(event.reminder)},
            {QStringLiteral("day"), day.toString(Qt::ISODate)},
            {QStringLiteral("section"), dayWords(day, today)},
            {QStringLiteral("file"), text(event.file.string())}};
}

QString wordsOfDay(QDate day, QDate today, qsizetype events) {
    return QCoreApplication::translate("DayWords", "%1, %n event(s)", nullptr, static_cast<int>(events))
        .arg(dayWords(day, today));
}

// Blocks that touch each other in time share the width: each gets the first lane that is free.
void spread(QList<QVariantMap>& column) {
    std::stable_sort(column.begin(), column.end(), [](const QVariantMap& a, const QVariantMap& b) {
        return a.value(QStringLiteral("startMinute")).toInt() <
               b.value(QStringLiteral("startMinute")).toInt();
    });
    qsizetype groupBegin = 0;
    std::vector<int> laneEnds;
    int groupEnd = 0;
    const auto close = [&](qsizetype end) {
        for (qsizetype i = groupBegin; i < end; ++i)
            column[i][QStringLiteral("lanes")] = static_cast<int>(laneEnds.size());
        groupBegin = end;
        laneEnds.clear();
    };
    for (qsizetype i = 0; i < column.size(); ++i) {
        const int top = column[i].value(QStringLiteral("startMinute")).toInt();
        const int end = top + column[i].value(QStringLiteral("length")).toInt();
        if (top >= groupEnd) close(i);
        std::size_t lane = 0;
        while (lane < laneEnds.size() && laneEnds[lane] > top) ++lane;
        if (lane == laneEnds.size()) laneEnds.push_back(0);
        laneEnds[lane] = end;
        groupEnd = i == groupBegin ? end : std::max(groupEnd, end);
        column[i][QStringLiteral("lane")] = static_cast<int>(lane);
    }
    close(column.size());
}

// What lasts whole days, or a day and longer, lies above the hours.
bool isWholeDay(const agent::DeskEvent& event) {
    return event.allDay || at(event.start).secsTo(at(event.end)) >= kDayMinutes * 60;
}

void addTimed(const agent::DeskEvent& event, QDate first, QList<QVariantMap>* columns) {
    const QDateTime start = at(event.start);
    const QDateTime end = at(event.end);
    for (int day = 0; day < 7; ++day) {
        const QDate date = first.addDays(day);
        if (!touches(event, date)) continue;
        const int top = start.date() < date ? 0 : start.time().hour() * 60 + start.time().minute();
        const int bottom = end.date() > date ? kDayMinutes : end.time().hour() * 60 + end.time().minute();
        QVariantMap row = rowOf(event, date, date);
        row[QStringLiteral("column")] = day;
        row[QStringLiteral("columns")] = 1;
        row[QStringLiteral("startMinute")] = std::min(top, kDayMinutes - kLeastMinutes);
        row[QStringLiteral("length")] = std::max(bottom - top, kLeastMinutes);
        columns[day].append(row);
    }
}

}  // namespace

QString isoText(const QDateTime& time, bool dateOnly) {
    return dateOnly ? time.date().toString(Qt::ISODate) : time.toString(QStringLiteral("yyyy-MM-ddTHH:mm"));
}

QStringList dayRoles() {
    return {QStringLiteral("day"),   QStringLiteral("number"), QStringLiteral("inMonth"),
            QStringLiteral("today"), QStringLiteral("chosen"), QStringLiteral("words"),
            QStringLiteral("events")};
}

QStringList eventRoles() {
    return {QStringLiteral("rowId"),  QStringLiteral("key"),       QStringLiteral("title"),
            QStringLiteral("time"),   QStringLiteral("location"),  QStringLiteral("description"),
            QStringLiteral("people"), QStringLiteral("start"),     QStringLiteral("end"),
            QStringLiteral("allDay"), QStringLiteral("repeats"),   QStringLiteral("changed"),
            QStringLiteral("rule"),   QStringLiteral("ruleWords"), QStringLiteral("reminder"),
            QStringLiteral("day"),    QStringLiteral("section"),   QStringLiteral("file")};
}

QStringList blockRoles() {
    return eventRoles() + QStringList{QStringLiteral("column"),      QStringLiteral("columns"),
                                      QStringLiteral("startMinute"), QStringLiteral("length"),
                                      QStringLiteral("lane"),        QStringLiteral("lanes")};
}

QList<QVariantMap> dayRows(const std::vector<agent::DeskEvent>& events, QDate first, int days, QDate chosen,
                           QDate today) {
    QList<QVariantMap> rows;
    for (int i = 0; i < days; ++i) {
        const QDate day = first.addDays(i);
        QVariantList list;
        for (const auto& event : events) {
            if (!touches(event, day)) continue;
            const QVariantMap row = rowOf(event, day, today);
            QVariantMap chip;
            for (const char* role : {"key", "title", "allDay"})
                chip[QLatin1String(role)] = row.value(QLatin1String(role));
            chip[QStringLiteral("time")] = event.allDay ? QString() : timeWords(at(event.start).time());
            list.append(chip);
        }
        const qsizetype count = list.size();
        rows.append({{QStringLiteral("day"), day.toString(Qt::ISODate)},
                     {QStringLiteral("number"), day.day()},
                     {QStringLiteral("inMonth"), days == 7 || day.month() == chosen.month()},
                     {QStringLiteral("today"), day == today},
                     {QStringLiteral("chosen"), day == chosen},
                     {QStringLiteral("words"), wordsOfDay(day, today, count)},
                     {QStringLiteral("events"), list}});
    }
    return rows;
}

QList<QVariantMap> eventsOfDay(const std::vector<agent::DeskEvent>& events, QDate day, QDate today) {
    QList<QVariantMap> rows;
    for (const auto& event : events)
        if (touches(event, day)) rows.append(rowOf(event, day, today));
    return rows;
}

QList<QVariantMap> agendaRows(const std::vector<agent::DeskEvent>& events, QDate first, QDate today) {
    QList<QVariantMap> rows;
    for (const auto& event : events)
        rows.append(rowOf(event, std::max(first, at(event.start).date()), today));
    std::stable_sort(rows.begin(), rows.end(), [](const QVariantMap& a, const QVariantMap& b) {
        return a.value(QStringLiteral("day")).toString() < b.value(QStringLiteral("day")).toString();
    });
    return rows;
}

WeekBlocks weekBlocks(const std::vector<agent::DeskEvent>& events, QDate first) {
    WeekBlocks out;
    QList<QVariantMap> columns[7];
    std::vector<QDate> laneEnds;  // of whole days: the last day that a lane is taken
    const QDate last = first.addDays(6);
    for (const auto& event : events) {
        if (!isWholeDay(event)) {
            addTimed(event, first, columns);
            continue;
        }
        const QDate from = std::max(first, at(event.start).date());
        const QDate to = std::min(last, lastDay(event));
        if (from > last || to < first) continue;
        std::size_t lane = 0;
        while (lane < laneEnds.size() && laneEnds[lane] >= from) ++lane;
        if (lane == laneEnds.size()) laneEnds.push_back(to);
        laneEnds[lane] = to;
        QVariantMap row = rowOf(event, from, from);
        row[QStringLiteral("allDay")] = true;
        row[QStringLiteral("column")] = static_cast<int>(first.daysTo(from));
        row[QStringLiteral("columns")] = static_cast<int>(from.daysTo(to)) + 1;
        row[QStringLiteral("lane")] = static_cast<int>(lane);
        for (const char* timed : {"startMinute", "length", "lanes"}) row[QLatin1String(timed)] = 0;
        out.rows.append(row);
    }
    out.allDayLanes = static_cast<int>(laneEnds.size());
    for (auto& column : columns) {
        spread(column);
        out.rows += column;
    }
    return out;
}

}  // namespace hearth::app

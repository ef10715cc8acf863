#include "models/day_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace hearth::app {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("DayWords", text);
}

// The locale's long date without its year.
QString dayFormat() {
    static const QRegularExpression year(QStringLiteral("[,.]?\\s*(de )?y{2,4}(年)?\\s*"));
    return QLocale().dateFormat(QLocale::LongFormat).remove(year).trimmed();
}

}  // namespace

QString dayWords(QDate day, QDate today) {
    switch (today.daysTo(day)) {
        case 0:
            return words(QT_TRANSLATE_NOOP("DayWords", "Today"));
        case 1:
            return words(QT_TRANSLATE_NOOP("DayWords", "Tomorrow"));
        case -1:
            return words(QT_TRANSLATE_NOOP("DayWords", "Yesterday"));
        default:
            return day.year() == today.year() ? QLocale().toString(day, dayFormat())
                                              : QLocale().toString(day, QLocale::LongFormat);
    }
}

QString timeWords(QTime time) {
    return QLocale().toString(time, QLocale::ShortFormat);
}

QString spanWords(const QDateTime& start, const QDateTime& end, bool allDay) {
    const QDate last = allDay ? end.date().addDays(-1) : end.date();
    const QString days = QLocale().toString(start.date(), QLocale::ShortFormat) + QStringLiteral(" – ") +
                         QLocale().toString(last, QLocale::ShortFormat);
    if (allDay) return last > start.date() ? days : words(QT_TRANSLATE_NOOP("DayWords", "all day"));
    if (start == end) return timeWords(start.time());
    if (start.date() == end.date() || end == start.date().addDays(1).startOfDay())
        return timeWords(start.time()) + QChar(0x2013) + timeWords(end.time());
    return QLocale().toString(start, QLocale::ShortFormat) + QStringLiteral(" – ") +
           QLocale().toString(end, QLocale::ShortFormat);
}

QString monthWords(QDate day) {
    return QLocale().standaloneMonthName(day.month()) + QLatin1Char(' ') + QString::number(day.year());
}

QString dayFieldFormat() {
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    if (!format.contains(QStringLiteral("yyyy")))
        format.replace(QStringLiteral("yy"), QStringLiteral("yyyy"));
    return format;
}

QDate dayFrom(const QString& text) {
    const QString typed = text.trimmed();
    if (const QDate iso = QDate::fromString(typed, Qt::ISODate); iso.isValid()) return iso;
    if (const QDate full = QLocale().toDate(typed, dayFieldFormat()); full.isValid()) return full;
    constexpr int kCentury = 100;
    QDate brief =
        QLocale().toDate(typed, dayFieldFormat().replace(QStringLiteral("yyyy"), QStringLiteral("yy")));
    // Two figures of a year mean this century.
    if (brief.isValid() && brief.year() < 2000) brief = brief.addYears(kCentury);
    return brief;
}

QTime timeFrom(const QString& text) {
    const QString typed = text.trimmed();
    if (const QTime own = QLocale().toTime(typed, QLocale::ShortFormat); own.isValid()) return own;
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    for (const char* format : {"H:mm", "HH:mm", "H.mm", "H", "HHmm"})
        if (const QTime time = QTime::fromString(typed, QLatin1String(format)); time.isValid()) return time;
    for (const char* format : {"h:mm ap", "h:mmap", "h ap", "hap"})
        if (const QTime time = english.toTime(typed.toUpper(), QLatin1String(format)); time.isValid())
            return time;
    return {};
}

QString ruleWords(const QString& rule) {
    if (rule.isEmpty()) return {};
    static const QList<QPair<const char*, const char*>> known = {
        {"FREQ=DAILY", QT_TRANSLATE_NOOP("DayWords", "every day")},
        {"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", QT_TRANSLATE_NOOP("DayWords", "every weekday")},
        {"FREQ=WEEKLY;INTERVAL=2", QT_TRANSLATE_NOOP("DayWords", "every two weeks")},
        {"FREQ=WEEKLY", QT_TRANSLATE_NOOP("DayWords", "every week")},
        {"FREQ=MONTHLY", QT_TRANSLATE_NOOP("DayWords", "every month")},
        {"FREQ=YEARLY", QT_TRANSLATE_NOOP("DayWords", "every year")},
    };
    for (const auto& [text, said] : known)
        if (rule == QLatin1String(text)) return words(said);
    return words(QT_TRANSLATE_NOOP("DayWords", "repeats"));
}

}  // namespace hearth::app

#include "models/calendar_rows.h"

#include <gtest/gtest.h>

#include <QDateTime>
#include <QLocale>

#include "models/day_words.h"

namespace hearth::app {
namespace {

const QDate kSunday(2026, 11, 22);

agent::DeskEvent event(const char* title, agent::CivilTime start, agent::CivilTime end, bool allDay = false) {
    agent::DeskEvent out;
    out.key = title;
    out.title = title;
    out.start = start;
    out.end = end;
    out.allDay = allDay;
    return out;
}

class CalendarRowsTest : public testing::Test {
  protected:
    CalendarRowsTest() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    ~CalendarRowsTest() override { QLocale::setDefault(before_); }
    QLocale before_;
};

TEST_F(CalendarRowsTest, ADayHasWhatTouchesIt) {
    const std::vector<agent::DeskEvent> events = {
        event("Fair", {2026, 11, 20}, {2026, 11, 23}, true),
        event("Late", {2026, 11, 21, 22, 0}, {2026, 11, 22, 1, 0}),
        event("Until midnight", {2026, 11, 21, 20, 0}, {2026, 11, 22, 0, 0}),
        event("Lunch", {2026, 11, 22, 12, 0}, {2026, 11, 22, 13, 30})};
    const auto rows = eventsOfDay(events, kSunday, kSunday);
    ASSERT_EQ(rows.size(), 3);
    EXPECT_EQ(rows[0].value("title"), "Fair");
    EXPECT_EQ(rows[0].value("end"), "2026-11-22") << "forms say the last day";
    EXPECT_EQ(rows[1].value("title"), "Late");
    EXPECT_EQ(rows[2].value("time"), "12:00–13:30");
    EXPECT_EQ(rows[2].value("section"), "Today");
    const auto days = dayRows(events, QDate(2026, 11, 16), 7, kSunday, kSunday);
    ASSERT_EQ(days.size(), 7);
    EXPECT_EQ(days[5].value("events").toList().size(), 3);
    EXPECT_TRUE(days[6].value("today").toBool());
    EXPECT_EQ(days[0].value("events").toList().size(), 0);
}

TEST_F(CalendarRowsTest, ThoseAtTheSameTimeShareTheWidth) {
    const std::vector<agent::DeskEvent> events = {event("A", {2026, 11, 23, 9, 0}, {2026, 11, 23, 11, 0}),
                                                  event("B", {2026, 11, 23, 10, 0}, {2026, 11, 23, 12, 0}),
                                                  event("C", {2026, 11, 23, 11, 0}, {2026, 11, 23, 12, 0}),
                                                  event("D", {2026, 11, 23, 15, 0}, {2026, 11, 23, 15, 5}),
                                                  event("Night", {2026, 11, 24, 23, 0}, {2026, 11, 25, 7, 0}),
                                                  event("Trip", {2026, 11, 20}, {2026, 11, 25}, true)};
    const auto week = weekBlocks(events, QDate(2026, 11, 23));
    EXPECT_EQ(week.allDayLanes, 1);
    QHash<QString, QVariantMap> by;
    for (const auto& row : week.rows) by.insert(row.value("rowId").toString(), row);
    EXPECT_EQ(by["A@2026-11-23"].value("lanes"), 2);
    EXPECT_EQ(by["B@2026-11-23"].value("lane"), 1);
    EXPECT_EQ(by["C@2026-11-23"].value("lane"), 0) << "A has ended";
    EXPECT_EQ(by["D@2026-11-23"].value("lanes"), 1);
    EXPECT_GE(by["D@2026-11-23"].value("length").toInt(), 20);
    EXPECT_EQ(by["Night@2026-11-24"].value("length"), 60);
    EXPECT_EQ(by["Night@2026-11-25"].value("startMinute"), 0);
    EXPECT_EQ(by["Night@2026-11-25"].value("length"), 7 * 60);
    EXPECT_EQ(by["Trip@2026-11-23"].value("columns"), 2);
}

TEST_F(CalendarRowsTest, TheAgendaBeginsAtItsFirstDay) {
    const std::vector<agent::DeskEvent> events = {
        event("Trip", {2026, 11, 20}, {2026, 11, 25}, true),
        event("Lunch", {2026, 11, 23, 12, 0}, {2026, 11, 23, 13, 0})};
    const auto rows = agendaRows(events, kSunday, kSunday);
    EXPECT_EQ(rows[0].value("section"), "Today");
    EXPECT_EQ(rows[1].value("section"), "Tomorrow");
}

TEST_F(CalendarRowsTest, DaysAndTimesAsPeopleSayAndTypeThem) {
    EXPECT_EQ(dayWords(kSunday.addDays(3), kSunday), "Wednesday, 25 November");
    EXPECT_EQ(dayWords(QDate(2027, 1, 2), kSunday), "Saturday, 2 January 2027");
    for (const char* typed : {"2026-11-23", "23/11/2026", "23/11/26"})
        EXPECT_EQ(dayFrom(typed), QDate(2026, 11, 23)) << typed;
    EXPECT_FALSE(dayFrom("soon").isValid());
    EXPECT_FALSE(dayFrom("30/02/2026").isValid());
    for (const char* typed : {"15:30", "3:30 pm", "1530", "15.30"})
        EXPECT_EQ(timeFrom(typed), QTime(15, 30)) << typed;
    EXPECT_EQ(timeFrom("9"), QTime(9, 0));
    EXPECT_FALSE(timeFrom("25:00").isValid());
    EXPECT_EQ(ruleWords("FREQ=WEEKLY"), "every week");
    EXPECT_EQ(ruleWords("FREQ=WEEKLY;COUNT=3"), "repeats");
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    EXPECT_EQ(dayWords(kSunday.addDays(3), kSunday), "Mittwoch, 25. November");
    EXPECT_EQ(dayFrom("23.11.2026"), QDate(2026, 11, 23));
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    EXPECT_EQ(dayWords(kSunday.addDays(3), kSunday), QString::fromUtf8("11月25日星期三"));
}

}  // namespace
}  // namespace hearth::app

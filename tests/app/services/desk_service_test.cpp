// The services of the page of actions, over a real folder.
#include "services/desk_service.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <fstream>

#include "fakes/temporary_folder.h"
#include "services/calendar_service.h"
#include "services/note_service.h"
#include "services/reminder_service.h"

namespace hearth::app {
namespace {

constexpr int kPatienceMs = 20000;

class DeskServiceTest : public testing::Test {
  protected:
    DeskServiceTest() : desk(options()) {}
    agent::DeskOptions options() {
        agent::DeskOptions out;
        out.dataDir = folder.path();
        return out;
    }
    template <typename Condition>
    bool wait(Condition condition) {
        return QTest::qWaitFor(condition, kPatienceMs);
    }
    static QString day(int days) { return QDate::currentDate().addDays(days).toString(Qt::ISODate); }

    tests::TemporaryFolder folder;
    DeskService desk;
};

TEST_F(DeskServiceTest, AnEventIsAddedSeenAndTakenBack) {
    CalendarService calendar(desk);
    const QAbstractItemModelTester days(calendar.days());
    const QAbstractItemModelTester events(calendar.dayEvents());
    const QAbstractItemModelTester blocks(calendar.blocks());
    const QAbstractItemModelTester agenda(calendar.agenda());
    EXPECT_TRUE(calendar.loading());
    calendar.start();
    ASSERT_TRUE(wait([&] { return !calendar.loading(); }));
    EXPECT_EQ(calendar.days()->count(), 42);
    EXPECT_EQ(calendar.dayEvents()->count(), 0);

    QSignalSpy done(&desk, &DeskService::done);
    desk.submit("edit_event", {{"title", "Lunch"}, {"start", day(0) + "T12:00"}, {"end", day(0) + "T13:00"}});
    ASSERT_TRUE(wait([&] { return calendar.dayEvents()->count() == 1; }));
    calendar.setView(CalendarService::View::Week);
    ASSERT_TRUE(wait([&] { return calendar.blocks()->count() == 1 && calendar.days()->count() == 7; }));
    calendar.setView(CalendarService::View::Agenda);
    ASSERT_TRUE(wait([&] { return calendar.agenda()->count() == 1; }));
    ASSERT_EQ(done.count(), 1);
    desk.undo(done.at(0).at(1).toDouble());
    ASSERT_TRUE(wait([&] { return calendar.agenda()->count() == 0; }));

    QSignalSpy refused(&desk, &DeskService::refused);
    desk.submit("edit_event", {{"start", day(0)}});
    ASSERT_TRUE(wait([&] { return refused.count() == 1; }));
    EXPECT_EQ(refused.at(0).at(1), "title");
}

TEST_F(DeskServiceTest, WhatAnotherProgramWritesAppears) {
    CalendarService calendar(desk);
    calendar.start();
    ASSERT_TRUE(wait([&] { return !calendar.loading(); }));
    const auto put = [&](const std::filesystem::path& file, const char* uid) {
        std::filesystem::create_directories(file.parent_path());
        const std::string today = QDate::currentDate().toString("yyyyMMdd").toStdString();
        std::ofstream(file) << "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:" << uid
                            << "\r\nSUMMARY:Yoga\r\nDTSTART:" << today << "T180000\r\nDTEND:" << today
                            << "T190000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    };
    put(folder / "calendar" / "yoga.ics", "1");  // the folder itself is new
    ASSERT_TRUE(wait([&] { return calendar.dayEvents()->count() == 1; }));
    put(folder / "calendar" / "team" / "yoga.ics", "2");
    ASSERT_TRUE(wait([&] { return calendar.dayEvents()->count() == 2; }));
    std::filesystem::remove(folder / "calendar" / "yoga.ics");
    ASSERT_TRUE(wait([&] { return calendar.dayEvents()->count() == 1; }));
}

TEST_F(DeskServiceTest, RemindersAreSnoozedAndDone) {
    ReminderService reminders(desk);
    const QAbstractItemModelTester tester(reminders.list());
    reminders.start();
    desk.submit("edit_reminder", {{"title", "Call the bank"}, {"start", day(-1) + "T10:00"}});
    desk.submit("set_timer", {{"duration", "8 minutes"}, {"label", "Pasta"}});
    ASSERT_TRUE(wait([&] { return reminders.list()->count() == 2; }));
    EXPECT_EQ(reminders.list()->row(0).value("title"), "Pasta") << "what counts down comes first";
    EXPECT_EQ(reminders.list()->row(1).value("phase"), "due");
    const QString uid = reminders.list()->row(1).value("uid").toString();
    reminders.snooze(uid, 10);
    ASSERT_TRUE(wait([&] { return !reminders.list()->row(1).value("snoozed").toString().isEmpty(); }));
    reminders.finish(uid);
    ASSERT_TRUE(wait([&] { return reminders.list()->count() == 1; }));
    desk.submit("control_timer",
                {{"action", "pause"}, {"which", reminders.list()->row(0).value("uid").toString()}});
    ASSERT_TRUE(wait([&] { return reminders.list()->row(0).value("phase") == "paused"; }));
}

TEST_F(DeskServiceTest, ListsAreTickedAndChangedLineByLine) {
    NoteService notes(desk);
    const QAbstractItemModelTester tester(notes.lists());
    const QAbstractItemModelTester noteTester(notes.notes());
    notes.start();
    notes.newList("Shopping");
    ASSERT_TRUE(wait([&] { return notes.lists()->count() == 1; }));
    const QString path = notes.lists()->row(0).value("path").toString();
    const auto items = [&] { return notes.lists()->row(0).value("items").toList(); };
    notes.addItem(path, "milk\nand honey");
    notes.addItem(path, "bread");
    ASSERT_TRUE(wait([&] { return items().size() == 2; }));
    EXPECT_EQ(items().at(0).toMap().value("text"), "milk and honey");
    notes.setDone(path, items().at(1).toMap().value("line").toInt(), true);
    ASSERT_TRUE(wait([&] { return notes.lists()->row(0).value("open") == 1; }));
    notes.renameItem(path, items().at(1).toMap().value("line").toInt(), "rolls");
    ASSERT_TRUE(wait([&] { return items().at(1).toMap().value("text") == "rolls"; }));
    EXPECT_TRUE(items().at(1).toMap().value("done").toBool());
    notes.removeItem(path, items().at(0).toMap().value("line").toInt());
    ASSERT_TRUE(wait([&] { return items().size() == 1; }));
    notes.saveNote("", "Key", "Under the mat.");
    ASSERT_TRUE(wait([&] { return notes.notes()->count() == 1; }));
    EXPECT_EQ(notes.notes()->row(0).value("excerpt"), "Under the mat.");
    notes.removeNote(notes.notes()->row(0).value("path").toString(), "Key");
    ASSERT_TRUE(wait([&] { return notes.notes()->count() == 0; }));
}

}  // namespace
}  // namespace hearth::app

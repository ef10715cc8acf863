// The page of actions with the mouse and the keyboard: an event from its form to its undo, a timer that
// counts down, a list, and the log.
#include "gui/pages_fixture.h"

namespace hearth::app {
namespace {

class ActionsTest : public PagesTest {
  protected:
    void SetUp() override {
        PagesTest::SetUp();
        assistant->goTo(QStringLiteral("actions"));
        ASSERT_TRUE(
            wait([this] { return item("newEventButton") != nullptr && !assistant->calendar()->loading(); }));
    }
    CalendarService& calendar() { return *assistant->calendar(); }
    void part(int index) {
        ASSERT_TRUE(wait([this] { return item("actionTabs") != nullptr; }));
        QMetaObject::invokeMethod(item("actionTabs"), "chosen", Q_ARG(int, index));
    }
    void press(const QString& name) {
        ASSERT_TRUE(wait([&] { return item(name) != nullptr; })) << name.toStdString();
        QMetaObject::invokeMethod(item(name), "clicked");
    }
    std::string text(const QString& name) {
        auto* found = item(name);
        return found == nullptr ? "" : found->property("text").toString().toStdString();
    }
};

TEST_F(ActionsTest, AnEventIsMadeChangedDeletedAndBroughtBack) {
    press("newEventButton");
    ASSERT_TRUE(
        wait([this] { return item("eventTitle") != nullptr && item("eventTitle")->hasActiveFocus(); }));
    type("Lunch");
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    press("eventSave");
    ASSERT_TRUE(wait([this] { return calendar().dayEvents()->count() == 1; }));
    ASSERT_TRUE(wait([this] { return item("eventRow") != nullptr && item("eventTitle") == nullptr; }));

    press("eventRow");
    ASSERT_TRUE(
        wait([this] { return item("eventTitle") != nullptr && item("eventTitle")->hasActiveFocus(); }));
    QTest::keyClick(window, Qt::Key_A, Qt::ControlModifier);
    type("Brunch");
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return calendar().dayEvents()->row(0).value("title") == "Brunch"; }));
    ASSERT_TRUE(wait([this] { return item("eventTitle") == nullptr; }));

    press("eventRow");
    press("eventDelete");
    ASSERT_TRUE(wait([this] { return calendar().dayEvents()->count() == 0; }));
    part(3);
    ASSERT_TRUE(
        wait([this] { return assistant->actionLog()->list()->count() == 3 && item("logUndo") != nullptr; }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    assistant->desk()->undo(assistant->actionLog()->list()->row(0).value("key").toDouble());
    ASSERT_TRUE(wait([this] { return calendar().dayEvents()->count() == 1; }));
}

TEST_F(ActionsTest, AWrongFormSaysWhatIsWrongAndStays) {
    press("newEventButton");
    ASSERT_TRUE(wait([this] { return item("eventTitle") != nullptr; }));
    press("eventSave");
    ASSERT_TRUE(wait([this] { return item("eventTitle")->property("faulty").toBool(); }));
    QTest::keyClick(window, Qt::Key_Escape);
    ASSERT_TRUE(wait([this] { return item("eventTitle") == nullptr; }));
}

TEST_F(ActionsTest, WhatTheAgentWritesIsSeen) {
    agent::DeskOptions options;
    options.dataDir = folder_.path();
    auto made = agent::Desk::open(std::move(options));
    ASSERT_TRUE(made);
    const std::string today = QDate::currentDate().toString(Qt::ISODate).toStdString();
    ASSERT_TRUE((*made)->carryOut({"create_event", {{"title", "Yoga"}, {"date", today}, {"time", "18:00"}}}));
    ASSERT_TRUE(wait([this] { return calendar().dayEvents()->count() == 1; }));
    ASSERT_TRUE(wait([this] { return item("eventRow") != nullptr; }));
}

TEST_F(ActionsTest, ATimerCountsDown) {
    part(1);
    press("newTimerButton");
    ASSERT_TRUE(wait([this] { return item("timerLabel") != nullptr; }));
    press("timerStart");
    ASSERT_TRUE(wait([this] { return item("countdown") != nullptr; }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    const std::string before = text("countdown");
    ASSERT_TRUE(wait([&] { return text("countdown") < before; })) << before;
    press("pauseTimer");
    ASSERT_TRUE(wait([this] { return assistant->reminders()->list()->row(0).value("phase") == "paused"; }));
    press("removeReminder");
    ASSERT_TRUE(wait([this] { return assistant->reminders()->list()->count() == 0; }));
}

TEST_F(ActionsTest, AListIsMadeAndTicked) {
    part(2);
    press("newListButton");
    ASSERT_TRUE(wait([this] { return item("noteTitle") != nullptr && item("noteTitle")->hasActiveFocus(); }));
    type("Shopping");
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return item("newItem-Shopping") != nullptr && item("noteTitle") == nullptr; }));
    item("newItem-Shopping")->forceActiveFocus();
    type("milk");
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return item("item-milk") != nullptr; }));
    press("item-milk");
    ASSERT_TRUE(wait([this] { return assistant->notes()->lists()->row(0).value("open") == 0; }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
}

TEST_F(ActionsTest, EveryViewAndSizeLoads) {
    for (const auto view :
         {CalendarService::View::Week, CalendarService::View::Agenda, CalendarService::View::Month}) {
        calendar().setView(view);
        for (const int width : {360, 800, 1400}) {
            window->resize(width, 640);
            QTest::qWait(50);
            EXPECT_NE(item("newEventButton"), nullptr);
        }
        EXPECT_EQ(unnamed(), std::vector<std::string>());
    }
    assistant->settings()->setTextScale(2);
    for (int index = 0; index < 4; ++index) {
        part(index);
        QTest::qWait(50);
    }
    assistant->settings()->setTextScale(1);
}

}  // namespace
}  // namespace hearth::app

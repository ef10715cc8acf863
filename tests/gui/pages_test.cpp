// Every page in this process: no warning from QML, everything named for screen readers, the keyboard's way
// around, and the card worked with the mouse.
#include <QDropEvent>
#include <QMimeData>

#include "fakes/tiny_model.h"
#include "gui/pages_fixture.h"

namespace hearth::app {
namespace {

TEST_F(PagesTest, TheCardIsWorkedWithTheMouse) {
    ask("lunch with my sister");
    ASSERT_TRUE(waitState(ActionCard::State::Waiting));
    click("confirmButton");
    ASSERT_TRUE(waitState(ActionCard::State::Done));
    click("undoButton");
    ASSERT_TRUE(waitState(ActionCard::State::Undone));
    ask("lunch again");
    ASSERT_TRUE(waitState(ActionCard::State::Waiting));
    click("declineButton");
    ASSERT_TRUE(waitState(ActionCard::State::Declined));
}

TEST_F(PagesTest, AFieldIsEditedWithTheKeyboard) {
    ask("lunch with my sister");
    click("field-title");
    QTest::keyClick(window, Qt::Key_A, Qt::ControlModifier);
    type("Brunch");
    QTest::keyClick(window, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitState(ActionCard::State::Done));
    auto* messages = assistant->chat()->messages();
    auto* card = messages->data(messages->index(messages->count() - 1), MessageListModel::CardRole)
                     .value<ActionCard*>();
    EXPECT_TRUE(card->result().contains("Brunch")) << card->result().toStdString();
}

TEST_F(PagesTest, EnterSendsAndShiftEnterBreaksTheLine) {
    type("one");
    QTest::keyClick(window, Qt::Key_Return, Qt::ShiftModifier);
    type("two");
    EXPECT_EQ(assistant->chat()->messages()->count(), 0);
    QTest::keyClick(window, Qt::Key_Return);
    auto* messages = assistant->chat()->messages();
    ASSERT_GE(messages->count(), 1);
    EXPECT_EQ(messages->data(messages->index(0), MessageListModel::TextRole).toString(), "one\ntwo");
    ASSERT_TRUE(wait([this] { return !assistant->chat()->busy(); }));
}

TEST_F(PagesTest, EverythingIsNamedForScreenReaders) {
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    ask("lunch with my sister");
    ASSERT_TRUE(waitState(ActionCard::State::Waiting));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    QTest::keyClick(window, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitState(ActionCard::State::Done));
    ask("when does the museum open on Sunday");
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    QTest::keyClick(window, Qt::Key_Comma, Qt::ControlModifier);
    ASSERT_TRUE(wait([this] { return item("setting-window.look") != nullptr; }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
}

TEST_F(PagesTest, TheOfferOfALargerModelOpensOne) {
    ask("tell me a story");
    ASSERT_TRUE(wait([this] { return item("offerModelButton") != nullptr; }));
    tests::TinyModel().write((folder_ / "tiny.gguf").string());
    click("offerModelButton");
    auto* dialog = engine_->rootObjects().constFirst()->findChild<QObject*>("modelDialog");
    ASSERT_NE(dialog, nullptr);
    ASSERT_TRUE(wait([&] { return dialog->property("visible").toBool(); }));
    dialog->setProperty("selectedFile",
                        QUrl::fromLocalFile(QString::fromStdString((folder_ / "tiny.gguf").string())));
    QMetaObject::invokeMethod(dialog, "accepted");
    QMetaObject::invokeMethod(dialog, "close");
    ASSERT_TRUE(wait([this] { return !assistant->models()->builtIn(); }));
    EXPECT_EQ(item("offerModelButton"), nullptr) << "it has been taken";
}

TEST_F(PagesTest, AModelIsDroppedAndABrokenOneSaysSo) {
    tests::TinyModel().write((folder_ / "tiny.gguf").string());
    const auto drop = [&](const std::string& file) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QString::fromStdString((folder_ / file).string()))});
        QDragEnterEvent enter(QPoint(600, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &enter);
        QDropEvent event(QPointF(600, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &event);
    };
    drop("tiny.gguf");
    ASSERT_TRUE(wait([this] { return !assistant->models()->builtIn(); }));
    drop("gone.gguf");
    ASSERT_TRUE(wait([this] { return item("modelLineText") != nullptr && !assistant->models()->opening(); }));
    EXPECT_TRUE(item("modelLineText")->property("text").toString().contains("gone.gguf"));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    EXPECT_FALSE(assistant->models()->builtIn()) << "what answered before still does";
}

TEST_F(PagesTest, WhatWasFoundIsDrawnAsRows) {
    ask("what is on my calendar tomorrow");
    ASSERT_TRUE(waitState(ActionCard::State::Done));
    ASSERT_TRUE(wait([this] { return item("foundItem") != nullptr; }));
    EXPECT_EQ(item("foundItem")->property("text").toString(), "Yoga");
    EXPECT_EQ(unnamed(), std::vector<std::string>());
}

TEST_F(PagesTest, TabGoesAroundWithoutATrap) {
    ask("lunch with my sister");
    ASSERT_TRUE(waitState(ActionCard::State::Waiting));
    const auto* start = window->activeFocusItem();
    ASSERT_NE(start, nullptr);
    std::set<const QQuickItem*> seen;
    for (int i = 0; i < 80; ++i) {
        QTest::keyClick(window, Qt::Key_Tab);
        const auto* now = window->activeFocusItem();
        ASSERT_NE(now, nullptr);
        if (now == start) break;
        EXPECT_TRUE(seen.insert(now).second) << "the same twice before the start came again";
    }
    EXPECT_EQ(window->activeFocusItem(), start);
    EXPECT_GE(seen.size(), 10u);
}

TEST_F(PagesTest, EverySizeAndLookLoads) {
    ask("lunch with my sister");
    for (const auto look : {Settings::Look::Light, Settings::Look::Dark}) {
        assistant->settings()->setLook(look);
        for (const int width : {360, 599, 600, 1400}) {
            window->resize(width, 640);
            ASSERT_TRUE(wait([&] { return window->contentItem()->width() == width; }));
            EXPECT_NE(item("confirmButton"), nullptr);
        }
        assistant->settings()->setTextScale(2);
        QTest::qWait(20);
        assistant->settings()->setTextScale(1);
    }
}

TEST_F(PagesTest, TheSideBarLeadsToThePagesAndBack) {
    ASSERT_TRUE(wait([this] { return item("place-settings") != nullptr; }));
    click("place-settings");
    ASSERT_TRUE(wait([this] { return item("setting-window.look") != nullptr; }));
    QTest::keyClick(window, Qt::Key_Escape);
    EXPECT_EQ(item("setting-window.look"), nullptr);
    ask("lunch with my sister");  // the composer has the keyboard again
    ASSERT_TRUE(waitState(ActionCard::State::Waiting));

    // By keyboard, and in the narrow window, where the side bar is a drawer.
    for (auto* place : {"place-settings", "place-actions"}) {
        item(place)->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(window, Qt::Key_Return);
        EXPECT_EQ(window->property("place").toString(), QLatin1String(place).mid(6));
        EXPECT_EQ(unnamed(), std::vector<std::string>());
    }
    window->resize(360, 640);
    ASSERT_TRUE(wait([this] { return item("place-settings") == nullptr; }));
    QTest::keyClick(window, Qt::Key_B, Qt::ControlModifier);
    click("place-settings");
    ASSERT_TRUE(
        wait([this] { return item("setting-window.look") != nullptr && item("place-settings") == nullptr; }));
    QTest::keyClick(window, Qt::Key_N, Qt::ControlModifier);
    EXPECT_EQ(window->property("place").toString(), "");
}

TEST_F(PagesTest, ARequestFromAnotherProgramComesIntoTheComposer) {
    assistant->activate("dinner with Ana");
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return assistant->chat()->messages()->count() > 0; }));
    EXPECT_EQ(assistant->chat()->ownMessage(1), "dinner with Ana");
    ASSERT_TRUE(wait([this] { return !assistant->chat()->busy(); }));
}

}  // namespace
}  // namespace hearth::app

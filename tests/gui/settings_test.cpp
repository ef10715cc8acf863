// The settings page: found by words, chosen by keyboard and mouse, taken out and in, and the end of all data.
#include <QSignalSpy>
#include <fstream>

#include "gui/pages_fixture.h"

namespace hearth::app {
namespace {

class SettingsStory : public PagesTest {
  protected:
    void SetUp() override {
        PagesTest::SetUp();
        QTest::keyClick(window, Qt::Key_Comma, Qt::ControlModifier);
        ASSERT_TRUE(wait([this] { return item("setting-window.look") != nullptr; }));
    }
    Settings& settings() { return *assistant->settings(); }
};

TEST_F(SettingsStory, ASettingIsFoundByItsWordsAndSwitched) {
    type("offline");
    ASSERT_TRUE(wait([this] { return item("setting-window.look") == nullptr; }));
    click("setting-network.offline");
    EXPECT_TRUE(settings().offline());
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    click("settingsSearch");
    type(" nowhere");
    ASSERT_TRUE(wait([this] { return item("setting-network.offline") == nullptr; }));
    QTest::keyClick(window, Qt::Key_Escape);  // empties the search
    ASSERT_TRUE(wait([this] { return item("setting-window.look") != nullptr; }));
    QTest::keyClick(window, Qt::Key_Escape);  // and then the page closes
    EXPECT_EQ(window->property("place").toString(), "");
}

TEST_F(SettingsStory, ChoicesAreMadeByKeyboard) {
    item("setting-window.look")->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(window, Qt::Key_Down);
    QTest::keyClick(window, Qt::Key_Down);
    EXPECT_EQ(settings().look(), Settings::Look::Dark);
    settings().put("window.accent", "#ffd400");
    settings().setLook(Settings::Look::Light);
    EXPECT_EQ(unnamed(), std::vector<std::string>()) << "a colour that was refused is said";
    settings().put("window.direction", "right_to_left");
    settings().setTextScale(2);
    window->resize(360, 640);
    QTest::qWait(50);
    EXPECT_NE(item("setting-window.look"), nullptr);
}

TEST_F(SettingsStory, TheKeyboardReachesEveryRowAndThePageFollows) {
    std::set<QString> reached;
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(window, Qt::Key_Tab);
        const auto* now = window->activeFocusItem();
        ASSERT_NE(now, nullptr);
        if (!reached.insert(now->objectName()).second && now->objectName() == "settingsSearch") break;
        const bool row = now->objectName().startsWith("setting-");
        const double bottom = now->mapToScene(QPointF(0, now->height())).y();
        EXPECT_TRUE(!row || bottom <= window->height()) << now->objectName().toStdString();
    }
    for (const char* name : {"setting-window.look", "setting-network.offline", "wipeButton"})
        EXPECT_TRUE(reached.contains(QLatin1String(name))) << name;
}

TEST_F(SettingsStory, WhatIsDeletedIsCountedFirst) {
    std::filesystem::create_directories(folder_ / "notes");
    std::ofstream(folder_ / "notes/a.md") << "one";
    QSignalSpy wiped(assistant.get(), &Assistant::wipeRequested);
    item("wipeButton")->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return item("wipe-notes") != nullptr; }));
    EXPECT_TRUE(item("wipe-notes")->property("text").toString().endsWith(": 1"));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    click("wipe-notes");
    EXPECT_EQ(assistant->stored()->spared(), QStringList{QStringLiteral("notes")});
    QTest::qWait(50);
    click("wipeConfirm");
    ASSERT_TRUE(wait([&] { return wiped.size() == 1; }));
    EXPECT_EQ(wiped.at(0).at(0).toStringList(), QStringList{QStringLiteral("notes")});
}

}  // namespace
}  // namespace hearth::app

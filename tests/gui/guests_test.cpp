// Tools of other programs: a server is added on the page, shows how it is, and goes again; with the real
// agent.
#include <gmock/gmock.h>

#include <QSignalSpy>

#include "assistant/agent_factory.h"
#include "gui/pages_fixture.h"

namespace hearth::app {
namespace {

class GuestStory : public PagesTest {
  protected:
    GuestStory() : PagesTest(fakeDownload(0), true, agentFactory) {}
    void SetUp() override {
        if (!std::filesystem::exists(std::filesystem::path(HEARTH_SOURCE) / "assets/models/builtin.gguf"))
            GTEST_SKIP() << "there is no assets/models/builtin.gguf";
        PagesTest::SetUp();
        click("place-privacy");
        ASSERT_TRUE(wait([this] { return item("guestName") != nullptr; }));
    }
    void fill(const char* box, const std::string& words) {
        item(box)->forceActiveFocus();
        type(words.c_str());
    }
    void add(const std::string& name, const std::string& kind) {
        fill("guestName", name);
        fill("guestLine", "python3 " HEARTH_SOURCE "/tests/fakes/mcp_server.py " + kind);
        QTest::keyClick(window, Qt::Key_Return);
    }
    QVariantMap server(int index = 0) {
        const auto servers = assistant->guests()->servers();
        return index < servers.size() ? servers.at(index).toMap() : QVariantMap();
    }
    bool waitFor(GuestService::State state) {
        return wait([&] { return server().value("state").toInt() == static_cast<int>(state); });
    }
};

TEST_F(GuestStory, AServerIsAddedUsedSwitchedOffAndForgotten) {
    add("good", "good");
    ASSERT_TRUE(waitFor(GuestService::State::Running)) << server().value("problem").toString().toStdString();
    ASSERT_TRUE(wait([this] { return item("guestTool") != nullptr; }));
    EXPECT_EQ(item("guestName")->property("text").toString(), "");
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    EXPECT_FALSE(server().value("tools").toList().at(0).toMap().value("unasked").toBool());
    assistant->guests()->allowUnasked("good", "echo", true);
    EXPECT_TRUE(
        wait([this] { return server().value("tools").toList().at(0).toMap().value("unasked").toBool(); }));
    assistant->guests()->allow("good", false);
    EXPECT_TRUE(waitFor(GuestService::State::Off));
    click("guestRemove");
    EXPECT_TRUE(wait([this] { return assistant->guests()->servers().isEmpty(); }));
}

TEST_F(GuestStory, ItsTextsAndPromptsComeIntoTheConversationByHand) {
    add("good", "good");
    ASSERT_TRUE(waitFor(GuestService::State::Running)) << server().value("problem").toString().toStdString();
    assistant->goTo({});
    ASSERT_TRUE(wait([this] { return item("guestRow") == nullptr; }));
    type("/from");
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return item("guestOfferButton") != nullptr; }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    assistant->guests()->read("good", "test://one");
    ASSERT_TRUE(wait([this] { return assistant->chat()->attachments()->count() == 1; }));
    EXPECT_TRUE(wait([this] { return item("guestOfferButton") == nullptr; })) << "the dialog closes";
    EXPECT_EQ(assistant->chat()->messages()->count(), 0) << "nothing is sent by itself";
    type("/from");
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return item("guestOfferField") != nullptr; }));
    item("guestOfferField")->forceActiveFocus();  // of the prompt, the last one
    type("Ana");
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(wait([this] {
        const auto* now = window->activeFocusItem();
        return now != nullptr && now->property("text").toString() == QStringLiteral("Greet Ana");
    }));
    EXPECT_EQ(assistant->chat()->messages()->count(), 0);
}

TEST_F(GuestStory, AServerThatEndsUnaskedIsNamed) {
    add("good", "good");
    ASSERT_TRUE(waitFor(GuestService::State::Running));
    QSignalSpy failed(assistant->guests(), &GuestService::failed);
    assistant->guests()->read("good", "test://end");
    ASSERT_TRUE(wait([&] { return failed.size() == 1; }));
    EXPECT_TRUE(failed.at(0).at(0).toString().contains("good"));
    EXPECT_TRUE(waitFor(GuestService::State::Crashed));
}

TEST_F(GuestStory, WhatIsBrokenIsNamed) {
    add("broken", "loop");
    ASSERT_TRUE(waitFor(GuestService::State::Failed));
    EXPECT_TRUE(server().value("problem").toString().contains("broken"));
    fill("guestName", "x");
    fill("guestLine", "'no end");
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return item("guestError") != nullptr; }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
}

}  // namespace
}  // namespace hearth::app

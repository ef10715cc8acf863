// A larger model elsewhere, from its address on the page to its answer in a conversation: with the real agent
// and a real server.
#include <gmock/gmock.h>

#include "assistant/agent_factory.h"
#include "fakes/misbehaving_server.h"
#include "gui/pages_fixture.h"

namespace hearth::app {
namespace {

using testing::HasSubstr;
using testing::Not;

class RemoteStory : public PagesTest {
  protected:
    RemoteStory() : PagesTest(fakeDownload(0), true, agentFactory) {}
    void SetUp() override {
        if (!std::filesystem::exists(std::filesystem::path(HEARTH_SOURCE) / "assets/models/builtin.gguf"))
            GTEST_SKIP() << "there is no assets/models/builtin.gguf";
        PagesTest::SetUp();
    }
    void fill(const char* box, const std::string& words) {
        ASSERT_TRUE(wait([&] { return item(box) != nullptr; })) << box;
        item(box)->forceActiveFocus();
        type(words.c_str());
        QTest::keyClick(window, Qt::Key_Return);
    }
    // By the page, as a person does it.
    void name(const std::string& kind) {
        click("place-models");
        fill("remoteAddress", server_->at("/openai/" + kind));
        ASSERT_TRUE(wait([&] { return assistant->remote()->named(); }));
        assistant->goTo({});
        ASSERT_TRUE(wait([&] { return item("remotePicker") != nullptr; }));
    }
    std::string shown(const char* name, const char* property = "text") {
        auto* found = item(name);
        return found == nullptr ? "" : found->property(property).toString().toStdString();
    }
    QVariant last(int role) {
        auto* messages = assistant->chat()->messages();
        return messages->data(messages->index(messages->count() - 1), role);
    }

    std::unique_ptr<tests::MisbehavingServer> server_ = std::make_unique<tests::MisbehavingServer>();
};

TEST_F(RemoteStory, ATestListsTheModelsAndSaysWhatIsWrong) {
    click("place-models");
    fill("remoteAddress", server_->at("/openai/good"));
    fill("remoteKey", "sk-canary");
    ASSERT_TRUE(wait([&] { return assistant->remote()->keyKept(); }));
    EXPECT_THAT(shown("keyPlace"), HasSubstr("file that only you can read"));
    EXPECT_EQ(shown("remoteKey"), "");
    click("remoteTest");
    ASSERT_TRUE(wait([&] { return item("remoteVerdict") != nullptr; }));
    EXPECT_EQ(shown("remoteVerdict"), "large answers.");
    EXPECT_EQ(assistant->remote()->models(), QStringList({"large", "larger"}));
    EXPECT_EQ(assistant->remote()->model(), "large");
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    assistant->remote()->setAddress(QString::fromStdString(server_->at("/openai/key")));
    click("remoteTest");
    ASSERT_TRUE(wait([&] { return !assistant->remote()->testing(); }));
    EXPECT_THAT(shown("remoteVerdict"), HasSubstr("does not accept the key"));
    click("forgetKey");
    EXPECT_FALSE(assistant->remote()->keyKept());
}

TEST_F(RemoteStory, ShowsWhatGoesSendsItAndRestoresTheAnswer) {
    name("good");
    click("remotePicker");
    click("remoteAsk");
    ASSERT_EQ(assistant->chat()->remoteUse(), ChatService::RemoteUse::Ask);
    ask("write a poem about bob@example.org");
    ASSERT_TRUE(wait([&] { return item("sendCard") != nullptr; }));
    EXPECT_THAT(shown("sendOriginal"), HasSubstr("bob@example.org"));
    EXPECT_THAT(shown("sendMasked"), Not(HasSubstr("bob@example.org")));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    EXPECT_EQ(assistant->chat()->messages()->count(), 1);
    click("sendButton");
    ASSERT_TRUE(wait([&] { return !assistant->chat()->busy() && item("fromElsewhere") != nullptr; }));
    EXPECT_EQ(item("sendCard"), nullptr);
    EXPECT_EQ(last(MessageListModel::TextRole).toString(),
              "write a poem about bob@example.org");  // it repeats
    EXPECT_EQ(last(MessageListModel::HostRole).toString(), "127.0.0.1");
    // Its stand-ins are kept, can be looked at, and go with the conversation.
    const auto conversation = assistant->chat()->conversationId();
    const auto key = folder_ / "stand-ins" / (std::to_string(conversation) + ".key");
    EXPECT_TRUE(std::filesystem::exists(key));
    click("replacedButton");
    ASSERT_TRUE(wait([&] { return item("replacedRow") != nullptr; }));
    EXPECT_EQ(assistant->privacy()->replaced().at(0).toMap().value("original").toString(), "bob@example.org");
    click("replacedClose");
    assistant->conversations()->remove(conversation);
    assistant->chat()->startNew();
    EXPECT_TRUE(std::filesystem::exists(key)) << "it can still be brought back";
    assistant->chat()->send(QStringLiteral("what is 2 plus 2"));  // the next removal makes the first final
    ASSERT_TRUE(wait([&] { return !assistant->chat()->busy(); }));
    assistant->conversations()->remove(assistant->chat()->conversationId());
    EXPECT_TRUE(wait([&] { return !std::filesystem::exists(key); }));
}

TEST_F(RemoteStory, TheComposerUnderlinesWhatWouldBeMasked) {
    name("good");
    const auto* marks = window->findChild<QObject*>(QStringLiteral("personalMarks"));
    ASSERT_NE(marks, nullptr);
    ASSERT_TRUE(wait([this] {
        const auto* now = window->activeFocusItem();
        return now != nullptr && now->inherits("QQuickTextArea");
    }));
    type("mail bob@example.org and eve@example.net");
    QTest::qWait(400);
    EXPECT_EQ(marks->property("count").toInt(), 0) << "nothing goes anywhere";
    assistant->chat()->setRemoteUse(ChatService::RemoteUse::Ask);
    EXPECT_TRUE(wait([&] { return marks->property("count").toInt() == 2; }));
    assistant->finder()->setKindOn(QStringLiteral("EMAIL_ADDRESS"), false);
    EXPECT_TRUE(wait([&] { return marks->property("count").toInt() == 0; }));
    assistant->finder()->setKindOn(QStringLiteral("EMAIL_ADDRESS"), true);
    assistant->settings()->setOffline(true);
    EXPECT_TRUE(wait([&] { return marks->property("count").toInt() == 0; }));
}

TEST_F(RemoteStory, AKindThatIsOffGoesAsItIs) {
    name("good");
    assistant->finder()->setKindOn(QStringLiteral("EMAIL_ADDRESS"), false);
    assistant->chat()->setRemoteUse(ChatService::RemoteUse::Ask);
    ask("write a poem about bob@example.org");
    ASSERT_TRUE(wait([&] { return item("sendCard") != nullptr; }));
    EXPECT_THAT(shown("sendMasked"), HasSubstr("bob@example.org"));
}

TEST_F(RemoteStory, NotNowIsAnsweredHere) {
    name("good");
    assistant->chat()->setRemoteUse(ChatService::RemoteUse::Ask);
    ask("write a poem about bob@example.org");
    click("keepHereButton");
    ASSERT_TRUE(
        wait([&] { return !assistant->chat()->busy() && assistant->chat()->messages()->count() == 2; }));
    EXPECT_EQ(last(MessageListModel::HostRole).toString(), "");
    EXPECT_EQ(item("sendCard"), nullptr);
}

TEST_F(RemoteStory, AServerThatDiedIsSaidAndTheModelHereAnswers) {
    name("good");
    assistant->chat()->setRemoteUse(ChatService::RemoteUse::Ask);
    ask("write a poem about bob@example.org");
    ASSERT_TRUE(wait([&] { return item("sendCard") != nullptr; }));
    server_.reset();
    click("sendButton");
    ASSERT_TRUE(wait([&] { return !assistant->chat()->busy() && item("answerNote") != nullptr; }));
    EXPECT_THAT(shown("answerNote"), HasSubstr("The model on this device answers."));
    EXPECT_FALSE(last(MessageListModel::TextRole).toString().isEmpty());
    EXPECT_EQ(last(MessageListModel::HostRole).toString(), "");
}

TEST_F(RemoteStory, OfflineWinsAlways) {
    name("good");
    assistant->chat()->setRemoteUse(ChatService::RemoteUse::Ask);
    assistant->settings()->setOffline(true);
    EXPECT_THAT(shown("remotePicker"), HasSubstr("Offline"));
    ask("write a poem about bob@example.org");
    EXPECT_EQ(assistant->chat()->messages()->count(), 2);
    EXPECT_FALSE(assistant->chat()->offer()->waits());
    EXPECT_EQ(last(MessageListModel::HostRole).toString(), "");
}

}  // namespace
}  // namespace hearth::app

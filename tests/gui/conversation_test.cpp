// The stories of a conversation: how an answer is drawn and said, what goes with a message, what is found.
#include <QDropEvent>
#include <QMimeData>
#include <fstream>

#include "gui/pages_fixture.h"

namespace hearth::app {
namespace {

class ConversationStory : public PagesTest {
  protected:
    QString composed() { return window->activeFocusItem()->property("text").toString(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(window, key, modifiers);
    }
    void drop(QMimeData& data) {
        QDragEnterEvent enter(QPoint(600, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &enter);
        QDropEvent event(QPointF(600, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &event);
    }
    int count(const char* type) {
        int out = 0;
        const auto visit = [&](const auto& self, const QQuickItem* one) -> void {
            if (QByteArray(one->metaObject()->className()).startsWith(type)) ++out;
            for (const auto* child : one->childItems()) self(self, child);
        };
        visit(visit, window->contentItem());
        return out;
    }
};

TEST_F(ConversationStory, AnAnswerIsDrawnInBlocksAndItsCodeIsCopied) {
    ask("explain what a loan costs");
    ASSERT_TRUE(wait([this] { return item("copyCodeButton") != nullptr; }));
    EXPECT_EQ(count("CodeBlock"), 1);
    EXPECT_EQ(count("TableBlock"), 1);
    EXPECT_EQ(count("ProseBlock"), 4) << "three, and one in the table";
    ASSERT_NE(item("contextMark"), nullptr) << "what the model was not given is said";
    EXPECT_TRUE(item("contextMark")->property("heading").toString().contains("12"));
    ASSERT_NE(item("thought"), nullptr);
    EXPECT_FALSE(item("thought")->property("open").toBool());
    const auto* messages = assistant->chat()->messages();
    EXPECT_EQ(messages->data(messages->index(1), MessageListModel::SpeedRole).toInt(), 31);
    click("copyCodeButton");
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith("def monthly"));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
}

TEST_F(ConversationStory, ACardIsAnsweredForGoodAndTheAnswerTakenBack) {
    ask("set up lunch with my sister tomorrow at noon");
    click("approvalButton");
    click("allowAlways");
    ASSERT_TRUE(waitState(ActionCard::State::Done));
    auto* approvals = assistant->approvals();
    ASSERT_TRUE(wait([&] { return approvals->rows().size() == 1; }));
    EXPECT_EQ(approvals->rows()[0].toMap()["choice"].toInt(), ApprovalService::Always);
    click("place-privacy");
    ASSERT_TRUE(wait([this] { return item("askAgainButton") != nullptr; }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    QMetaObject::invokeMethod(item("askAgainButton"), "clicked");
    EXPECT_TRUE(wait([&] { return approvals->rows().isEmpty(); }));
}

TEST_F(ConversationStory, ACardIsDeclinedForGood) {
    ask("set up lunch with my sister tomorrow at noon");
    click("approvalButton");
    click("allowNever");
    ASSERT_TRUE(waitState(ActionCard::State::Declined));
    ASSERT_TRUE(wait([this] { return assistant->approvals()->rows().size() == 1; }));
    EXPECT_EQ(assistant->approvals()->rows()[0].toMap()["choice"].toInt(), ApprovalService::Never);
}

TEST_F(ConversationStory, FinishedSentencesAreSaidToAScreenReader) {
    ask("what can you do");
    auto* announcer = item("announcer");
    ASSERT_NE(announcer, nullptr);
    EXPECT_TRUE(wait([&] {
        return announcer->property("text").toString() == "For open conversation please open a larger model.";
    })) << announcer->property("text").toString().toStdString();
    auto* interface = QAccessible::queryAccessibleInterface(announcer);
    ASSERT_NE(interface, nullptr);
    EXPECT_EQ(interface->role(), QAccessible::AlertMessage);
    EXPECT_EQ(interface->text(QAccessible::Name), announcer->property("text").toString());
}

TEST_F(ConversationStory, FilesAndWordsAreDroppedIntoTheMessage) {
    std::ofstream(folder_ / "list.txt") << "cheese";
    std::ofstream(folder_ / "more.md") << "bread";
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(QString::fromStdString((folder_ / "list.txt").string())),
                   QUrl::fromLocalFile(QString::fromStdString((folder_ / "more.md").string()))});
    drop(files);
    ASSERT_TRUE(wait([this] { return item("attachment") != nullptr; }));
    EXPECT_EQ(assistant->chat()->attachments()->count(), 2);
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    QMimeData words;
    words.setText("buy this");
    drop(words);
    EXPECT_EQ(composed(), "buy this");
    key(Qt::Key_Return);
    ASSERT_TRUE(
        wait([this] { return !assistant->chat()->busy() && assistant->chat()->messages()->count() == 2; }));
    const QString sent = assistant->chat()->ownMessage(1);
    EXPECT_EQ(sent, "buy this") << "what the files say is not what the user says";
    ASSERT_TRUE(wait([this] { return item("attachedFile") != nullptr; }));
    EXPECT_EQ(item("attachedFile")->property("text").toString(), "bread");
    EXPECT_EQ(item("attachment"), nullptr);
}

TEST_F(ConversationStory, UpGoesThroughTheOwnMessages) {
    ask("one");
    ask("two");
    key(Qt::Key_Up);
    EXPECT_EQ(composed(), "two");
    key(Qt::Key_Up);
    EXPECT_EQ(composed(), "one");
    key(Qt::Key_Up);
    EXPECT_EQ(composed(), "one") << "there is none before it";
    key(Qt::Key_Down);
    EXPECT_EQ(composed(), "two");
    type("!");
    key(Qt::Key_Up);
    EXPECT_EQ(composed(), "two!") << "what was changed is not lost";
}

TEST_F(ConversationStory, WhatIsFoundIsShownInItsPlace) {
    ask("when is the cheese market");
    for (int i = 0; i < 12; ++i) ask("something else");
    key(Qt::Key_N, Qt::ControlModifier);
    key(Qt::Key_K, Qt::ControlModifier);
    type("chee mark");
    ASSERT_TRUE(wait([this] { return item("searchRow") != nullptr; }));
    ASSERT_TRUE(wait([this] { return assistant->conversations()->hits()->count() == 2; }));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    ASSERT_TRUE(wait([this] { return item("wantedMark") != nullptr; }));
    const auto mark = item("wantedMark")->mapToScene(QPointF(0, 0));
    EXPECT_GE(mark.y(), 0);
    EXPECT_LT(mark.y(), window->height());
}

TEST_F(ConversationStory, ALongConversationMakesOnlyTheRowsThatAreSeen) {
    constexpr int kMessages = 10000;
    std::vector<MessageRecord> messages;
    for (int i = 1; i <= kMessages; ++i) {
        MessageRecord record;
        record.id = i;
        record.conversation = 5;
        record.parent = i - 1;
        record.kind = i % 2 == 1 ? MessageKind::User : MessageKind::Assistant;
        record.text = "Message " + std::to_string(i) + " with **some** words in it.";
        messages.push_back(record);
    }
    auto store = ConversationStore::openBeside((folder_ / "conversations.db").string());
    ASSERT_TRUE(store);
    ASSERT_TRUE((*store)->putWhole({5, "Long", 1, 1, false, kMessages}, messages));
    assistant->conversations()->loadList();
    ASSERT_TRUE(wait([this] { return assistant->conversations()->list()->find(5) != nullptr; }));
    QElapsedTimer timer;
    timer.start();
    assistant->chat()->open(5);
    ASSERT_TRUE(wait([this] {
        return assistant->chat()->messages()->count() == kMessages && item("messageList") != nullptr;
    }));
    ASSERT_TRUE(
        wait([this] { return item("messageList")->property("atYEnd").toBool() && count("MessageRow") > 2; }));
    std::printf("opened after %lld ms\n", static_cast<long long>(timer.elapsed()));
    EXPECT_LT(count("MessageRow"), 60);
    auto* list = item("messageList");
    for (int i = 0; i < 3; ++i) QMetaObject::invokeMethod(list, "scroll", Q_ARG(QVariant, -0.5));
    QTest::qWait(300);  // rows are made, and heights become known
    EXPECT_FALSE(list->property("following").toBool());
    EXPECT_FALSE(list->property("atYEnd").toBool()) << "who scrolls away is not taken back to the end";
}

}  // namespace
}  // namespace hearth::app

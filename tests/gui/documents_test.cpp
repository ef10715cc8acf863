// The stories of asking documents: an answer shows what it rests on, and the conversation what it searches.
#include "gui/pages_fixture.h"

namespace hearth::app {
namespace {

class DocumentsStory : public PagesTest {
  protected:
    QString textOf(const char* name) {
        return item(name) == nullptr ? QString() : item(name)->property("text").toString();
    }
};

TEST_F(DocumentsStory, AnAnswerShowsItsSourcesAndItsState) {
    ask("how much is the rent");
    ASSERT_TRUE(wait([this] { return item("source2") != nullptr; }));
    EXPECT_EQ(textOf("source1"), "Lease 2026, page 3");
    EXPECT_TRUE(textOf("documentState").contains("5 found")) << textOf("documentState").toStdString();
    EXPECT_TRUE(textOf("documentState").contains("2 used"));
    EXPECT_TRUE(textOf("unsupportedWords").contains("Pets are welcome."));
    EXPECT_EQ(unnamed(), std::vector<std::string>());
}

TEST_F(DocumentsStory, WhatNoPassageSaysIsUnderlinedAndExplained) {
    ask("how much is the rent");
    std::optional<QPoint> doubt;
    ASSERT_TRUE(wait([&] {
        doubt = linkIn(window->contentItem(), QStringLiteral("hearth-unsupported:2"));
        return doubt.has_value();
    }));
    EXPECT_EQ(item("doubtTip"), nullptr);
    QTest::mouseMove(window, *doubt);
    EXPECT_TRUE(wait([this] { return item("doubtTip") != nullptr; }));
    QTest::mouseMove(window, QPoint(5, 5));
    EXPECT_TRUE(wait([this] { return item("doubtTip") == nullptr; }));
}

TEST_F(DocumentsStory, ItsSourcesAreKept) {
    ask("how much is the rent");
    const auto* messages = assistant->chat()->messages();
    const auto sources = messages->data(messages->index(1), MessageListModel::SourcesRole).toMap();
    ASSERT_EQ(sources.value("sources").toList().size(), 2);
    const auto first = sources.value("sources").toList().constFirst().toMap();
    EXPECT_EQ(first.value("mark").toString(), "The monthly rent is 800 euros");
    EXPECT_EQ(first.value("file").toString(), "Lease 2026.pdf");
    EXPECT_TRUE(messages->data(messages->index(1), MessageListModel::ShownTextRole)
                    .toString()
                    .contains("(hearth-unsupported:"));
}

TEST_F(DocumentsStory, AConversationKeepsWhatItSearches) {
    auto* chat = assistant->chat();
    EXPECT_EQ(chat->search(), ChatService::Search::Everything);
    chat->searchIn(ChatService::Search::Nothing);  // before it has begun
    ask("how much is the rent");
    EXPECT_EQ(chat->search(), ChatService::Search::Nothing);
    chat->searchIn(ChatService::Search::Folders, {"/home/ana/Documents"});
    const auto id = chat->conversationId();
    chat->startNew();
    EXPECT_EQ(chat->search(), ChatService::Search::Everything) << "a new one begins anew";
    chat->open(id);
    ASSERT_TRUE(wait([&] { return !chat->loading() && chat->conversationId() == id; }));
    EXPECT_EQ(chat->search(), ChatService::Search::Folders);
    EXPECT_EQ(chat->searchFolders(), QStringList{"/home/ana/Documents"});
}

}  // namespace
}  // namespace hearth::app

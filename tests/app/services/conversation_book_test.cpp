#include "services/conversation_book.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "app/records.h"
#include "app/services/service_fixture.h"

namespace hearth::app {
namespace {

class ConversationBookTest : public ServiceTest {
  protected:
    void ask(const QString& text) {
        chat->startNew();
        chat->send(text);
        ASSERT_TRUE(waitIdle());
    }
};

TEST_F(ConversationBookTest, IdsGrowAndFitIntoADouble) {
    std::int64_t before = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto id = book->newId();
        EXPECT_GT(id, before);
        EXPECT_LT(id, std::int64_t{1} << 53);
        before = id;
    }
}

TEST_F(ConversationBookTest, RenamesAndPinsForGood) {
    ask("one");
    const auto one = chat->conversationId();
    book->rename(one, "  A better name ");
    book->setPinned(one, true);
    book->rename(one, "   ");
    ask("two");
    reopen();
    EXPECT_EQ(book->list()->find(one)->title, "A better name");
    EXPECT_EQ(book->list()->data(book->list()->index(0), ConversationListModel::IdRole).toLongLong(), one);
}

TEST_F(ConversationBookTest, TitlesOfTheProgramGiveWayToThoseOfTheUser) {
    ask("one");
    const auto one = chat->conversationId();
    book->nameAutomatically(one, "From the model");
    EXPECT_EQ(book->list()->find(one)->title, "From the model");
    book->rename(one, "Mine");
    chat->send("two");  // saves the conversation again
    ASSERT_TRUE(waitIdle());
    book->nameAutomatically(one, "From the model again");
    reopen();
    EXPECT_EQ(book->list()->find(one)->title, "Mine");
    EXPECT_TRUE(book->list()->find(one)->named);
}

TEST_F(ConversationBookTest, WhatIsKeptOffTheDiskIsNeverWritten) {
    ConversationRecord record;
    record.id = book->newId();
    record.title = "secret";
    book->keepOffDisk(record.id);
    book->save(record);
    book->save(message(book->newId(), 0, MessageKind::User, "a secret word", record.id));
    EXPECT_EQ(book->list()->find(record.id), nullptr);
    ask("one");
    reopen();
    EXPECT_EQ(book->list()->find(record.id), nullptr);
    EXPECT_EQ(book->list()->count(), 1);
    book->setSearch("secret");
    ASSERT_TRUE(QTest::qWaitFor([this] { return book->hits()->searched(); }, kPatienceMs));
    EXPECT_EQ(book->hits()->count(), 0);
}

TEST_F(ConversationBookTest, ARemovedConversationCanBeBroughtBack) {
    ask("one");
    const auto one = chat->conversationId();
    book->remove(one);
    EXPECT_EQ(book->list()->find(one), nullptr);
    book->restore();
    ASSERT_NE(book->list()->find(one), nullptr);
    chat->open(one);
    ASSERT_TRUE(QTest::qWaitFor([&] { return chat->messages()->count() == 2; }, kPatienceMs));
}

TEST_F(ConversationBookTest, ARemovedConversationIsGoneAtTheNextStart) {
    ask("one");
    const auto one = chat->conversationId();
    book->remove(one);
    reopen();
    EXPECT_EQ(book->list()->find(one), nullptr);
}

TEST_F(ConversationBookTest, SearchFindsThePlacesWithWhatStandsAround) {
    const QAbstractItemModelTester tester(book->hits(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    ask("please <water> the plants");
    ask("call the bank");
    book->setSearch("p");
    book->setSearch("plan");
    ASSERT_TRUE(QTest::qWaitFor([this] { return book->hits()->count() == 2; }, kPatienceMs));
    const auto hit = [this](int row, int role) { return book->hits()->data(book->hits()->index(row), role); };
    EXPECT_EQ(hit(0, SearchHitModel::MessageRole).toLongLong(), 0) << "the title comes first";
    EXPECT_EQ(hit(1, SearchHitModel::SnippetRole).toString(), "please &lt;water&gt; the <b>plants</b>");
    const auto conversation = hit(1, SearchHitModel::ConversationRole).toLongLong();
    QSignalSpy wanted(chat.get(), &ChatService::messageWanted);
    chat->openAt(conversation, hit(1, SearchHitModel::MessageRole).toLongLong());
    ASSERT_TRUE(QTest::qWaitFor([&] { return wanted.count() == 1; }, kPatienceMs));
    EXPECT_EQ(chat->conversationId(), conversation);
    EXPECT_EQ(wanted[0][0].toInt(), 0);
    book->setSearch("");
    EXPECT_EQ(book->hits()->count(), 0);
}

TEST_F(ConversationBookTest, TellsAtTheStartOfCardsThatWait) {
    chat->send("lunch with my sister");
    ASSERT_TRUE(waitIdle());
    const auto id = chat->conversationId();
    close();
    auto opened = ConversationStore::open((folder / "c.db").string());
    ASSERT_TRUE(opened);
    StoreThread thread(std::move(*opened));
    ConversationBook next(thread);
    QSignalSpy found(&next, &ConversationBook::waitingFound);
    ASSERT_TRUE(QTest::qWaitFor([&] { return found.count() == 1; }, kPatienceMs));
    EXPECT_EQ(found[0][0].toLongLong(), id);
    EXPECT_EQ(found[0][1].toString(), "Lunch with my sister, tomorrow 12:00–13:30");
    EXPECT_EQ(found[0][2].toInt(), 1);
}

TEST_F(ConversationBookTest, TellsWhenAllIsOnDisk) {
    chat->send("what can you do");
    ASSERT_TRUE(waitIdle());
    bool saved = false;
    book->afterSaves(book.get(), [&] { saved = true; });
    ASSERT_TRUE(QTest::qWaitFor([&] { return saved; }, kPatienceMs));
    auto beside = ConversationStore::open((folder / "c.db").string());
    ASSERT_TRUE(beside);
    EXPECT_EQ((*beside)->messages(chat->conversationId())->size(), 2u);
}

}  // namespace
}  // namespace hearth::app

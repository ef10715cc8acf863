#include "exchange/importer.h"

#include <gmock/gmock.h>

#include "app/records.h"
#include "fakes/temporary_folder.h"
#include "store/conversation_tree.h"
#include "store/record_ids.h"

namespace hearth::app {
namespace {

constexpr std::int64_t kTime = 1'700'000'000'000;

WholeConversation talk(std::int64_t time) {
    WholeConversation whole;
    whole.record.title = "Talk";
    whole.record.createdMs = time;
    whole.record.leaf = 3;
    whole.messages = {message(1, 0, MessageKind::User, "hello"), message(2, 1, MessageKind::Assistant, "one"),
                      message(3, 1, MessageKind::Assistant, "two"),
                      message(9, 77, MessageKind::User, "lost")};
    for (MessageRecord& m : whole.messages) m.createdMs = time;
    return whole;
}

class Importer : public testing::Test {
  protected:
    void SetUp() override {
        auto store = ConversationStore::open((folder_ / "c.db").string());
        ASSERT_TRUE(store);
        store_ = std::move(*store);
    }
    tests::TemporaryFolder folder_;
    std::unique_ptr<ConversationStore> store_;
};

TEST_F(Importer, GivesNewNumbersAndKeepsTheTree) {
    const auto count = importConversations(*store_, {talk(kTime), talk(0)}, kTime + 5);
    ASSERT_TRUE(count) << count.error().text();
    EXPECT_EQ(count->conversations, 2);
    EXPECT_EQ(count->messages, 8);
    const auto records = store_->conversations();
    ASSERT_TRUE(records);
    for (const ConversationRecord& record : *records) {
        const auto whole = readWhole(*store_, record.id);
        ASSERT_TRUE(whole);
        EXPECT_GE(record.id, firstIdAt(kTime));
        EXPECT_LT(record.id, std::int64_t{1} << 53);
        const ConversationTree tree(whole->record, whole->messages);
        ASSERT_EQ(tree.branch().size(), 2u);
        EXPECT_EQ(tree.find(tree.branch()[1])->text, "two");
        EXPECT_EQ(tree.versions(tree.branch()[1]).size(), 2u);
    }
    EXPECT_EQ(store_->search("hello")->size(), 2u);
}

TEST_F(Importer, TakesNothingInTwice) {
    ASSERT_TRUE(importConversations(*store_, {talk(kTime)}, kTime));
    const auto again = importConversations(*store_, {talk(kTime), talk(kTime + 1)}, kTime);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->alreadyThere, 1);
    EXPECT_EQ(again->conversations, 1);
    EXPECT_EQ(store_->conversations()->size(), 2u);
}

TEST_F(Importer, MakesTitlesOfTheFirstWords) {
    WholeConversation whole = talk(kTime);
    whole.record.title.clear();
    whole.messages[0].text = "hello\nworld \xff";
    ASSERT_TRUE(importConversations(*store_, {whole}, kTime));
    EXPECT_EQ(store_->conversations()->front().title, "hello");
}

TEST_F(Importer, WhatGoesOutComesBackTheSame) {
    ASSERT_TRUE(importConversations(*store_, {talk(kTime)}, kTime));
    const auto first = readWhole(*store_, store_->conversations()->front().id);
    const std::string out = toJson({*first});
    auto other = ConversationStore::open((folder_ / "other.db").string());
    ASSERT_TRUE(other);
    ASSERT_TRUE(importConversations(**other, *readConversations(out), kTime));
    const auto second = readWhole(**other, (*other)->conversations()->front().id);
    EXPECT_EQ(toJson({*second}), out);
}

}  // namespace
}  // namespace hearth::app

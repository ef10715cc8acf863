#include "store/conversation_search.h"

#include <gmock/gmock.h>

#include "app/records.h"
#include "fakes/temporary_folder.h"
#include "store/conversation_store.h"

namespace hearth::app {
namespace {

class ConversationSearch : public testing::Test {
  protected:
    void SetUp() override {
        auto store = ConversationStore::open((folder_ / "c.db").string());
        ASSERT_TRUE(store) << store.error().text();
        store_ = std::move(*store);
        put(1, "Lunch plans");
        put(2, "Holiday");
        say(10, 1, "Where shall we have lunch?");
        say(11, 2, std::string(400, 'x') + " we could take our\nlunch to the beach " + std::string(400, 'y'));
        say(12, 1, "At the café");
    }
    void put(std::int64_t id, const std::string& title) {
        ASSERT_TRUE(store_->putConversation({id, title, id, id, false, 0}));
    }
    void say(std::int64_t id, std::int64_t conversation, const std::string& text) {
        ASSERT_TRUE(store_->putMessage(message(id, 0, MessageKind::User, text, conversation)));
    }
    std::vector<std::int64_t> messagesOf(const std::string& query, int limit = 50) {
        std::vector<std::int64_t> out;
        const auto hits = store_->find(query, limit);
        for (const SearchHit& hit : *hits) out.push_back(hit.message);
        return out;
    }
    tests::TemporaryFolder folder_;
    std::unique_ptr<ConversationStore> store_;
};

TEST_F(ConversationSearch, TitlesFirstThenTheNewest) {
    EXPECT_THAT(messagesOf("lunch"), testing::ElementsAre(0, 11, 10));
    EXPECT_THAT(messagesOf("lunch", 2), testing::ElementsAre(0, 11));
    EXPECT_THAT(messagesOf("lu sha"), testing::ElementsAre(10));
    EXPECT_THAT(messagesOf("supper"), testing::IsEmpty());
    EXPECT_THAT(messagesOf(""), testing::IsEmpty());
    EXPECT_THAT(messagesOf("\" OR *"), testing::IsEmpty());
}

TEST_F(ConversationSearch, ShowsTheWordsWhereTheyStand) {
    const auto hits = *store_->find("lunch beach");
    ASSERT_EQ(hits.size(), 1u);
    const SearchHit& hit = hits.front();
    EXPECT_EQ(hit.title, "Holiday");
    EXPECT_LT(hit.snippet.size(), 900u);
    EXPECT_EQ(hit.snippet.find('\n'), std::string::npos);
    ASSERT_EQ(hit.marks.size(), 2u);
    EXPECT_EQ(hit.snippet.substr(hit.marks[0].first, hit.marks[0].second - hit.marks[0].first), "lunch");
    EXPECT_EQ(hit.snippet.substr(hit.marks[1].first, hit.marks[1].second - hit.marks[1].first), "beach");
}

TEST_F(ConversationSearch, FollowsChangesAndRemovals) {
    say(12, 1, "At the brasserie");
    EXPECT_THAT(messagesOf("cafe"), testing::IsEmpty());
    EXPECT_THAT(messagesOf("brass"), testing::ElementsAre(12));
    put(1, "Dinner");
    EXPECT_THAT(messagesOf("dinner"), testing::ElementsAre(0));
    ASSERT_TRUE(store_->removeConversation(1));
    EXPECT_THAT(messagesOf("lunch"), testing::ElementsAre(11));
    ASSERT_TRUE(store_->setDeleted(2, 5));
    EXPECT_THAT(messagesOf("lunch"), testing::IsEmpty());
}

}  // namespace
}  // namespace hearth::app

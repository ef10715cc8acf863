#include "store/conversation_store.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "app/records.h"
#include "fakes/temporary_folder.h"

namespace hearth::app {
using tests::TemporaryFolder;
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

std::unique_ptr<ConversationStore> openStore(const std::string& path) {
    auto store = ConversationStore::open(path);
    EXPECT_TRUE(store) << (store ? "" : store.error().text());
    return store ? std::move(*store) : nullptr;
}

TEST(ConversationStore, KeepsConversationsAndMessagesAcrossOpening) {
    const TemporaryFolder folder;
    const auto path = (folder / "c.db").string();
    {
        auto store = openStore(path);
        const agent::DocumentScope scope{agent::DocumentScope::Use::WhereTheyFit, {"/home/ana/Leases"}, 5, 9};
        ASSERT_TRUE(store->putConversation(
            {1, "Lunch", 10, 20, true, 3, false, agent::RemoteUse::Automatic, true, scope}));
        auto answer = message(2, 1, MessageKind::Assistant, "Grüße – 你好");
        answer.model = "Built-in model";
        answer.host = "gateway.example.org";
        answer.note = "It failed.";
        answer.tokensPerSecond = 31.5;
        answer.calls = {agent::Call{"create_event", {{"attendees", "Ana"}, {"attendees", "Ben"}}}};
        auto asked = message(1, 0, MessageKind::User, "hello");
        asked.attached = {{"lease.txt", "The rent is 800.\n", "/home/ana/lease.txt"}, {"long.pdf", "", ""}};
        ASSERT_TRUE(store->putMessage(asked));
        ASSERT_TRUE(store->putMessage(answer));
        auto action = actionMessage(3, 2, "a1");
        action.state = MessageState::Complete;
        action.action.state = ActionState::Done;
        action.action.auditId = 7;
        action.action.undoable = true;
        action.action.doneMs = 99;
        action.action.proposed.replaces = 6;
        ASSERT_TRUE(store->putMessage(action));
    }
    auto store = openStore(path);
    const auto conversations = store->conversations();
    ASSERT_TRUE(conversations);
    ASSERT_EQ(conversations->size(), 1u);
    EXPECT_EQ(conversations->front().title, "Lunch");
    EXPECT_TRUE(conversations->front().pinned);
    EXPECT_EQ(conversations->front().leaf, 3);
    EXPECT_EQ(conversations->front().remote, agent::RemoteUse::Automatic);
    EXPECT_TRUE(conversations->front().remoteAgreed);
    ASSERT_TRUE(conversations->front().documents);
    EXPECT_EQ(conversations->front().documents->folders, std::vector<std::string>{"/home/ana/Leases"});
    EXPECT_EQ(conversations->front().documents->until, 9);
    const auto messages = store->messages(1);
    ASSERT_TRUE(messages);
    ASSERT_EQ(messages->size(), 3u);
    ASSERT_EQ((*messages)[0].attached.size(), 2u);
    EXPECT_EQ((*messages)[0].attached[0].text, "The rent is 800.\n");
    EXPECT_EQ((*messages)[0].attached[1].name, "long.pdf");
    EXPECT_EQ((*messages)[1].text, "Grüße – 你好");
    EXPECT_EQ((*messages)[1].host, "gateway.example.org");
    EXPECT_EQ((*messages)[1].note, "It failed.");
    EXPECT_EQ((*messages)[1].tokensPerSecond, 31.5);
    ASSERT_EQ((*messages)[1].calls.size(), 1u);
    EXPECT_THAT((*messages)[1].calls[0].arguments,
                ElementsAre(std::pair<std::string, std::string>("attendees", "Ana"),
                            std::pair<std::string, std::string>("attendees", "Ben")));
    const auto& action = (*messages)[2].action;
    EXPECT_EQ(action.state, ActionState::Done);
    EXPECT_EQ(action.auditId, 7);
    EXPECT_TRUE(action.undoable);
    EXPECT_EQ(action.doneMs, 99);
    EXPECT_EQ(action.proposed.replaces, 6);
    ASSERT_EQ(action.proposed.prepared.fields.size(), 2u);
    EXPECT_EQ(action.proposed.prepared.fields[1].value, "2026-11-23");
    EXPECT_THAT(action.proposed.prepared.warnings, ElementsAre("Overlaps “Stand-up”"));
}

TEST(ConversationStore, ClosesWhatTheLastRunLeftOpen) {
    const TemporaryFolder folder;
    const auto path = (folder / "c.db").string();
    {
        auto store = openStore(path);
        ASSERT_TRUE(store->putConversation({1, "Lunch", 10, 20, false, 4}));
        auto streaming = message(1, 0, MessageKind::Assistant, "half an ans");
        streaming.state = MessageState::Streaming;
        ASSERT_TRUE(store->putMessage(streaming));
        ASSERT_TRUE(store->putMessage(actionMessage(2, 1, "waiting")));
        auto running = actionMessage(3, 2, "running");
        running.action.state = ActionState::Running;
        ASSERT_TRUE(store->putMessage(running));
    }
    auto store = openStore(path);
    const auto messages = store->messages(1);
    ASSERT_TRUE(messages);
    ASSERT_EQ(messages->size(), 3u);
    EXPECT_EQ((*messages)[0].state, MessageState::Stopped);
    EXPECT_EQ((*messages)[0].text, "half an ans");
    EXPECT_EQ((*messages)[1].action.state, ActionState::Waiting) << "it is taken up again";
    EXPECT_EQ((*messages)[2].action.state, ActionState::Running) << "the agent knows what became of it";
    EXPECT_EQ((*messages)[2].state, MessageState::Complete);
}

TEST(ConversationStore, FindsTheCardsThatWait) {
    const TemporaryFolder folder;
    auto store = openStore((folder / "c.db").string());
    ASSERT_TRUE(store->putConversation({1, "Lunch", 10, 20, false, 4}));
    ASSERT_TRUE(store->putMessage(actionMessage(2, 0, "waiting")));
    auto done = actionMessage(3, 2, "done");
    done.action.state = ActionState::Done;
    ASSERT_TRUE(store->putMessage(done));
    const auto cards = store->waitingCards(0);
    ASSERT_TRUE(cards) << cards.error().text();
    ASSERT_EQ(cards->size(), 1u);
    EXPECT_EQ(cards->front().conversation, 1);
    EXPECT_EQ(cards->front().summary, "Lunch, tomorrow 12:00");
    EXPECT_THAT(*store->waitingCards(5000), IsEmpty()) << "too old";
}

TEST(ConversationStore, RemovesAConversationWithItsMessages) {
    const TemporaryFolder folder;
    auto store = openStore((folder / "c.db").string());
    ASSERT_TRUE(store->putConversation({1, "Lunch", 10, 20, false, 0}));
    ASSERT_TRUE(store->putMessage(message(1, 0, MessageKind::User, "hello")));
    ASSERT_TRUE(store->removeConversation(1));
    EXPECT_THAT(*store->conversations(), IsEmpty());
    EXPECT_THAT(*store->messages(1), IsEmpty());
    EXPECT_THAT(*store->search("hello"), IsEmpty());
}

TEST(ConversationStore, RefusesAMessageWithoutConversation) {
    const TemporaryFolder folder;
    auto store = openStore((folder / "c.db").string());
    const auto put = store->putMessage(message(1, 0, MessageKind::User, "hello", 99));
    ASSERT_FALSE(put);
    EXPECT_EQ(put.error().code, base::ErrorCode::Io);
}

struct SearchCase {
    std::string query;
    std::vector<std::int64_t> found;
};

class Search : public testing::TestWithParam<SearchCase> {};

TEST_P(Search, FindsWordsByTheirBeginning) {
    const TemporaryFolder folder;
    auto store = openStore((folder / "c.db").string());
    ASSERT_TRUE(store->putConversation({1, "Lunch 100%", 1, 1, false, 0}));
    ASSERT_TRUE(store->putConversation({2, "Bank", 1, 1, false, 0}));
    ASSERT_TRUE(store->putMessage(message(1, 0, MessageKind::User, "lunch with my sister at the Café", 1)));
    ASSERT_TRUE(store->putMessage(message(2, 0, MessageKind::User, "remind me to call the bank", 2)));
    auto changed = message(2, 0, MessageKind::User, "remind me to ring the bank", 2);
    ASSERT_TRUE(store->putMessage(changed));  // the old words are forgotten
    const auto found = store->search(GetParam().query);
    ASSERT_TRUE(found) << found.error().text();
    EXPECT_THAT(*found, testing::UnorderedElementsAreArray(GetParam().found));
}

INSTANTIATE_TEST_SUITE_P(Words, Search,
                         testing::Values(SearchCase{"sis", {1}}, SearchCase{"LUNCH sist", {1}},
                                         SearchCase{"the", {1, 2}}, SearchCase{"cafe", {1}},
                                         SearchCase{"call", {}}, SearchCase{"ring", {2}}, SearchCase{"", {}},
                                         SearchCase{"   ", {}}, SearchCase{"100%", {1}}, SearchCase{"\"", {}},
                                         SearchCase{"a OR NOT (\" *", {}}, SearchCase{"_ank", {}}));

TEST(ConversationStore, DeletedOnesComeBackUntilTheyArePurged) {
    const TemporaryFolder folder;
    auto store = openStore((folder / "c.db").string());
    ASSERT_TRUE(store->putConversation({1, "Lunch", 1, 1, false, 0}));
    ASSERT_TRUE(store->putMessage(message(1, 0, MessageKind::User, "hello", 1)));
    ASSERT_TRUE(store->setDeleted(1, 500));
    EXPECT_THAT(*store->conversations(), IsEmpty());
    EXPECT_THAT(*store->search("hello"), IsEmpty());
    EXPECT_EQ(store->deletedConversations()->size(), 1u);
    ASSERT_TRUE(store->purgeDeleted(500));
    ASSERT_TRUE(store->setDeleted(1, 0));
    EXPECT_EQ(store->conversations()->size(), 1u);
    ASSERT_TRUE(store->setDeleted(1, 500));
    ASSERT_TRUE(store->purgeDeleted(501));
    EXPECT_EQ(store->setDeleted(1, 0).error().code, base::ErrorCode::NotFound);
    EXPECT_FALSE(store->hasMessage(1));
}

TEST(ConversationStore, TitlesThatTheUserGaveStay) {
    const TemporaryFolder folder;
    auto store = openStore((folder / "c.db").string());
    ASSERT_TRUE(store->putConversation({1, "first words", 1, 1, false, 0}));
    ASSERT_TRUE(store->putConversation({2, "Mine", 1, 1, false, 0, true}));
    for (const std::int64_t id : {1, 2}) ASSERT_TRUE(store->putAutomaticTitle(id, "From the model"));
    EXPECT_EQ(store->conversation(1)->title, "From the model");
    EXPECT_EQ(store->conversation(2)->title, "Mine");
    EXPECT_THAT(*store->search("model"), testing::ElementsAre(1));
}

TEST(ConversationStore, AProgramBesideChangesNothingOfARunningAnswer) {
    const TemporaryFolder folder;
    const auto path = (folder / "c.db").string();
    auto store = openStore(path);
    ASSERT_TRUE(store->putConversation({1, "Lunch", 1, 1, false, 0}));
    auto answer = message(1, 0, MessageKind::Assistant, "so f");
    answer.state = MessageState::Streaming;
    ASSERT_TRUE(store->putMessage(answer));
    ASSERT_TRUE(ConversationStore::openBeside(path));
    EXPECT_EQ(store->messages(1)->front().state, MessageState::Streaming);
}

TEST(ConversationStore, SaysWhatIsWrongWithAFileThatIsNoDatabase) {
    const TemporaryFolder folder;
    const auto path = (folder / "c.db").string();
    std::ofstream(path) << std::string(5000, 'x');
    const auto store = ConversationStore::open(path);
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, base::ErrorCode::InvalidInput);
    EXPECT_THAT(store.error().text(), HasSubstr("damaged"));
    EXPECT_THAT(store.error().text(), HasSubstr("c.db"));
}

TEST(ConversationStore, SaysWhereItCannotWrite) {
    const auto store = ConversationStore::open("/nowhere/at/all/c.db");
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, base::ErrorCode::Io);
    EXPECT_THAT(store.error().text(), HasSubstr("/nowhere/at/all/c.db"));
}

TEST(ConversationStore, TwoProgramsMayHaveItOpen) {
    const TemporaryFolder folder;
    auto first = openStore((folder / "c.db").string());
    auto second = openStore((folder / "c.db").string());
    for (int i = 1; i <= 20; ++i) {
        ASSERT_TRUE(first->putConversation({i, "one", i, i, false, 0}));
        ASSERT_TRUE(second->putConversation({100 + i, "two", i, i, false, 0}));
    }
    EXPECT_EQ(first->conversations()->size(), 40u);
    EXPECT_EQ(second->conversations()->size(), 40u);
}

// All bytes of the database and its log.
std::string bytesOf(const TemporaryFolder& folder) {
    std::ostringstream out;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        out << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    return out.str();
}

TEST(ConversationStore, WhatIsRemovedForGoodLeavesNoTrace) {
    const TemporaryFolder folder;
    auto store = openStore((folder / "c.db").string());
    for (const std::int64_t id : {1, 2, 3}) {
        const std::string word = "canary" + std::to_string(id);
        ConversationRecord conversation;
        conversation.id = id;
        conversation.title = "title" + word;
        ASSERT_TRUE(store->putConversation(conversation));
        auto said = message(10 * id, 0, MessageKind::User, "tell " + word + " that");
        said.conversation = id;
        ASSERT_TRUE(store->putMessage(said));
    }
    EXPECT_THAT(bytesOf(folder), HasSubstr("canary1"));
    ASSERT_TRUE(store->removeConversation(1));
    ASSERT_TRUE(store->setDeleted(2, 50));
    ASSERT_TRUE(store->purgeDeleted(60));
    for (const char* word : {"canary1", "canary2"}) EXPECT_THAT(bytesOf(folder), Not(HasSubstr(word)));
    EXPECT_EQ(store->find("canary3")->size(), 1u);
    EXPECT_EQ(store->find("titlecanary3")->size(), 1u);
}

}  // namespace
}  // namespace hearth::app

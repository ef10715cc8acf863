#include "store/migrations.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "app/records.h"
#include "fakes/temporary_folder.h"
#include "store/conversation_store.h"

namespace hearth::app {
using tests::TemporaryFolder;
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// A copy of the database that version `version` of the program left, to be opened.
void putOld(const std::string& path, int version) {
    std::filesystem::copy_file(HEARTH_SOURCE "/tests/data/conversations/v" + std::to_string(version) + ".db",
                               path);
}

int versionOf(const std::string& path) {
    auto database = rag::Database::open(path, "conversations");
    auto version = (*database)->prepare("PRAGMA user_version");
    EXPECT_TRUE(*version->step());
    return static_cast<int>(version->integer(0));
}

class EveryOlderVersion : public testing::TestWithParam<int> {};

TEST_P(EveryOlderVersion, OpensAndKeepsEverything) {
    const TemporaryFolder folder;
    const auto path = (folder / "c.db").string();
    putOld(path, GetParam());
    auto store = ConversationStore::open(path);
    ASSERT_TRUE(store) << store.error().text();
    const auto conversations = *(*store)->conversations();
    ASSERT_EQ(conversations.size(), 2u);
    EXPECT_EQ(conversations[1].title, "Lunch with Ana");
    EXPECT_TRUE(conversations[1].pinned);
    EXPECT_EQ(conversations[1].leaf, 105);
    EXPECT_EQ(conversations[1].createdMs, 1700000000000);
    const auto messages = *(*store)->messages(11);
    ASSERT_EQ(messages.size(), 5u);
    EXPECT_EQ(messages[0].text, "set up lunch with Ana at the Café tomorrow");
    EXPECT_EQ(messages[1].calls.front().tool, "create_event");
    EXPECT_EQ(messages[2].action.proposed.prepared.fields.front().value, "Lunch");
    EXPECT_EQ(messages[2].action.auditId, 7);
    EXPECT_EQ(messages[2].action.state, ActionState::Done);
    EXPECT_EQ(messages[4].error, "The disk is full.");
    EXPECT_EQ((*store)->messages(12)->front().text, "明天中午一起吃饭吧");
    EXPECT_THAT(*(*store)->search("ana cafe"), ElementsAre(11));
    EXPECT_THAT(*(*store)->search("中午"), ElementsAre(12));
    EXPECT_EQ(conversations[1].remote, GetParam() >= 4 ? agent::RemoteUse::Ask : agent::RemoteUse::Never);
    EXPECT_EQ(conversations[1].documents, std::nullopt) << "as new ones do";
    EXPECT_EQ(versionOf(path), newestSchema());
    EXPECT_EQ(versionOf(path + ".v" + std::to_string(GetParam()) + ".backup"), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Versions, EveryOlderVersion, testing::Range(1, newestSchema()));

TEST(Migrations, AFailedStepPutsTheBackupBackAndSaysSo) {
    const TemporaryFolder folder;
    const auto path = (folder / "c.db").string();
    putOld(path, 2);
    {
        auto database = rag::Database::open(path, "conversations");
        ASSERT_TRUE(database);
        ASSERT_TRUE((*database)->execute("CREATE TABLE title_words(x)"));  // in the way of step 3
    }
    const auto store = ConversationStore::open(path);
    ASSERT_FALSE(store);
    EXPECT_THAT(store.error().text(), HasSubstr("title_words"));
    EXPECT_THAT(store.error().text(), HasSubstr("as they were before"));
    EXPECT_EQ(versionOf(path), 2);
    auto database = rag::Database::open(path, "conversations");
    auto title = (*database)->prepare("SELECT title FROM conversations WHERE id=11");
    ASSERT_TRUE(title);
    ASSERT_TRUE(*title->step());
    EXPECT_EQ(title->text(0), "Lunch with Ana");
    auto column = (*database)->prepare("SELECT named FROM conversations");
    EXPECT_FALSE(column);  // nothing of the failed step is left
}

TEST(Migrations, LeavesADatabaseOfANewerProgramAlone) {
    const TemporaryFolder folder;
    const auto path = (folder / "c.db").string();
    {
        auto database = rag::Database::open(path, "conversations");
        ASSERT_TRUE((*database)->execute("PRAGMA user_version=99"));
    }
    const auto store = ConversationStore::open(path);
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, base::ErrorCode::Unsupported);
    EXPECT_THAT(store.error().text(), HasSubstr("newer Hearth"));
}

}  // namespace
}  // namespace hearth::app

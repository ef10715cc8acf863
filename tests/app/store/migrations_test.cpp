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

// A database as version `version` of the program left it, with one conversation.
void makeOld(const std::string& path, int version) {
    auto database = Database::open(path);
    ASSERT_TRUE(database);
    ASSERT_TRUE(migrate(**database, version));
    ASSERT_TRUE(
        (*database)->execute("INSERT INTO conversations VALUES(1,'Lunch',1,2,0,5);"
                             "INSERT INTO messages VALUES(5,1,0,0,1,'lunch with Ana','','',3,'{}');"));
}

class EveryOlderVersion : public testing::TestWithParam<int> {};

TEST_P(EveryOlderVersion, OpensAndKeepsEverything) {
    const TemporaryFolder folder;
    const auto path = (folder / "c.db").string();
    makeOld(path, GetParam());
    auto store = ConversationStore::open(path);
    ASSERT_TRUE(store) << store.error().text();
    EXPECT_EQ((*store)->conversations()->front().title, "Lunch");
    EXPECT_EQ((*store)->messages(1)->front().text, "lunch with Ana");
    EXPECT_THAT(*(*store)->search("ana"), ElementsAre(1));
    const bool older = GetParam() < newestSchema();
    EXPECT_EQ(std::filesystem::exists(path + ".v" + std::to_string(GetParam()) + ".backup"), older);
}

INSTANTIATE_TEST_SUITE_P(Versions, EveryOlderVersion, testing::Range(1, newestSchema() + 1));

TEST(Migrations, TheBackupIsTheOldDatabase) {
    const TemporaryFolder folder;
    const auto path = (folder / "c.db").string();
    makeOld(path, 1);
    ASSERT_TRUE(ConversationStore::open(path));
    auto backup = Database::open(path + ".v1.backup");
    ASSERT_TRUE(backup);
    auto version = (*backup)->prepare("PRAGMA user_version");
    ASSERT_TRUE(version);
    ASSERT_TRUE(*version->step());
    EXPECT_EQ(version->integer(0), 1);
    auto title = (*backup)->prepare("SELECT title FROM conversations");
    ASSERT_TRUE(title);
    ASSERT_TRUE(*title->step());
    EXPECT_EQ(title->text(0), "Lunch");
}

TEST(Migrations, AFailedStepLeavesTheDatabaseAsItWas) {
    const TemporaryFolder folder;
    const auto path = (folder / "c.db").string();
    makeOld(path, 1);
    {
        auto database = Database::open(path);
        ASSERT_TRUE(database);
        ASSERT_TRUE((*database)->execute("CREATE TABLE message_words(x)"));  // in the way of step 2
        const auto done = migrate(**database);
        ASSERT_FALSE(done);
        EXPECT_THAT(done.error().text(), HasSubstr("message_words"));
    }
    auto database = Database::open(path);
    ASSERT_TRUE(database);
    auto version = (*database)->prepare("PRAGMA user_version");
    ASSERT_TRUE(*version->step());
    EXPECT_EQ(version->integer(0), 1);
}

TEST(Migrations, LeavesADatabaseOfANewerProgramAlone) {
    const TemporaryFolder folder;
    const auto path = (folder / "c.db").string();
    {
        auto database = Database::open(path);
        ASSERT_TRUE((*database)->execute("PRAGMA user_version=99"));
    }
    const auto store = ConversationStore::open(path);
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, base::ErrorCode::Unsupported);
    EXPECT_THAT(store.error().text(), HasSubstr("newer Hearth"));
}

}  // namespace
}  // namespace hearth::app

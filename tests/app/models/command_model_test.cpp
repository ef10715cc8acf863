#include "models/command_model.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QKeySequence>
#include <set>

#include "shell/command_table.h"
#include "shell/fuzzy.h"

namespace hearth::app {
namespace {

TEST(Fuzzy, PrefersBeginningsOfWordsAndLettersInARow) {
    EXPECT_EQ(fuzzyScore("xyz", "New conversation"), -1);
    EXPECT_EQ(fuzzyScore("", "New conversation"), 0);
    EXPECT_GT(fuzzyScore("nc", "New conversation"), fuzzyScore("nc", "An account"));
    EXPECT_GT(fuzzyScore("exp", "Export this conversation"), fuzzyScore("exp", "Search by express"));
    EXPECT_GT(fuzzyScore("set", "Settings"), fuzzyScore("set", "Show extras there"));
    EXPECT_GE(fuzzyScore("NEW CO", "new conversation"), 0);
}

TEST(CommandTable, IdsKeysAndWordsAreThereOnce) {
    std::set<std::string> ids, keys, words;
    for (const Command& command : commandTable()) {
        EXPECT_TRUE(ids.insert(command.id).second) << command.id;
        if (*command.keys != '\0') {
            EXPECT_TRUE(keys.insert(command.keys).second) << command.keys;
            EXPECT_FALSE(QKeySequence::fromString(command.keys).isEmpty()) << command.keys;
        }
        if (*command.slash != '\0') {
            EXPECT_TRUE(words.insert(command.slash).second) << command.slash;
        }
    }
}

TEST(CommandTable, ReadsWhatStandsBehindASlash) {
    EXPECT_STREQ(readSlash("/rename The trip").command->id, "rename");
    EXPECT_EQ(readSlash("/rename  The trip ").argument, "The trip");
    EXPECT_STREQ(readSlash("/NEW").command->id, "new");
    EXPECT_EQ(readSlash("/usr/bin is a folder").command, nullptr);
    EXPECT_EQ(readSlash("/").command, nullptr);
    EXPECT_EQ(readSlash("new").command, nullptr);
}

class CommandModelTest : public testing::Test {
  protected:
    CommandModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QVariant first(int role) { return model.data(model.index(0), role); }
};

TEST_F(CommandModelTest, FindsCommandsPagesConversationsAndSettings) {
    ConversationListModel conversations;
    conversations.load({{7, "Trip to Lisbon", 1, 10, false, 0}});
    model.setConversations(&conversations);
    model.setPlaces({QVariantMap{{"key", "actions"}, {"glyph", "calendar"}, {"text", "Actions"}}});
    struct Case {
        const char* typed;
        const char* command;
        QVariant argument;
    };
    for (const auto& [typed, command, argument] :
         {Case{"new con", "new", {}}, Case{"lisbon", "conversation", 7}, Case{"actio", "place", "actions"},
          Case{"less motion", "place", "settings"}, Case{"tmp", "temporary", {}}}) {
        model.setFilter(typed);
        ASSERT_GT(model.count(), 0) << typed;
        EXPECT_EQ(first(CommandModel::CommandRole).toString(), command) << typed;
        EXPECT_EQ(first(CommandModel::ArgumentRole).toString(), argument.toString()) << typed;
    }
    model.setFilter("qqqq");
    EXPECT_EQ(model.count(), 0);
    conversations.put({8, "qqqq", 1, 20, false, 0});
    EXPECT_EQ(model.count(), 1) << "a conversation that is new is found at once";
}

TEST_F(CommandModelTest, TheSheetHasWhatHasKeysAndTheMenuWhatHasAWord) {
    model.setScope(CommandModel::Scope::Shortcuts);
    for (int i = 0; i < model.count(); ++i)
        EXPECT_FALSE(model.data(model.index(i), CommandModel::KeysRole).toString().isEmpty());
    model.setScope(CommandModel::Scope::Slash);
    model.setFilter("ex");
    ASSERT_EQ(model.count(), 1);
    EXPECT_EQ(first(CommandModel::CommandRole).toString(), "export");
    EXPECT_EQ(model.slashCommand("/find lunch"), "find");
    EXPECT_EQ(model.slashArgument("/find lunch"), "lunch");
}

}  // namespace
}  // namespace hearth::app

#include "storage/data_vault.h"

#include <gtest/gtest.h>

#include "fakes/temporary_folder.h"
#include "store/conversation_store.h"

namespace hearth::app {
namespace {

using base::ErrorCode;

class DataVaultTest : public testing::Test {
  protected:
    void SetUp() override { ASSERT_NE(count(), -1); }
    // How many conversations can be read; -1: none of it.
    int count() const {
        auto store = ConversationStore::open((folder_ / "conversations.db").string());
        if (!store) return -1;
        const auto list = (*store)->conversations();
        return list ? static_cast<int>(list->size()) : -1;
    }
    DataVault data() const { return DataVault(folder_.path(), {1, 8192}); }

    tests::TemporaryFolder folder_;
};

TEST_F(DataVaultTest, IsOpenedByItsPassphrase) {
    ASSERT_TRUE(data().seal("first words"));
    EXPECT_TRUE(data().locked());
    EXPECT_EQ(count(), -1);
    auto again = data();
    EXPECT_EQ(again.open("other words").error().code, ErrorCode::Refused);
    EXPECT_TRUE(again.locked());
    ASSERT_TRUE(again.open("first words"));
    EXPECT_FALSE(again.locked());
    EXPECT_EQ(count(), 0);
}

TEST_F(DataVaultTest, IsUnsealedByThoseWhoKnowThePassphrase) {
    auto vault = data();
    ASSERT_TRUE(vault.seal("first words"));
    EXPECT_EQ(vault.unseal("other words").error().code, ErrorCode::Refused);
    ASSERT_TRUE(vault.changePassphrase("first words", "next words"));
    ASSERT_TRUE(vault.unseal("next words"));
    EXPECT_FALSE(vault.sealed());
    EXPECT_EQ(count(), 0);
}

TEST_F(DataVaultTest, JoinsTheKeyring) {
    auto vault = data();
    ASSERT_TRUE(vault.seal("first words"));
    const auto key = vault.joinKeyring("first words");
    ASSERT_TRUE(key);
    EXPECT_TRUE(vault.opensByKeyring());
    // One sealing at a time: SQLite has one lowest layer.
    vault = data();
    ASSERT_TRUE(vault.openByKeyring(*key));
    EXPECT_EQ(count(), 0);
}

TEST_F(DataVaultTest, ForgetsItsKeyOnlyWhenNothingIsLeft) {
    auto vault = data();
    ASSERT_TRUE(vault.seal("first words"));
    vault.forgetIfUnused();
    EXPECT_TRUE(vault.sealed());
    std::filesystem::remove(folder_ / "conversations.db");
    vault.forgetIfUnused();
    EXPECT_FALSE(vault.sealed());
    EXPECT_EQ(count(), 0) << "a new one is plain";
    EXPECT_EQ(privacy::formOf(folder_ / "conversations.db"), privacy::FileForm::Plain);
}

}  // namespace
}  // namespace hearth::app

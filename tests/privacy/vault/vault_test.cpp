#include "privacy/vault.h"

#include <gtest/gtest.h>

#include <fstream>

#include "fakes/temporary_folder.h"
#include "privacy/sealed_files.h"
#include "sealed_database.h"

namespace hearth::privacy {
namespace {

using base::ErrorCode;

constexpr DerivationCost kCheap{1, 8192};

class VaultTest : public testing::Test {
  protected:
    tests::TemporaryFolder folder_;
    const Vault vault_{folder_.path()};
};

TEST_F(VaultTest, OpensByItsPassphraseAlone) {
    EXPECT_FALSE(vault_.present());
    EXPECT_EQ(vault_.unlock("x").error().code, ErrorCode::NotFound);
    EXPECT_EQ(vault_.create("", kCheap).error().code, ErrorCode::InvalidInput);
    const auto key = vault_.create("correct horse", kCheap);
    ASSERT_TRUE(key);
    EXPECT_TRUE(vault_.present());
    EXPECT_EQ(vault_.create("other", kCheap).error().code, ErrorCode::Conflict);
    EXPECT_EQ(vault_.unlock("correct horse")->view(), key->view());
    EXPECT_EQ(vault_.unlock("correct hors").error().code, ErrorCode::Refused);
    const auto permissions = std::filesystem::status(vault_.file()).permissions();
    EXPECT_EQ(permissions & std::filesystem::perms::all,
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    EXPECT_EQ(tests::bytesOf(vault_.file()).find("horse"), std::string::npos);
}

TEST_F(VaultTest, ChangesItsPassphraseAndKeepsItsKey) {
    const auto key = vault_.create("old", kCheap);
    ASSERT_TRUE(vault_.changePassphrase(*key, "new", kCheap));
    EXPECT_EQ(vault_.unlock("new")->view(), key->view());
    EXPECT_EQ(vault_.unlock("old").error().code, ErrorCode::Refused);
}

TEST_F(VaultTest, OpensByTheKeyringToo) {
    const auto key = vault_.create("pass", kCheap);
    EXPECT_FALSE(*vault_.opensByKeyring());
    const auto ring = vault_.addKeyring(*key);
    ASSERT_TRUE(ring);
    EXPECT_TRUE(*vault_.opensByKeyring());
    const std::string entry = *vault_.keyringEntry();
    EXPECT_TRUE(entry.starts_with("data key ")) << entry;
    ASSERT_TRUE(vault_.addKeyring(*key));
    EXPECT_EQ(*vault_.keyringEntry(), entry) << "none is left behind in the keyring";
    const tests::TemporaryFolder other;
    const Vault second(other.path());
    ASSERT_TRUE(second.addKeyring(*second.create("pass", kCheap)));
    EXPECT_NE(*second.keyringEntry(), entry);
    const auto again = vault_.addKeyring(*key);
    ASSERT_TRUE(again);
    EXPECT_EQ(vault_.unlockByKeyring(*again)->view(), key->view());
    EXPECT_EQ(vault_.unlockByKeyring(Secret::random(32)).error().code, ErrorCode::Refused);
    EXPECT_EQ(vault_.unlockByKeyring(Secret::random(5)).error().code, ErrorCode::Refused);
    EXPECT_EQ(vault_.unlock("pass")->view(), key->view()) << "a lost keyring leaves the passphrase";
    ASSERT_TRUE(vault_.removeKeyring());
    EXPECT_EQ(vault_.unlockByKeyring(*again).error().code, ErrorCode::Refused);
    EXPECT_EQ(*vault_.keyringEntry(), "");
}

TEST_F(VaultTest, SaysWhereItsFileIsDamaged) {
    const auto key = vault_.create("pass", kCheap);
    const std::string whole = tests::bytesOf(vault_.file());
    for (const std::string& text :
         {std::string(), whole.substr(0, whole.size() / 2), std::string("{\"version\":1,\"ways\":[{}]}"),
          std::string("{\"version\":1,\"ways\":[{\"kind\":\"passphrase\",\"key\":\"???\"}]}")}) {
        std::ofstream(vault_.file(), std::ios::binary) << text;
        EXPECT_EQ(vault_.unlock("pass").error().code, ErrorCode::InvalidInput) << text;
    }
    std::ofstream(vault_.file(), std::ios::binary) << "{\"version\":2,\"ways\":[]}";
    EXPECT_EQ(vault_.unlock("pass").error().code, ErrorCode::Unsupported);
}

TEST_F(VaultTest, SealsEveryDatabaseAndKeepsTheKeyAsLongAsOneIsSealed) {
    std::filesystem::create_directory(folder_ / "models");
    std::ofstream(folder_ / "settings.ini") << "[window]\n";
    for (const char* name : {"conversations.db", "hearth.db", "conversations.db.v2.backup"})
        ASSERT_EQ(tests::TestDatabase(folder_ / name).fill(50), "");
    const auto key = vault_.create("pass", kCheap);
    const SealedFiles sealed(*key);
    EXPECT_EQ(vault_.databases().size(), 3u);
    ASSERT_TRUE(sealAll(vault_));
    EXPECT_EQ(tests::filesWithCanary(folder_.path()), "");
    EXPECT_EQ(vault_.remove().error().code, ErrorCode::Conflict);
    ASSERT_TRUE(unsealAll(vault_));
    ASSERT_TRUE(vault_.remove());
    EXPECT_FALSE(vault_.present());
}

}  // namespace
}  // namespace hearth::privacy

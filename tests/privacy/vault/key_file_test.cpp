#include "vault/key_file.h"

#include <gtest/gtest.h>

#include "fakes/temporary_folder.h"

namespace hearth::privacy {
namespace {

TEST(KeyFile, KeepsEveryByte) {
    const tests::TemporaryFolder folder;
    const auto file = folder / "vault.json";
    const WayIn passphrase{
        "passphrase", std::string(16, '\x01'), {3, 8192}, std::string(24, '\0'), std::string(48, '\xff')};
    const WayIn keyring{"keyring", {}, {0, 0}, std::string(24, '\x7f'), std::string(48, '\x80')};
    ASSERT_TRUE(writeKeyFile(file, {passphrase, keyring}));
    const auto read = readKeyFile(file);
    ASSERT_TRUE(read) << read.error().text();
    ASSERT_EQ(read->size(), 2u);
    EXPECT_EQ((*read)[0].kind, passphrase.kind);
    EXPECT_EQ((*read)[0].salt, passphrase.salt);
    EXPECT_EQ((*read)[0].cost.passes, 3u);
    EXPECT_EQ((*read)[0].cost.memoryBytes, 8192u);
    EXPECT_EQ((*read)[1].nonce, keyring.nonce);
    EXPECT_EQ((*read)[1].wrapped, keyring.wrapped);
    EXPECT_FALSE(std::filesystem::exists(folder / "vault.json.next"));
}

TEST(KeyFile, LeavesTheEarlierOneWhereItCannotBeWritten) {
    const tests::TemporaryFolder folder;
    const auto missing = folder / "no/vault.json";
    const auto written = writeKeyFile(missing, {});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().where, missing.string());
}

}  // namespace
}  // namespace hearth::privacy

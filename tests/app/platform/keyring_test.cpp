// The desktop's keyring, a real one: keyring_test.sh starts a session with a bus and gnome-keyring, unlocked,
// in a folder of its own.
#include "platform/keyring.h"

#include <gtest/gtest.h>

#include <QCoreApplication>

#include "fakes/temporary_folder.h"
#include "storage/data_vault.h"

namespace hearth::app {
namespace {

constexpr privacy::DerivationCost kCheap{1, 8192};

QString entryOf(const DataVault& vault) {
    return QString::fromStdString(vault.keyringEntry());
}

TEST(Keyring, KeepsReadsAndForgetsBytesOfAnyKind) {
    const QString name = QStringLiteral("test entry");
    EXPECT_EQ(keyring::read(name).error().code, base::ErrorCode::NotFound);
    const privacy::Secret secret = privacy::Secret::random(32);
    const auto kept = keyring::write(name, secret);
    ASSERT_TRUE(kept) << kept.error().text();
    const auto read = keyring::read(name);
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(read->view(), secret.view());
    ASSERT_TRUE(keyring::remove(name));
    EXPECT_EQ(keyring::read(name).error().code, base::ErrorCode::NotFound);
}

TEST(Keyring, OpensEachFolderByAnEntryOfItsOwn) {
    const tests::TemporaryFolder first;
    const tests::TemporaryFolder second;
    for (const auto* folder : {&first, &second}) {
        DataVault vault(folder->path(), kCheap);
        ASSERT_TRUE(vault.seal("the words"));
        const auto key = vault.joinKeyring("the words");
        ASSERT_TRUE(key) << key.error().text();
        ASSERT_TRUE(keyring::write(entryOf(vault), *key));
    }
    for (const auto* folder : {&first, &second}) {
        DataVault vault(folder->path(), kCheap);
        ASSERT_TRUE(vault.locked());
        const auto key = keyring::read(entryOf(vault));
        ASSERT_TRUE(key) << key.error().text();
        EXPECT_TRUE(vault.openByKeyring(*key));
        EXPECT_FALSE(vault.locked());
    }
    DataVault vault(first.path(), kCheap);
    ASSERT_TRUE(keyring::remove(entryOf(vault)));
    EXPECT_FALSE(keyring::read(entryOf(vault))) << "gone";
    EXPECT_TRUE(keyring::read(entryOf(DataVault(second.path())))) << "the other is still there";
    EXPECT_TRUE(vault.open("the words")) << "a lost entry leaves the passphrase";
}

}  // namespace
}  // namespace hearth::app

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    const QCoreApplication application(argc, argv);
    return RUN_ALL_TESTS();
}

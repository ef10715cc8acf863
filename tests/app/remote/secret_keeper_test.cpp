#include "remote/secret_keeper.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>
#include <map>
#include <sstream>

#include "fakes/temporary_folder.h"

namespace hearth::app {
namespace {

using Place = SecretKeeper::Place;

class SecretKeeperTest : public testing::Test {
  protected:
    KeyringDoor keyring() {
        KeyringDoor door;
        door.read = [this](const std::string& name) -> base::Result<privacy::Secret> {
            if (!ring_.contains(name)) return base::fail(base::ErrorCode::NotFound, "none", name);
            return privacy::Secret(ring_[name]);
        };
        door.write = [this](const std::string& name, const privacy::Secret& secret) -> base::Result<void> {
            if (locked_) return base::fail(base::ErrorCode::Refused, "locked", name);
            ring_[name] = std::string(secret.view());
            return {};
        };
        door.remove = [this](const std::string& name) -> base::Result<void> {
            ring_.erase(name);
            return {};
        };
        return door;
    }
    std::string onDisk() const {
        std::ostringstream out;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path()))
            if (entry.is_regular_file()) out << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        return out.str();
    }

    tests::TemporaryFolder folder_;
    std::map<std::string, std::string> ring_;
    bool locked_ = false;
};

TEST_F(SecretKeeperTest, TheKeyringComesFirst) {
    const SecretKeeper keeper(folder_.path(), keyring());
    EXPECT_EQ(keeper.read(kRemoteKey)->place, Place::Nowhere);
    EXPECT_EQ(*keeper.write(kRemoteKey, "sk-canary"), Place::Keyring);
    EXPECT_EQ(keeper.read(kRemoteKey)->text, "sk-canary");
    EXPECT_THAT(onDisk(), testing::Not(testing::HasSubstr("sk-canary")));
    ASSERT_TRUE(keeper.remove(kRemoteKey));
    EXPECT_EQ(keeper.read(kRemoteKey)->place, Place::Nowhere);
}

TEST_F(SecretKeeperTest, WithoutAKeyringItLiesInAFileForTheUserAlone) {
    const SecretKeeper keeper(folder_.path(), {});
    EXPECT_EQ(*keeper.write(kRemoteKey, "sk-canary"), Place::DataFolder);
    const auto kept = keeper.read(kRemoteKey);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->text, "sk-canary");
    EXPECT_THAT(keeper.sentence(kept->place), testing::HasSubstr("secrets.db"));
    struct stat state {};
    ASSERT_EQ(::stat((folder_ / "secrets.db").c_str(), &state), 0);
    EXPECT_EQ(state.st_mode & 0777, 0600u);
    // Once there is a keyring, it goes there and leaves nothing behind.
    EXPECT_EQ(*SecretKeeper(folder_.path(), keyring()).write(kRemoteKey, "sk-other"), Place::Keyring);
    EXPECT_EQ(keeper.read(kRemoteKey)->place, Place::Nowhere);
    EXPECT_THAT(onDisk(), testing::Not(testing::HasSubstr("sk-canary")));
}

TEST_F(SecretKeeperTest, TakesOverTheFileOfEarlierVersions) {
    std::ofstream(folder_ / "remote.key") << "sk-old\n";
    const SecretKeeper keeper(folder_.path(), keyring());
    const auto kept = keeper.read(kRemoteKey);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->text, "sk-old");
    EXPECT_EQ(kept->place, Place::Keyring);
    EXPECT_FALSE(std::filesystem::exists(folder_ / "remote.key"));
}

TEST_F(SecretKeeperTest, EachFolderHasAnEntryOfItsOwn) {
    const tests::TemporaryFolder other;
    const SecretKeeper first(folder_.path(), keyring());
    const SecretKeeper second(other.path(), keyring());
    ASSERT_TRUE(first.write(kRemoteKey, "sk-first"));
    EXPECT_EQ(second.read(kRemoteKey)->place, Place::Nowhere);
    ASSERT_TRUE(second.write(kRemoteKey, "sk-second"));
    EXPECT_EQ(first.read(kRemoteKey)->text, "sk-first");
    ASSERT_TRUE(second.remove(kRemoteKey));
    EXPECT_EQ(first.read(kRemoteKey)->text, "sk-first");
    std::ofstream(folder_ / "keyring.id") << "!";
    EXPECT_EQ(first.read(kRemoteKey).error().code, base::ErrorCode::InvalidInput);
}

TEST_F(SecretKeeperTest, TheEntryThatAllSharedIsTakenOnce) {
    ring_[kRemoteKey] = "sk-shared";
    EXPECT_EQ(SecretKeeper(folder_.path(), keyring()).read(kRemoteKey)->text, "sk-shared");
    EXPECT_FALSE(ring_.contains(kRemoteKey));
    EXPECT_EQ(ring_.size(), 1u);
    const tests::TemporaryFolder other;
    EXPECT_EQ(SecretKeeper(other.path(), keyring()).read(kRemoteKey)->place, Place::Nowhere);
    EXPECT_EQ(SecretKeeper(folder_.path(), keyring()).read(kRemoteKey)->text, "sk-shared");
}

TEST_F(SecretKeeperTest, ALockedKeyringFallsBackToTheFile) {
    locked_ = true;
    EXPECT_EQ(*SecretKeeper(folder_.path(), keyring()).write(kRemoteKey, "sk-x"), Place::DataFolder);
    EXPECT_TRUE(ring_.empty());
}

}  // namespace
}  // namespace hearth::app

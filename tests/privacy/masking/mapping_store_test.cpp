#include "privacy/mapping_store.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "fakes/temporary_folder.h"

namespace hearth::privacy {
namespace {

class MappingStoreTest : public testing::Test {
  protected:
    MappingStore open() {
        auto store = MappingStore::open(folder_.path());
        EXPECT_TRUE(store) << store.error().text();
        return std::move(*store);
    }
    // All bytes of all files of the folder.
    std::string onDisk() const {
        std::ostringstream out;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path()))
            if (entry.is_regular_file()) out << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        return out.str();
    }
    std::filesystem::path key(int conversation) const {
        return folder_.path() / "stand-ins" / (std::to_string(conversation) + ".key");
    }

    tests::TemporaryFolder folder_;
    Finder finder_;
};

TEST_F(MappingStoreTest, GoesOnWithTheSameStandIns) {
    const std::string text = "Write to bob@example.org and to eve@example.net.";
    Masker first(finder_, 7);
    const std::string masked = first.mask(text);
    ASSERT_EQ(first.replacements().size(), 2u);
    ASSERT_TRUE(open().write(5, first.mapping()));

    const auto kept = open().read(5);
    ASSERT_TRUE(kept && *kept) << kept.error().text();
    Masker second(finder_, **kept);
    EXPECT_EQ(second.mask(text), masked);
    EXPECT_EQ(second.restore(masked), text);
    EXPECT_FALSE(*open().read(6));
}

TEST_F(MappingStoreTest, NothingOfItCanBeReadOnDisk) {
    ASSERT_TRUE(open().write(5, {7, {{"EMAIL_ADDRESS", "bob@example.org", "kim@sample.test"}}}));
    const std::string bytes = onDisk();
    EXPECT_THAT(bytes, testing::Not(testing::HasSubstr("bob@example.org")));
    EXPECT_THAT(bytes, testing::Not(testing::HasSubstr("kim@sample.test")));
    struct stat state {};
    ASSERT_EQ(::stat(key(5).c_str(), &state), 0);
    EXPECT_EQ(state.st_mode & 0777, 0600u);
}

TEST_F(MappingStoreTest, WithoutItsKeyAMappingIsGone) {
    MappingStore store = open();
    for (const int id : {1, 2, 3})
        ASSERT_TRUE(store.write(id, {7, {{"EMAIL_ADDRESS", "bob@example.org", "kim@sample.test"}}}));
    ASSERT_TRUE(store.drop(1));
    EXPECT_FALSE(std::filesystem::exists(key(1)));
    EXPECT_FALSE(*store.read(1));
    std::filesystem::remove(key(2));
    EXPECT_FALSE(*store.read(2));
    ASSERT_TRUE(store.keepOnly({2}));
    EXPECT_FALSE(*store.read(3));
    EXPECT_FALSE(std::filesystem::exists(key(3)));
}

TEST_F(MappingStoreTest, SaysWhereAKeyIsAnother) {
    MappingStore store = open();
    ASSERT_TRUE(store.write(1, {7, {}}));
    std::ofstream(key(1)) << std::string(32, 'x');
    const auto read = store.read(1);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, base::ErrorCode::InvalidInput);
}

}  // namespace
}  // namespace hearth::privacy

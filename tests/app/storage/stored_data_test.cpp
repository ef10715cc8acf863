#include "storage/stored_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "app/records.h"
#include "fakes/temporary_folder.h"
#include "store/conversation_store.h"

namespace hearth::app {
namespace {

namespace fs = std::filesystem;

class StoredDataTest : public testing::Test {
  protected:
    void SetUp() override {
        for (const char* file :
             {"calendar/a.ics", "calendar/b.ics", "calendar/.lock", "notes/n.md", "models/m.gguf",
              "models/m.gguf.partial", "settings.ini", "approval.json", "undo/1/x", "library.graph",
              "remote.key", "server.token", "mine.txt", "photos/p.jpg"}) {
            fs::create_directories((data_ / file).parent_path());
            std::ofstream(data_ / file) << "12345";
        }
        fs::create_directories(cache_);
        std::ofstream(cache_ / "bench.gguf") << "1234567890";
        auto store = ConversationStore::open((data_ / "conversations.db").string());
        ASSERT_TRUE(store);
        ConversationRecord conversation;
        conversation.id = 1;
        ASSERT_TRUE((*store)->putConversation(conversation));
        ASSERT_TRUE((*store)->putMessage(message(1, 0, MessageKind::User, "hello")));
        ASSERT_TRUE((*store)->putMessage(message(2, 1, MessageKind::Assistant, "hi")));
    }
    StoredKind kind(const std::string& name) const {
        for (const StoredKind& k : storedData(data_, cache_))
            if (k.name == name) return k;
        ADD_FAILURE() << "no kind " << name;
        return {};
    }
    tests::TemporaryFolder folder_;
    fs::path data_ = folder_ / "data";
    fs::path cache_ = folder_ / "cache";
};

TEST_F(StoredDataTest, CountsByKind) {
    EXPECT_EQ(kind("conversations").count, 1);
    EXPECT_EQ(kind("conversations").what, "conversations with 2 messages");
    EXPECT_EQ(kind("calendar").count, 2);
    EXPECT_EQ(kind("calendar").bytes, 15u);
    EXPECT_EQ(kind("models").count, 1);
    EXPECT_EQ(kind("models").bytes, 10u);
    EXPECT_EQ(kind("settings").count, 4);
    EXPECT_EQ(kind("library").bytes, 5u);
    EXPECT_EQ(kind("contacts").count, 0);
    EXPECT_EQ(kind("cache").count, 1);
    EXPECT_EQ(kind("cache").bytes, 10u);
}

TEST_F(StoredDataTest, WipesAllThatIsOursAndNothingElse) {
    ASSERT_FALSE(wipe(storedData(data_, cache_), {"no-such-kind"}));
    EXPECT_TRUE(fs::exists(data_ / "notes/n.md"));
    ASSERT_TRUE(wipe(storedData(data_, cache_), {"notes"}));
    EXPECT_TRUE(fs::exists(data_ / "notes/n.md"));
    ASSERT_TRUE(wipe(storedData(data_, cache_), {}));
    std::vector<std::string> left;
    for (const auto& entry : fs::directory_iterator(data_)) left.push_back(entry.path().filename());
    std::sort(left.begin(), left.end());
    EXPECT_EQ(left, (std::vector<std::string>{"mine.txt", "photos"}));
    EXPECT_FALSE(fs::exists(cache_));
    for (const StoredKind& k : storedData(data_, cache_)) EXPECT_EQ(k.count, 0) << k.name;
}

TEST(StoredData, NothingThereIsNothing) {
    for (const StoredKind& k : storedData("/no/such/folder", "")) EXPECT_EQ(k.count, 0) << k.name;
}

}  // namespace
}  // namespace hearth::app

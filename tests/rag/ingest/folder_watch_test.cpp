#include "rag/folder_watch.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "fakes/temporary_folder.h"

namespace hearth::rag {
namespace {

using testing::Contains;
using testing::UnorderedElementsAre;
namespace fs = std::filesystem;
using std::chrono::milliseconds;

// Both ways of noticing: told by the system, and by looking again.
class FolderWatching : public testing::TestWithParam<bool> {
  protected:
    FolderWatch open() {
        WatchSettings settings{milliseconds(30), milliseconds(4000), milliseconds(30), GetParam()};
        return std::move(FolderWatch::open(folder_.path(), {}, settings).value());
    }
    void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }
    // Everything that is reported until `count` paths are known; waits long only if something is wrong.
    static std::vector<std::string> changes(FolderWatch& watch, std::size_t count) {
        std::vector<std::string> all;
        while (all.size() < count) {
            const auto some = watch.wait(milliseconds(10000));
            if (some.empty()) break;
            for (const std::string& path : some)
                if (std::find(all.begin(), all.end(), path) == all.end()) all.push_back(path);
        }
        return all;
    }
    std::string at(const std::string& name) { return folder_ / name; }
    hearth::tests::TemporaryFolder folder_;
};

TEST_P(FolderWatching, WritesMovesAndDeletions) {
    fs::create_directory(folder_ / "sub");
    write("a.txt", "1");
    FolderWatch watch = open();
    EXPECT_EQ(watch.looks(), GetParam());
    EXPECT_TRUE(watch.wait(milliseconds(50)).empty());
    write("sub/b.txt", "2");
    write(".hidden", "2");
    EXPECT_THAT(changes(watch, 1), UnorderedElementsAre(at("sub/b.txt")));
    fs::rename(folder_ / "a.txt", folder_ / "c.txt");
    EXPECT_THAT(changes(watch, 2), UnorderedElementsAre(at("a.txt"), at("c.txt")));
    fs::remove(folder_ / "c.txt");
    EXPECT_THAT(changes(watch, 1), UnorderedElementsAre(at("c.txt")));
}

TEST_P(FolderWatching, NewFoldersAreWatchedToo) {
    FolderWatch watch = open();
    fs::create_directories(folder_ / "new/deep");
    write("new/deep/a.txt", "1");
    const auto first = changes(watch, 1);
    ASSERT_FALSE(first.empty());
    EXPECT_EQ(first[0].rfind(at("new"), 0), 0u);
    write("new/deep/b.txt", "2");
    EXPECT_THAT(changes(watch, 1), Contains(at("new/deep/b.txt")));
}

INSTANTIATE_TEST_SUITE_P(Ways, FolderWatching, testing::Bool(),
                         [](const auto& test) { return test.param ? "Looks" : "IsTold"; });

TEST(FolderWatch, NeedsAFolder) {
    EXPECT_EQ(FolderWatch::open("/none", {}).error().code, base::ErrorCode::NotFound);
}

}  // namespace
}  // namespace hearth::rag

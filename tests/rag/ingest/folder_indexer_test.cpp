#include "rag/folder_indexer.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "fakes/memory_sink.h"
#include "fakes/temporary_folder.h"

namespace hearth::rag {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
namespace fs = std::filesystem;

std::uint32_t letters(std::string_view text) {
    return static_cast<std::uint32_t>(text.size());
}

class Indexing : public testing::Test {
  protected:
    // Files of another day: what was just written is left to rest first.
    void write(const std::string& name, const std::string& text, int day = 1) {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name) << text;
        const timespec times[2] = {{1'700'000'000 + day, 0}, {1'700'000'000 + day, 0}};
        ::utimensat(AT_FDCWD, (folder_ / name).c_str(), times, 0);
    }
    std::vector<std::string> calls() { return std::exchange(sink_.calls, {}); }
    IndexCounts index() {
        const auto counts = indexer_.index(folder_.path());
        EXPECT_TRUE(counts) << counts.error().text();
        return counts.value_or(IndexCounts());
    }

    hearth::tests::TemporaryFolder folder_;
    hearth::tests::MemorySink sink_;
    DocumentReader reader_{HEARTH_READER};
    FolderIndexer indexer_{reader_, sink_, letters, {}};
};

TEST_F(Indexing, OnlyWhatChangedIsReadAgain) {
    write("a.txt", "one");
    write("sub/b.md", "# two\n\nwords");
    write("c.bin", std::string("\0\1\2", 3));
    const IndexCounts first = index();
    EXPECT_THAT(calls(), ElementsAre("put a.txt", "skipped c.bin unknown-kind", "put b.md"));
    EXPECT_EQ(first.found, 3u);
    EXPECT_EQ(first.indexed, 2u);
    EXPECT_EQ(first.skipped, 1u);
    EXPECT_EQ(first.chunks, 2u);

    EXPECT_EQ(index().unchanged, 3u);
    EXPECT_THAT(calls(), IsEmpty());
    write("a.txt", "one", 2);  // the same again
    write("sub/b.md", "other", 2);
    index();
    EXPECT_THAT(calls(), ElementsAre("moved a.txt a.txt", "put b.md"));
    fs::remove(folder_ / "sub/b.md");
    EXPECT_EQ(index().removed, 1u);
    EXPECT_THAT(calls(), ElementsAre("removed b.md"));
}

TEST_F(Indexing, MovedFilesAndFoldersAreNotReadAgain) {
    write("a.txt", "one");
    write("sub/b.txt", "two");
    index();
    calls();
    fs::rename(folder_ / "a.txt", folder_ / "z.txt");
    fs::rename(folder_ / "sub", folder_ / "other");
    const auto counts = indexer_.update(
        folder_.path(), {folder_ / "a.txt", folder_ / "z.txt", folder_ / "sub", folder_ / "other"});
    ASSERT_TRUE(counts);
    EXPECT_EQ(counts->moved, 2u);
    EXPECT_THAT(calls(), UnorderedElementsAre("moved a.txt z.txt", "moved b.txt b.txt"));
    fs::copy_file(folder_ / "z.txt", folder_ / "copy.txt");
    write("copy.txt", "one");
    index();
    EXPECT_THAT(calls(), ElementsAre("put copy.txt"));
}

TEST_F(Indexing, RulesLeaveOutAndTakeOut) {
    write("a.txt", "one");
    write("old/b.txt", "two");
    index();
    calls();
    IndexSettings settings;
    settings.rules.exclude = {"old"};
    FolderIndexer stricter(reader_, sink_, letters, settings);
    const auto counts = stricter.index(folder_.path());
    ASSERT_TRUE(counts);
    EXPECT_EQ(counts->excluded, 1u);
    EXPECT_THAT(calls(), ElementsAre("removed b.txt"));
}

TEST_F(Indexing, AFolderThatIsNotThereLosesNothing) {
    write("a.txt", "one");
    index();
    calls();
    const auto missing = indexer_.index(folder_.path().string() + "-none");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, base::ErrorCode::NotFound);
    EXPECT_THAT(calls(), IsEmpty());
}

TEST_F(Indexing, PausesAndStops) {
    for (const char* name : {"a.txt", "b.txt", "c.txt"}) write(name, name);
    base::CancelSource cancel;
    std::atomic<int> asked = 0;
    IndexSettings settings;
    settings.paused = [&] { return ++asked < 3; };
    std::vector<std::uint64_t> done;
    settings.progress = [&](const IndexCounts& counts) {
        done.push_back(counts.done);
        if (counts.done == 2) cancel.cancel();
    };
    FolderIndexer patient(reader_, sink_, letters, settings);
    const auto stopped = patient.index(folder_.path(), cancel.token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, base::ErrorCode::Cancelled);
    EXPECT_GE(asked, 3);
    EXPECT_THAT(calls(), ElementsAre("put a.txt", "put b.txt"));
    EXPECT_THAT(done, ElementsAre(0, 1, 2));
    index();
    EXPECT_THAT(calls(), ElementsAre("put c.txt"));
}

}  // namespace
}  // namespace hearth::rag

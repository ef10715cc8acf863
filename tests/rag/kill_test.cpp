// A process that indexes is killed at random moments. What it said was put in must be there and be found, and
// nothing else may be half there.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <random>

#include "index/vector_index.h"
#include "library_fixture.h"
#include "rag/indexing.h"

namespace hearth::rag {
namespace {

constexpr int kKills = 25;

// Puts in documents for ever, each with its vectors and now and then a saved graph; after each whole one
// writes its number to `report`. Every third replaces an earlier one.
[[noreturn]] void indexForEver(const tests::TemporaryFolder& folder, int number, int report) {
    auto store = LibraryStore::open((folder / "l.db").string());
    if (!store) _exit(3);
    FakeEmbedder embedder;
    const auto model = (*store)->vectorModel(embedder.name(), embedder.width(), VectorForm::Int8);
    auto index = VectorIndex::open(**store, *model, (folder / "graph").string());
    if (!model || !index) _exit(4);
    for (;; ++number) {
        const ParsedDocument document =
            documentOf("/d/" + std::to_string(number % 3 == 0 ? number - 3 : number));
        const std::string text = "word" + std::to_string(number);
        if (!(*store)->put(document, chunksOf(document, {text + " first", text + " second"}))) _exit(5);
        if (!embedAll(**store, embedder, *model) || !(*index)->refresh(**store)) _exit(6);
        if (write(report, &number, sizeof number) != sizeof number) _exit(7);
        if (number % 2 == 0 && !(*index)->save()) _exit(8);
    }
}

void check(const tests::TemporaryFolder& folder, const std::map<std::string, int>& stateOf) {
    auto store = LibraryStore::open((folder / "l.db").string());
    ASSERT_TRUE(store) << store.error().text();
    FakeEmbedder embedder;
    const auto model = (*store)->vectorModel(embedder.name(), embedder.width(), VectorForm::Int8);
    ASSERT_TRUE(embedAll(**store, embedder, *model));
    const auto index = VectorIndex::open(**store, *model, (folder / "graph").string());
    ASSERT_TRUE(index) << index.error().text();
    EXPECT_EQ((*index)->size(), (*store)->idsWithin({})->size());
    const auto documents = (*store)->documents();
    for (const StoredDocument& document : *documents) EXPECT_EQ(document.chunks, 2u);
    for (const auto& [path, number] : stateOf)
        EXPECT_EQ((*store)->matchWords("word" + std::to_string(number), 10)->size(), 2u) << path;
}

TEST(KilledIndexer, LosesNothingThatWasPutIn) {
    const tests::TemporaryFolder folder;
    std::mt19937 random(20261122);
    std::map<std::string, int> stateOf;  // the last number that was reported of each path
    int next = 1;
    for (int round = 0; round < kKills; ++round) {
        int ends[2];
        ASSERT_EQ(pipe(ends), 0);
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            close(ends[0]);
            indexForEver(folder, next, ends[1]);
        }
        close(ends[1]);
        const auto take = [&](int number) {
            stateOf["/d/" + std::to_string(number % 3 == 0 ? number - 3 : number)] = number;
            next = number + 6;  // what it was at when it was killed may have replaced the one before
        };
        int number = 0;
        const int wanted = 1 + static_cast<int>(random() % 4);
        for (int seen = 0; seen < wanted && read(ends[0], &number, sizeof number) == sizeof number; ++seen)
            take(number);
        usleep(static_cast<useconds_t>(random() % 4000));
        kill(child, SIGKILL);
        while (read(ends[0], &number, sizeof number) == sizeof number) take(number);
        close(ends[0]);
        int status = 0;
        waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "it ended by itself with " << WEXITSTATUS(status);
        stateOf.erase("/d/" + std::to_string((number + 1) % 3 == 0 ? number - 2 : number + 1));
        check(folder, stateOf);
    }
    EXPECT_GE(stateOf.size(), static_cast<std::size_t>(kKills) / 2);
}

}  // namespace
}  // namespace hearth::rag

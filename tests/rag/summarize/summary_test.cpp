#include "summarize/summary.h"

#include <gmock/gmock.h>

#include "library_fixture.h"
#include "rag/library.h"

namespace hearth::rag {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

SummaryCandidate candidate(const std::string& text, std::vector<float> vector) {
    return {text, std::move(vector), 0};
}

TEST(SummaryTest, TakesWhatIsNearMostOthersInReadingOrder) {
    const std::vector<SummaryCandidate> all = {candidate("far", {0, 0, 1}),
                                               candidate("near", {0.8F, 0.6F, 0}),
                                               candidate("middle", {1, 0, 0}), candidate("same", {1, 0, 0})};
    EXPECT_THAT(summarySentences(all, 2), ElementsAre("near", "middle"));
    EXPECT_TRUE(summarySentences({}, 2).empty());
}

TEST(SummaryTest, LeavesOutRowsHeadersAndFragments) {
    StoredChunk chunk;
    chunk.chunk.text =
        "Report\nThe plant made more steel this year than before.\nName: Ana | City: Berlin is far";
    const auto candidates = summaryCandidates({chunk}, 10);
    ASSERT_EQ(candidates.size(), 1u);
    EXPECT_EQ(candidates[0].text, "The plant made more steel this year than before.");
    chunk.chunk.kind = BlockKind::Code;
    EXPECT_TRUE(summaryCandidates({chunk}, 10).empty());
}

TEST(SummaryTest, SpreadsOverLongDocuments) {
    StoredChunk chunk;
    for (int i = 0; i < 100; ++i)
        chunk.chunk.text += "Sentence number " + std::to_string(i) + " says something here. ";
    const auto candidates = summaryCandidates({chunk}, 20);
    ASSERT_EQ(candidates.size(), 20u);
    EXPECT_THAT(candidates.front().text, HasSubstr("number 0 "));
    EXPECT_THAT(candidates.back().text, HasSubstr("number 9"));
}

TEST(SummaryTest, TheLibraryKeepsOneForEachDocument) {
    tests::TemporaryFolder folder;
    auto library = Library::open((folder / "l.db").string(), {}, std::make_unique<FakeEmbedder>());
    ASSERT_TRUE(library) << library.error().text();
    const ParsedDocument prose = documentOf("/a.txt");
    const ParsedDocument list = documentOf("/b.txt", "other");
    ASSERT_TRUE(
        (*library)->store().put(prose, chunksOf(prose, {"Cats purr loudly when they sleep at night."})));
    ASSERT_TRUE((*library)->store().put(list, chunksOf(list, {"milk\neggs"})));
    EXPECT_TRUE((*library)->summarizeSome(1).value());
    EXPECT_TRUE((*library)->summarizeSome(5).value());
    EXPECT_FALSE((*library)->summarizeSome(5).value());
    const auto documents = (*library)->store().documents();
    ASSERT_EQ(documents->size(), 2u);
    EXPECT_EQ(documents->at(0).summary, "Cats purr loudly when they sleep at night.");
    EXPECT_EQ(documents->at(1).summary, "milk");
}

}  // namespace
}  // namespace hearth::rag

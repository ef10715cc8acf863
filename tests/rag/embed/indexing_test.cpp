#include "rag/indexing.h"

#include <gmock/gmock.h>

#include "library_fixture.h"

namespace hearth::rag {
namespace {

using IndexingTest = LibraryTest;

TEST_F(IndexingTest, EmbedsAFewAtACallUntilAllHaveVectors) {
    put("/a.txt", {"one", "two", "three"});
    FakeEmbedder embedder;
    const auto model = store_->vectorModel(embedder.name(), embedder.width(), VectorForm::Float32);
    ChunkId after = 0;
    EXPECT_EQ(embedSome(*store_, embedder, *model, 2, after).value(), 2);
    EXPECT_EQ(embedSome(*store_, embedder, *model, 2, after).value(), 1);
    EXPECT_EQ(embedSome(*store_, embedder, *model, 2, after).value(), 0);
    EXPECT_EQ(store_->vectorIds(model->id)->size(), 3u);
}

TEST_F(IndexingTest, AnotherModelIsPreparedWhileTheFirstAnswers) {
    put("/a.txt", {"one", "two"});
    FakeEmbedder first({}, "first");
    FakeEmbedder second({}, "second");
    const auto old = store_->vectorModel("first", 32, VectorForm::Float32);
    ASSERT_TRUE(embedAll(*store_, first, *old) && store_->answerWith(old->id));
    const auto next = store_->vectorModel("second", 32, VectorForm::Float32);
    ChunkId after = 0;
    ASSERT_TRUE(embedSome(*store_, second, *next, 1, after));
    EXPECT_TRUE(store_->vectorModels()->front().answering);
    EXPECT_EQ(store_->vectorIds(old->id)->size(), 2u);
    ASSERT_TRUE(embedAll(*store_, second, *next) && store_->answerWith(next->id));
    EXPECT_EQ(store_->vectorModels()->front().name, "second");
}

TEST(EmbeddedText, HasItsHeadings) {
    StoredChunk chunk;
    chunk.chunk.headings = {"Report", "Costs"};
    chunk.chunk.text = "They fell.";
    EXPECT_EQ(embeddedText(chunk), "Report\nCosts\nThey fell.");
}

}  // namespace
}  // namespace hearth::rag

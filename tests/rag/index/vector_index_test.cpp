#include "index/vector_index.h"

#include <gmock/gmock.h>

#include <fstream>

#include "library_fixture.h"
#include "rag/indexing.h"

namespace hearth::rag {
namespace {

class VectorIndexTest : public LibraryTest {
  protected:
    void SetUp() override {
        LibraryTest::SetUp();
        put("/fruit/a.txt", {"red apples grow", "green pears fall"});
        put("/tools/b.txt", {"a hammer drives nails", "the saw cuts wood"});
        model_ = *store_->vectorModel(embedder_.name(), embedder_.width(), VectorForm::Float16);
        ASSERT_TRUE(embedAll(*store_, embedder_, model_));
    }
    std::unique_ptr<VectorIndex> open() {
        auto index = VectorIndex::open(*store_, model_, file_);
        EXPECT_TRUE(index) << index.error().text();
        return std::move(*index);
    }
    std::string nearest(VectorIndex& index, const std::string& text,
                        const std::optional<std::vector<ChunkId>>& among = {}) {
        const auto vector = embedder_.queries({&text, 1}, {});
        const auto found = index.search(*store_, vector->front(), 1, among);
        EXPECT_TRUE(found);
        return found->empty() ? "" : textsOf(*found).front();
    }
    FakeEmbedder embedder_;
    VectorModel model_;
    std::string file_ = (folder_ / "graph").string();
};

TEST_F(VectorIndexTest, FollowsTheStore) {
    auto index = open();
    EXPECT_EQ(nearest(*index, "hammer nails"), "a hammer drives nails");
    EXPECT_EQ(nearest(*index, "hammer nails", store_->idsWithin({{"/fruit"}}).value()).find("hammer"),
              std::string::npos);
    put("/tools/b.txt", {"a wrench turns bolts"});
    ASSERT_TRUE(embedAll(*store_, embedder_, model_));
    ASSERT_TRUE(index->refresh(*store_));
    EXPECT_EQ(index->size(), 3u);
    EXPECT_EQ(nearest(*index, "wrench bolts"), "a wrench turns bolts");
}

TEST_F(VectorIndexTest, IsBuiltAgainWhereItsFileIsMissingOldOrDamaged) {
    ASSERT_TRUE(open()->save());
    ASSERT_TRUE(store_->removed("/fruit/a.txt"));
    EXPECT_EQ(open()->size(), 2u) << "the file still has four";
    std::filesystem::resize_file(file_, 40);
    EXPECT_EQ(open()->size(), 2u);
    std::filesystem::remove(file_);
    auto index = open();
    EXPECT_EQ(index->size(), 2u);
    EXPECT_EQ(nearest(*index, "saw wood"), "the saw cuts wood");
}

TEST_F(VectorIndexTest, RefusesAVectorOfAnotherModel) {
    EXPECT_EQ(open()->search(*store_, std::vector<float>(7), 1).error().code, base::ErrorCode::InvalidInput);
    EXPECT_TRUE(open()->nearly(std::vector<float>(7), 1).empty());
}

}  // namespace
}  // namespace hearth::rag

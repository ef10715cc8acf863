#include "store/word_index.h"

#include <gmock/gmock.h>

#include "store/each_database.h"

namespace hearth::rag {
namespace {

using ::testing::ElementsAre;

WordIndex& fresh(LibraryStore& store) {
    const auto done = store.words().refresh();
    EXPECT_TRUE(done) << done.error().text();
    return store.words();
}

std::vector<std::uint32_t> rowsWith(LibraryStore& store, const std::string& stem) {
    const auto postings = fresh(store).postings(stem);
    EXPECT_TRUE(postings) << postings.error().text();
    return (*postings)->rows;
}

TEST_P(WordIndexTest, KnowsWhereChunksStandAndHowManyWordsTheyHave) {
    put("/a.txt", {"one two three", "four"});
    put("/b.txt", {std::string("long ") + std::string(400, ' ') + "words here"});
    const auto& rows = fresh(*store_).rows();
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].words, 3u);
    EXPECT_EQ(rows[1].begin, 14u);
    EXPECT_EQ(rows[1].document, rows[0].document);
    EXPECT_NE(rows[2].document, rows[0].document);
    EXPECT_EQ(rows[2].words, 3u);
    EXPECT_FLOAT_EQ(rows[0].usualLength, (13 + 4) / 2.0f);
    EXPECT_FLOAT_EQ(rows[2].usualLength, static_cast<float>(rows[2].length()));
    EXPECT_TRUE(store_->words().has(rows[2].id));
    EXPECT_FALSE(store_->words().has(rows[2].id + 1));
}

TEST_P(WordIndexTest, PostingsHavePlacesOfHeadingsAndText) {
    ParsedDocument document = documentOf("/a.txt");
    auto chunks = chunksOf(document, {"taxes and more taxes", "nothing", "of tax"});
    chunks[0].headings = {"Income tax"};
    ASSERT_TRUE(store_->put(document, chunks));
    const auto postings = fresh(*store_).postings("tax");
    ASSERT_TRUE(postings);
    EXPECT_THAT((*postings)->rows, ElementsAre(0, 2));
    EXPECT_THAT((*postings)->placesIn(0), ElementsAre(1, Postings::kText, Postings::kText + 3));
    EXPECT_THAT((*postings)->placesIn(2), ElementsAre(Postings::kText + 1));
    EXPECT_TRUE((*postings)->placesIn(1).empty());
}

TEST_P(WordIndexTest, FollowsWhatIsPutRemovedAndReplaced) {
    put("/a.txt", {"apple", "pear"});
    EXPECT_THAT(rowsWith(*store_, "appl"), ElementsAre(0));
    put("/b.txt", {"apple"});
    EXPECT_THAT(rowsWith(*store_, "appl"), ElementsAre(0, 2));
    put("/a.txt", {"pear", "apple"});  // the same words under other ids
    EXPECT_THAT(rowsWith(*store_, "appl"), ElementsAre(0, 2)) << "of b, then of a";
    ASSERT_TRUE(store_->removed("/a.txt"));
    EXPECT_THAT(rowsWith(*store_, "appl"), ElementsAre(0));
    EXPECT_TRUE(rowsWith(*store_, "pear").empty());
    auto other = LibraryStore::open(place_);
    ASSERT_TRUE(other);
    const ParsedDocument document = documentOf("/c.txt");
    ASSERT_TRUE((*other)->put(document, chunksOf(document, {"pear"})));
    EXPECT_EQ(rowsWith(*store_, "pear").size(), 1u) << "written by somebody else";
}

TEST_P(WordIndexTest, MarksWhatAFilterLetsThrough) {
    put("/a/one.txt", {"x", "y"});
    put("/b/two.txt", {"z"});
    EXPECT_TRUE(fresh(*store_).allowed({})->empty());
    EXPECT_THAT(*fresh(*store_).allowed({{"/a"}}), ElementsAre(1, 1, 0));
    EXPECT_THAT(*fresh(*store_).allowed({{"/none"}}), ElementsAre(0, 0, 0));
}

}  // namespace
}  // namespace hearth::rag

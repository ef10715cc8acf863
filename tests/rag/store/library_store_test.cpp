#include "rag/library_store.h"

#include <gmock/gmock.h>

#include "store/each_database.h"
#include "store/library_database.h"
#include "store/word_index.h"

namespace hearth::rag {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST_P(LibraryStoreTest, GivesBackWhatWasPutIn) {
    ParsedDocument document = documentOf("/home/ana/report.pdf", "abc");
    document.document.kind = DocumentKind::Pdf;
    document.document.date = 77;
    document.warnings = {"page 3 cannot be read", "one font is missing"};
    auto chunks = chunksOf(document, {"Revenue grew.", "Costs fell."});
    chunks[1].kind = BlockKind::TableRow;
    chunks[1].headings = {"Report", "Costs"};
    chunks[1].location = {
        .page = 4, .firstLine = 2, .lastLine = 3, .sheet = "S", .cell = "B7", .message = "m", .part = "p"};
    chunks[1].tokens = 9;
    chunks[1].beginsInside = true;
    ASSERT_TRUE(store_->put(document, chunks));

    const auto ids = store_->idsWithin({});
    ASSERT_EQ(ids->size(), 2u);
    const auto found = store_->chunks(*ids);
    ASSERT_EQ(found->size(), 2u);
    const StoredChunk& second = (*found)[1];
    EXPECT_EQ(second.chunk.path, "/home/ana/report.pdf");
    EXPECT_EQ(second.chunk.text, "Costs fell.");
    EXPECT_EQ(second.chunk.kind, BlockKind::TableRow);
    EXPECT_EQ(second.chunk.headings, chunks[1].headings);
    EXPECT_EQ(second.chunk.location, chunks[1].location);
    EXPECT_EQ(second.chunk.tokens, 9u);
    EXPECT_TRUE(second.chunk.beginsInside);
    EXPECT_FALSE(second.chunk.endsInside);
    EXPECT_EQ(second.date, 77);
    const auto documents = store_->documents();
    ASSERT_EQ(documents->size(), 1u);
    EXPECT_EQ(documents->front().document.kind, DocumentKind::Pdf);
    EXPECT_EQ(documents->front().warnings, document.warnings);
    EXPECT_EQ(documents->front().chunks, 2u);
}

TEST_P(LibraryStoreTest, AnotherStateOfADocumentTakesThePlaceOfTheFirst) {
    put("/a.txt", {"the old words", "more"});
    const auto before = *store_->idsWithin({});
    put("/a.txt", {"the new words"});
    EXPECT_THAT(matching("old"), IsEmpty());
    EXPECT_THAT(matching("new"), ElementsAre("the new words"));
    const auto after = *store_->idsWithin({});
    ASSERT_EQ(after.size(), 1u);
    EXPECT_GT(after[0], before.back()) << "ids are never used again";
}

TEST_P(LibraryStoreTest, MovedRemovedAndSkippedDocuments) {
    put("/a/one.txt", {"apples"});
    put("/a/two.txt", {"pears"});
    Document moved = documentOf("/b/one.txt").document;
    ASSERT_TRUE(store_->moved("/a/one.txt", moved));
    EXPECT_THAT(matching("apples", {{"/b"}}), ElementsAre("apples"));
    ASSERT_TRUE(store_->removed("/a/two.txt"));
    EXPECT_THAT(matching("pears"), IsEmpty());
    ASSERT_TRUE(store_->skipped({"/b/one.txt", SkipReason::Protected, "It needs a password."}, moved));
    EXPECT_THAT(matching("apples"), IsEmpty());
    const auto skipped = store_->skippedUnder("/b");
    ASSERT_EQ(skipped->size(), 1u);
    EXPECT_EQ(skipped->front().reason, SkipReason::Protected);
    EXPECT_EQ(skipped->front().message, "It needs a password.");
    const auto known = store_->knownUnder("/b");
    ASSERT_EQ(known->size(), 1u);
    EXPECT_TRUE(known->front().skipped);
    const auto counts = store_->counts();
    EXPECT_EQ(counts->documents, 0);
    EXPECT_EQ(counts->skipped, 1);
    EXPECT_EQ(counts->chunks, 0);
}

TEST_P(LibraryStoreTest, CountsDocumentsAnewWhenAnyConnectionHasChangedThem) {
    put("/a/one.txt", {"apples"});
    EXPECT_EQ(*store_->countDocuments(), 1);
    put("/a/two.txt", {"pears"});
    EXPECT_EQ(*store_->countDocuments(), 2);
    EXPECT_EQ(*store_->countDocuments({{"/a/one.txt"}}), 1);
    auto other = LibraryStore::open(place_);
    ASSERT_TRUE((*other)->removed("/a/one.txt"));
    EXPECT_EQ(*store_->countDocuments(), 1);
    EXPECT_EQ(*store_->countDocuments({{"/a/one.txt"}}), 0);
}

TEST_P(LibraryStoreTest, ASnapshotIsOfOneStateAlsoWithinAnother) {
    put("/a.txt", {"apples"});
    auto other = LibraryStore::open(place_);
    const auto count = [&] { return (*other)->counts()->documents; };
    {
        const auto outer = Snapshot::of((*other)->words().database());
        const auto inner = Snapshot::of((*other)->words().database());
        ASSERT_TRUE(outer && inner);
        EXPECT_EQ(count(), 1);
        put("/b.txt", {"pears"});
        EXPECT_EQ(count(), 1);
    }
    EXPECT_EQ(count(), 2);
}

TEST_P(LibraryStoreTest, FiltersKeepToFoldersAndTimes) {
    put("/docs/a.txt", {"contract one"}, 100);
    put("/docs/sub/b.txt", {"contract two"}, 200);
    put("/docs2/c.txt", {"contract three"}, 300);
    put("/docs.txt", {"contract four"});  // no date of its own: the file's, 1000
    struct Case {
        SearchFilter filter;
        std::vector<std::string> found;
    };
    const Case cases[] = {
        {{}, {"contract one", "contract two", "contract three", "contract four"}},
        {{{"/docs"}}, {"contract one", "contract two"}},
        {{{"/docs/"}}, {"contract one", "contract two"}},
        {{{"/docs/sub", "/docs2"}}, {"contract two", "contract three"}},
        {{{"/docs.txt"}}, {"contract four"}},
        {{{"/"}}, {"contract one", "contract two", "contract three", "contract four"}},
        {{{}, 200, 301}, {"contract two", "contract three"}},
        {{{}, 301, 0}, {"contract four"}},
        {{{"/docs"}, 150, 0}, {"contract two"}},
        {{{"/nowhere"}}, {}},
    };
    for (const Case& c : cases) {
        EXPECT_THAT(matching("contract", c.filter), ::testing::UnorderedElementsAreArray(c.found));
        EXPECT_EQ(store_->idsWithin(c.filter)->size(), c.found.size());
        EXPECT_EQ(*store_->countDocuments(c.filter), static_cast<std::int64_t>(c.found.size()));
    }
}

TEST_P(LibraryStoreTest, WordsAreFoundInTheirFormsTheRarestFirst) {
    put("/a.txt", {"the committee was meeting", "the committee the committee", "hibernating bears"});
    EXPECT_THAT(matching("Did the bear hibernate?"), ElementsAre("hibernating bears"));
    EXPECT_THAT(matching("meetings"), ElementsAre("the committee was meeting"));
    EXPECT_THAT(matching("the"),
                UnorderedElementsAre("the committee was meeting", "the committee the committee"));
    EXPECT_THAT(matching(""), IsEmpty());
    EXPECT_THAT(matching("?! \" * NEAR("), IsEmpty());
}

TEST_P(LibraryStoreTest, VectorsOfSeveralModelsUntilOneAnswers) {
    put("/a.txt", {"one", "two"});
    const auto ids = *store_->idsWithin({});
    const auto first = store_->vectorModel("first", 4, VectorForm::Float32);
    const auto second = store_->vectorModel("second", 4, VectorForm::Int8);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(store_->withoutVectors(first->id, 10)->size(), 2u);
    ASSERT_TRUE(store_->putVectors(*first, ids, {{1, 0, 0, 0}, {0, 1, 0, 0}}));
    ASSERT_TRUE(store_->putVectors(*second, std::span(ids).first(1), {{0, 0, 0, 1}}));
    EXPECT_THAT(*store_->withoutVectors(first->id, 10), IsEmpty());
    EXPECT_EQ(store_->withoutVectors(second->id, 10)->front().chunk.text, "two");
    EXPECT_EQ(store_->vectors(first->id, ids)->at(0).size(), 16u);
    EXPECT_EQ(store_->vectors(second->id, ids)->at(0).size(), 8u);
    EXPECT_TRUE(store_->vectors(second->id, ids)->at(1).empty());
    EXPECT_FALSE(store_->vectorModel("first", 5, VectorForm::Float32)) << "of another width";
    EXPECT_FALSE(store_->putVectors(*first, ids, {{1, 0}, {0, 1}}));
    ASSERT_TRUE(store_->answerWith(second->id));
    const auto models = store_->vectorModels();
    ASSERT_EQ(models->size(), 1u);
    EXPECT_TRUE(models->front().answering);
    EXPECT_THAT(*store_->vectorIds(first->id), IsEmpty());
    ASSERT_TRUE(store_->removed("/a.txt"));
    EXPECT_THAT(*store_->vectorIds(second->id), IsEmpty());
}

TEST_P(LibraryStoreTest, PlacesAndNeighbours) {
    put("/a.txt", {"first", "in 1999", "third"});
    const auto ids = *store_->idsWithin({});
    const auto places = store_->places(ids);
    ASSERT_EQ(places->size(), 3u);
    EXPECT_FALSE((*places)[0].hasNumbers);
    EXPECT_TRUE((*places)[1].hasNumbers);
    EXPECT_EQ((*places)[1].begin, 6u);
    const auto around = store_->chunksOf((*places)[0].document, 1, 2);
    ASSERT_EQ(around->size(), 2u);
    EXPECT_EQ(around->back().chunk.text, "third");
}

TEST_P(LibraryStoreTest, VectorsComeOneAfterTheOther) {
    put("/a.txt", {"one", "two", "three"});
    const auto ids = *store_->idsWithin({});
    const auto model = store_->vectorModel("m", 2, VectorForm::Float32);
    ASSERT_TRUE(store_->putVectors(*model, ids, {{1, 0}, {0, 1}, {1, 1}}));
    ASSERT_TRUE(store_->putVectors(*model, std::span(ids).first(1), {{0, 0}})) << "again";
    std::vector<ChunkId> seen;
    ASSERT_TRUE(store_->eachVector(model->id, [&](ChunkId id, std::span<const std::byte> data) {
        seen.push_back(id);
        std::vector<float> vector(2);
        unpack(VectorForm::Float32, data, vector);
        EXPECT_EQ(vector[0], id == ids[2] ? 1 : 0);
        return base::Result<void>();
    }));
    EXPECT_EQ(seen, ids);
    EXPECT_GT(*store_->bytes(), 0);
}

TEST_P(LibraryStoreTest, GivesThingsInTheOrderThatTheyAreAskedFor) {
    put("/a.txt", {"one", "two", "three"});
    const auto ids = *store_->idsWithin({});
    const std::vector<ChunkId> asked = {ids[2], 99999, ids[0], ids[2]};
    std::vector<std::string> texts;
    const auto chunks = store_->chunks(asked);
    for (const StoredChunk& chunk : *chunks) texts.push_back(chunk.chunk.text);
    EXPECT_THAT(texts, ElementsAre("three", "one", "three"));
    EXPECT_EQ(store_->places(asked)->at(1).id, ids[0]);
    const auto model = store_->vectorModel("m", 1, VectorForm::Float32);
    EXPECT_EQ(store_->vectors(model->id, asked)->size(), 4u);
}

TEST_P(LibraryStoreTest, TextOfAnyKindIsKeptAndFound) {
    put("/a.txt", {"Die H\xC3\xA4user am See", "\xE6\x9D\xB1\xE4\xBA\xAC\xE3\x81\xAB\xE4\xBD\x8F\xE3\x82\x80",
                   "it's \\ 100% \"quoted\" $1 ?2", "O'Brien's e-mail"});
    EXPECT_THAT(matching("hauser"), ElementsAre("Die H\xC3\xA4user am See"));
    EXPECT_EQ(matching("\xE6\x9D\xB1\xE4\xBA\xAC").size(), 1u);
    EXPECT_EQ(matching("100 quoted").size(), 1u);
    EXPECT_EQ(*store_->countWithWord("e-mail"), 1);
    EXPECT_EQ(*store_->countWithWord("emails"), 0);
    EXPECT_EQ(*store_->countWithWord("brien"), 1);
    EXPECT_EQ(*store_->countWithWord("?!"), 0);
    ParsedDocument document = documentOf("/b.txt");
    ASSERT_TRUE(store_->put(document, chunksOf(document, {std::string("zero\0 and \xFF bytes", 18)})));
    EXPECT_EQ(matching("bytes").size(), 1u);
}

}  // namespace
}  // namespace hearth::rag

#include "rag/retriever.h"

#include <gmock/gmock.h>

#include "index/vector_index.h"
#include "library_fixture.h"
#include "rag/indexing.h"

namespace hearth::rag {
namespace {

class RetrieverTest : public LibraryTest {
  protected:
    void index() {
        const auto model = store_->vectorModel(embedder_.name(), embedder_.width(), VectorForm::Float16);
        ASSERT_TRUE(embedAll(*store_, embedder_, *model));
        index_ = std::move(*VectorIndex::open(*store_, *model, ""));
        retriever_.emplace(*store_, index_.get(), &embedder_);
    }
    Retrieval find(const std::string& question, const SearchFilter& filter = {}, double diversity = 0) {
        RetrievalRequest request;
        request.question = question;
        request.filter = filter;
        request.diversity = diversity;
        request.hints = readQuestion(question, 0);
        auto found = retriever_->find(request);
        EXPECT_TRUE(found) << found.error().text();
        return std::move(*found);
    }
    std::string first(const std::string& question, const SearchFilter& filter = {}) {
        const Retrieval found = find(question, filter);
        return found.passages.empty() ? "" : found.passages.front().chunk.chunk.text;
    }
    FakeEmbedder embedder_{{{"automobile", "car"}, {"physician", "doctor"}}};
    std::unique_ptr<VectorIndex> index_;
    std::optional<Retriever> retriever_;
};

TEST_F(RetrieverTest, FindsByWordsAndByMeaning) {
    put("/a.txt", {"the car is in the garage"});
    put("/b.txt", {"the doctor lives in Rome"});
    put("/c.txt", {"bread is baked at night"});
    index();
    EXPECT_EQ(first("Where is the garage?"), "the car is in the garage");
    EXPECT_EQ(first("automobile"), "the car is in the garage") << "by its vector alone";
    EXPECT_EQ(find("bread").documentsSearched, 3);
}

TEST_F(RetrieverTest, GoesByWordsAloneWithoutAnIndex) {
    put("/a.txt", {"the car is in the garage"});
    Retriever words(*store_, nullptr, nullptr);
    RetrievalRequest request;
    request.question = "garage";
    EXPECT_EQ(words.find(request)->passages.size(), 1u);
    request.question = "automobile";
    EXPECT_TRUE(words.find(request)->passages.empty()) << "and says so";
}

TEST_F(RetrieverTest, KeepsToTheFolderAsked) {
    put("/office/a.txt", {"the budget is ten"});
    put("/home/b.txt", {"the budget is budget budget"});
    index();
    EXPECT_EQ(first("budget", {{"/office"}}), "the budget is ten");
    EXPECT_EQ(first("budget", {{"/elsewhere"}}), "");
}

TEST_F(RetrieverTest, ATimeIsAFilterAsLongAsItLeavesAnything) {
    put("/a.txt", {"contract with the baker"}, 1'552'000'000);  // March 2019
    put("/b.txt", {"contract with the butcher, a contract for a contract"}, 1'600'000'000);
    index();
    EXPECT_EQ(first("contract from 2019"), "contract with the baker");
    const Retrieval found = find("contract from 1990");
    EXPECT_TRUE(found.timeIgnored);
    EXPECT_EQ(found.passages.size(), 2u);
}

TEST_F(RetrieverTest, AFolderThatTheQuestionNamesIsAFilterToo) {
    put("/home/Tax 2023/a.txt", {"the invoice of the baker"});
    put("/home/letters/b.txt", {"invoice invoice"});
    index();
    EXPECT_EQ(first("invoice in the tax 2023 folder"), "the invoice of the baker");
    EXPECT_EQ(find("invoice in the letters folder").passages.size(), 1u);
    EXPECT_EQ(find("invoice in the folder called letters", {{"/home"}}).passages.size(), 1u);
    const Retrieval found = find("invoice in the holiday folder");
    EXPECT_TRUE(found.folderIgnored);
    EXPECT_EQ(found.passages.size(), 2u);
    EXPECT_TRUE(find("invoice in the letters folder", {{"/home/Tax 2023"}}).folderIgnored);
}

TEST_F(RetrieverTest, ANumberIsPreferredWhereOneIsAskedFor) {
    put("/a.txt", {"the price of bread is high"});
    put("/b.txt", {"the price of bread is 3"});
    index();
    EXPECT_EQ(first("How much is the price of bread?"), "the price of bread is 3");
}

TEST_F(RetrieverTest, WhatIsCutGetsItsNeighbours) {
    const ParsedDocument document = documentOf("/a.txt");
    auto chunks = chunksOf(document, {"The beginning of it", "and the zebra in the middle", "and its end."});
    chunks[1].beginsInside = chunks[1].endsInside = true;
    ASSERT_TRUE(store_->put(document, chunks));
    index();
    const Retrieval found = find("zebra");
    ASSERT_FALSE(found.passages.empty());
    EXPECT_EQ(found.passages[0].before->chunk.text, "The beginning of it");
    EXPECT_EQ(found.passages[0].after->chunk.text, "and its end.");
}

TEST_F(RetrieverTest, SaysTheSameThingOnce) {
    const std::string text = "the invoice of march is due within fourteen days of its receipt at the office";
    put("/a.txt", {text});
    put("/copy of a.txt", {text});
    index();
    EXPECT_EQ(find("invoice march").passages.size(), 1u);
}

TEST_F(RetrieverTest, OverviewQuestionsGetDocumentsAndTheirSummaries) {
    put("/a/one.txt", {"apples and pears"});
    put("/a/two.txt", {"hammers and nails in a report"});
    put("/b/three.txt", {"elsewhere"});
    index();
    ASSERT_TRUE(store_->setSummary(store_->documents()->front().id, "Fruit."));
    const Retrieval found = find("What is this folder about?", {{"/a"}});
    EXPECT_EQ(found.kind, QuestionKind::Overview);
    ASSERT_EQ(found.overview.size(), 2u);
    EXPECT_EQ(found.overview[0].summary, "Fruit.");
    EXPECT_TRUE(find("pears").overview.empty());
}

}  // namespace
}  // namespace hearth::rag

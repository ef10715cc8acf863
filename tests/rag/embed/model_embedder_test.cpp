#include <gmock/gmock.h>

#include <filesystem>

#include "rag/text_embedder.h"

namespace hearth::rag {
namespace {

TEST(EmbeddingPrefixes, AreThoseOfTheModelCards) {
    struct Case {
        const char *architecture, *name, *query, *document;
    };
    const Case cases[] = {
        {"hearth-static", "Hearth words", "", ""},
        {"bert", "all-MiniLM-L6-v2", "", ""},
        {"bert", "E5 Small v2", "query: ", "passage: "},
        {"bert", "bge-small-en-v1.5", "Represent this sentence for searching relevant passages: ", ""},
        {"bert", "bge-m3", "", ""},
        {"nomic-bert", "nomic-embed-text-v1.5", "search_query: ", "search_document: "},
        {"gemma-embedding", "Embeddinggemma 300M", "task: search result | query: ", "title: none | text: "},
        {"qwen3", "Qwen3 Embedding 0.6B",
         "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:", ""},
    };
    for (const Case& c : cases) {
        const EmbeddingPrefixes prefixes = embeddingPrefixes(c.architecture, c.name);
        EXPECT_EQ(prefixes.query, c.query) << c.name;
        EXPECT_EQ(prefixes.document, c.document) << c.name;
    }
}

class BuiltInEmbedder : public ::testing::Test {
  protected:
    void SetUp() override {
        auto opened = openTextEmbedder(std::string(HEARTH_SOURCE) + "/assets/models/words.gguf", 1);
        ASSERT_TRUE(opened) << opened.error().text();
        embedder_ = std::move(*opened);
    }
    double similarity(const std::string& a, const std::string& b) {
        const auto vectors = embedder_->documents(std::vector<std::string>{a, b}, {});
        double sum = 0;
        for (std::size_t i = 0; i < (*vectors)[0].size(); ++i)
            sum += static_cast<double>((*vectors)[0][i]) * (*vectors)[1][i];
        return sum;
    }
    std::unique_ptr<TextEmbedder> embedder_;
};

TEST_F(BuiltInEmbedder, PutsWhatMeansTheSameTogether) {
    const char* triples[][3] = {
        {"the doctor treated the patient", "a physician saw a sick man", "the ship left port"},
        {"how to change my password", "reset login credentials", "growing tomatoes"},
        {"the car broke down", "automobile repair", "a poem about love"}};
    for (const auto& [text, near, far] : triples)
        EXPECT_GT(similarity(text, near), similarity(text, far)) << text;
}

TEST_F(BuiltInEmbedder, GivesUnitVectorsAndZerosForNothing) {
    const auto vectors = embedder_->queries(std::vector<std::string>{"hello world", "", "   "}, {});
    ASSERT_TRUE(vectors) << vectors.error().text();
    ASSERT_EQ(vectors->size(), 3u);
    EXPECT_NEAR(similarity("hello world", "hello world"), 1, 1e-4);
    EXPECT_EQ((*vectors)[1], std::vector<float>(static_cast<std::size_t>(embedder_->width())));
    EXPECT_EQ(embedder_->countTokens("hello world"), 2u);
}

TEST_F(BuiltInEmbedder, StopsWhenAsked) {
    base::CancelSource stop;
    stop.cancel();
    EXPECT_EQ(embedder_->documents(std::vector<std::string>{"a"}, stop.token()).error().code,
              base::ErrorCode::Cancelled);
}

TEST(OpenTextEmbedder, SaysWhichFileIsMissing) {
    const auto opened = openTextEmbedder("/nowhere/e.gguf");
    ASSERT_FALSE(opened);
    EXPECT_NE(opened.error().text().find("/nowhere/e.gguf"), std::string::npos);
}

}  // namespace
}  // namespace hearth::rag

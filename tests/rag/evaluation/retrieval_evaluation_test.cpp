#include "rag/retrieval_evaluation.h"

#include <gtest/gtest.h>

#include <fstream>

#include "library_fixture.h"

namespace hearth::rag {
namespace {

class EvaluationTest : public ::testing::Test {
  protected:
    void write(const std::string& name, const std::string& lines) {
        std::ofstream(folder_ / (name + ".jsonl")) << lines;
    }
    base::Result<RetrievalEvaluation> evaluate() {
        FakeEmbedder embedder;
        RetrievalEvaluationOptions options;
        options.data = folder_.path().string();
        options.workFile = (folder_ / "work.db").string();
        return evaluateRetrieval(embedder, options);
    }
    tests::TemporaryFolder folder_;
};

TEST_F(EvaluationTest, ScoresWholeDocuments) {
    write("docs",
          "{\"id\":\"a\",\"title\":\"Cats\",\"text\":\"cats purr at night\"}\n"
          "{\"id\":\"b\",\"title\":\"Dogs\",\"text\":\"dogs bark at night\"}\n");
    write("queries", "{\"id\":\"1\",\"text\":\"who barks?\"}\n{\"id\":\"2\",\"text\":\"unjudged\"}\n");
    write(
        "qrels",
        "{\"query\":\"1\",\"doc\":\"b\",\"relevance\":1}\n{\"query\":\"1\",\"doc\":\"a\",\"relevance\":0}\n");
    const auto result = evaluate();
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_EQ(result->documents, 2);
    EXPECT_EQ(result->queries, 1);
    EXPECT_FALSE(result->bySpans);
    ASSERT_EQ(result->methods.size(), 3u);
    EXPECT_EQ(result->methods[0].method, "bm25");
    EXPECT_DOUBLE_EQ(result->methods[0].ndcg10, 1);
    EXPECT_DOUBLE_EQ(result->methods[2].mrr, 1);
    EXPECT_DOUBLE_EQ(result->methods[2].recall20, 1);
    EXPECT_FALSE(std::filesystem::exists(folder_ / "work.db"));
}

TEST_F(EvaluationTest, ScoresPassagesByTheirSpansInCharacters) {
    std::string text = "é ";
    for (int i = 0; i < 400; ++i) text += "filler word number " + std::to_string(i) + ". ";
    const std::size_t begin = text.size() - 1;  // characters: the é has two bytes
    text += "The zebra sleeps.";
    write("docs", "{\"id\":\"a\",\"text\":\"" + text + "\"}\n");
    write("queries", "{\"id\":\"1\",\"text\":\"zebra sleep\"}\n");
    write("qrels", "{\"query\":\"1\",\"doc\":\"a\",\"relevance\":1,\"spans\":[[" + std::to_string(begin) +
                       "," + std::to_string(begin + 17) + "]]}\n");
    const auto result = evaluate();
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_TRUE(result->bySpans);
    EXPECT_GT(result->passages, 3);
    EXPECT_DOUBLE_EQ(result->methods[0].ndcg10, 1);
    EXPECT_DOUBLE_EQ(result->methods[0].recall20, 1);
}

TEST_F(EvaluationTest, QueriesOfAGroupSearchItAlone) {
    write("docs",
          "{\"id\":\"a\",\"text\":\"the budget\",\"meeting\":\"m1\"}\n"
          "{\"id\":\"b\",\"text\":\"the budget\",\"meeting\":\"m2\"}\n");
    write("queries", "{\"id\":\"1\",\"text\":\"budget\",\"meeting\":\"m2\"}\n");
    write("qrels", "{\"query\":\"1\",\"doc\":\"b\",\"relevance\":1}\n");
    const auto result = evaluate();
    ASSERT_TRUE(result) << result.error().text();
    for (const RetrievalScores& scores : result->methods) EXPECT_DOUBLE_EQ(scores.ndcg10, 1) << scores.method;
}

TEST_F(EvaluationTest, SaysWhatIsWrongWithTheCollection) {
    EXPECT_EQ(evaluate().error().code, base::ErrorCode::NotFound);
    write("docs", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":1}\n");
    write("queries", "");
    write("qrels", "");
    const auto result = evaluate();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, base::ErrorCode::InvalidInput);
    EXPECT_NE(result.error().where.find("docs.jsonl:2"), std::string::npos) << result.error().where;
}

}  // namespace
}  // namespace hearth::rag

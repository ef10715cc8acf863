#include <gmock/gmock.h>

#include <fstream>

#include "agent/answer_evaluation.h"
#include "fakes/scripted_passages.h"
#include "fakes/temporary_folder.h"

namespace hearth::tests {
namespace {

class AnswerEvaluationTest : public ::testing::Test {
  protected:
    base::Result<agent::AnswerEvaluation> evaluate(const std::string& lines) {
        const auto file = folder_ / "questions.jsonl";
        std::ofstream(file) << lines;
        agent::AnswerEvaluationOptions options;
        options.data = file;
        options.mistakes = 5;
        return agent::evaluateAnswers(library_, options);
    }
    TemporaryFolder folder_;
    ScriptedPassages library_;
};

TEST_F(AnswerEvaluationTest, CountsWhatIsAnsweredAndWhatIsRefused) {
    library_.add("/a.txt", "The monthly rent is 800 euros. Cats purr at night.");
    library_.add("/b.txt", "Tomatoes want sun and water.");
    const auto result = evaluate(
        "{\"question\": \"How much is the monthly rent?\", \"answers\": [\"monthly rent is 800 euros\"]}\n"
        "{\"question\": \"What do tomatoes want?\", \"answers\": [\"beans\"]}\n\n"
        "{\"question\": \"Who won the chess tournament?\"}\n");
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_EQ(result->answerable, 2);
    EXPECT_EQ(result->answered, 1);
    EXPECT_EQ(result->sentence, 0.5);
    EXPECT_EQ(result->unanswerable, 1);
    EXPECT_EQ(result->refused, 1);
    ASSERT_EQ(result->mistakes.size(), 1u);
    EXPECT_THAT(result->mistakes[0], testing::HasSubstr("tomatoes"));
}

TEST_F(AnswerEvaluationTest, NamesTheLineThatIsNoQuestion) {
    const auto result = evaluate("{\"question\": \"Why?\"}\nnonsense\n");
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().text(), testing::HasSubstr("questions.jsonl:2"));
    agent::AnswerEvaluationOptions gone;
    gone.data = folder_ / "gone";
    EXPECT_EQ(agent::evaluateAnswers(library_, gone).error().code, base::ErrorCode::NotFound);
}

}  // namespace
}  // namespace hearth::tests

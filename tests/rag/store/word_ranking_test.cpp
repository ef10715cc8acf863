#include "store/word_ranking.h"

#include <gmock/gmock.h>

#include <cmath>

#include "library_fixture.h"

namespace hearth::rag {
namespace {

using ::testing::ElementsAre;

class WordRankingTest : public LibraryTest {
  protected:
    WordRanking ranking(const std::string& question, const std::vector<std::uint8_t>& allowed = {}) {
        EXPECT_TRUE(store_->words().refresh());
        allowed_ = allowed;
        auto made = WordRanking::make(store_->words(), question, allowed_);
        EXPECT_TRUE(made);
        return std::move(*made);
    }
    std::vector<std::uint8_t> allowed_;
};

TEST_F(WordRankingTest, IsBm25) {
    put("/a.txt", {"red apple", "red red pear tree", "plum"});
    const WordRanking found = ranking("red apples");
    // By hand: lengths 2, 4, 1, mean 7/3; "red" in two of three, "apple" in one.
    const double red = std::log(1 + 1.5 / 2.5), apple = std::log(1 + 2.5 / 1.5);
    const auto part = [](double times, double length) {
        return times * 2.2 / (times + 1.2 * (0.25 + 0.75 * length * 3 / 7));
    };
    EXPECT_NEAR(found.scores()[0], red * part(1, 2) + apple * part(1, 2), 1e-5);
    EXPECT_NEAR(found.scores()[1], red * part(2, 4), 1e-5);
    EXPECT_EQ(found.scores()[2], 0);
    EXPECT_THAT(bestRows(found.scores(), 5), ElementsAre(0, 1));
    EXPECT_THAT(bestRows(found.scores(), 1), ElementsAre(0));
}

TEST_F(WordRankingTest, CountsOnlyWhatIsLetThrough) {
    put("/a.txt", {"red apple", "red pear", "red plum", "apple"});
    const WordRanking found = ranking("red apple", {0, 1, 1, 1});
    EXPECT_EQ(found.scores()[0], 0);
    EXPECT_GT(found.scores()[3], found.scores()[1]) << "apple is the rarer word there";
}

TEST_F(WordRankingTest, CommonWordsCountOnlyAlone) {
    put("/a.txt", {"the who", "a band"});
    EXPECT_GT(ranking("the who").scores()[0], 0);
    EXPECT_EQ(ranking("the band").scores()[0], 0);
    EXPECT_TRUE(ranking("?!").empty());
    EXPECT_TRUE(ranking("").empty());
}

TEST_F(WordRankingTest, FramingWordsSayLittleOfTheTopic) {
    put("/a.txt", {"the discussion was long", "the budget was long"});
    const WordRanking found = ranking("summarize the discussion about the budget");
    EXPECT_FLOAT_EQ(found.scores()[0], found.scores()[1]);
    EXPECT_LT(found.topicScores()[0], found.topicScores()[1]);
    EXPECT_GT(ranking("discussion").topicScores()[0], 0);
}

TEST_F(WordRankingTest, PairsAndNearnessAreSeen) {
    std::string far = "climate ";
    for (int i = 0; i < 30; ++i) far += "word ";
    put("/a.txt", {"climate change is here", far + "change", "climate only"});
    const WordRanking found = ranking("What is climate change?");
    EXPECT_GT(found.pairScores()[0], 0);
    EXPECT_EQ(found.pairScores()[1], 0);
    EXPECT_DOUBLE_EQ(found.evidence(0).window, 1);
    EXPECT_DOUBLE_EQ(found.evidence(1).coverage, 1);
    EXPECT_LT(found.evidence(1).window, 1);
    EXPECT_LT(found.evidence(2).coverage, 1);
    EXPECT_GT(found.evidence(0).near, 0);
    EXPECT_EQ(found.evidence(2).near, 0);
}

}  // namespace
}  // namespace hearth::rag

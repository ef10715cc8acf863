#include "retrieve/selection.h"

#include <gmock/gmock.h>

namespace hearth::rag {
namespace {

using ::testing::ElementsAre;

TEST(NearDuplicates, AreLeftOut) {
    const std::vector<std::string> texts = {
        "the invoice of the third of march is due within fourteen days of receipt",
        "The invoice of the third of march is due within fourteen days of receipt.",
        "the invoice of the third of march is due within thirty days of receipt by cheque or cash",
        "Yes.",
        "Yes.",
        "in the year 2016 the company had a loss of some 20 million dollars in its markets",
        "in the year 2017 the company had a loss of some 20 million dollars in its markets",
    };
    const std::vector<std::string> all = {texts[0], texts[0] + " !", texts[2], texts[3],
                                          texts[4], texts[5],        texts[6]};
    SaidBefore said;
    std::vector<bool> isNew;
    for (const std::string& text : all) isNew.push_back(said.isNew(text));
    EXPECT_THAT(isNew, ElementsAre(true, false, true, true, true, true, true))
        << "too short to be told apart; other numbers";
}

TEST(Diversified, TakesWhatDiffersFirst) {
    const std::vector<double> scores = {1, 0.99, 0.5};
    const std::vector<std::vector<float>> vectors = {{1, 0}, {1, 0}, {0, 1}};
    EXPECT_THAT(diversified(scores, vectors, 0), ElementsAre(0, 1, 2));
    EXPECT_THAT(diversified(scores, vectors, 0.5), ElementsAre(0, 2, 1));
    EXPECT_THAT(diversified({}, {}, 0.5), ElementsAre());
}

}  // namespace
}  // namespace hearth::rag

#include "retrieve/fusion.h"

#include <gmock/gmock.h>

namespace hearth::rag {
namespace {

using ::testing::ElementsAre;

std::vector<ChunkId> order(std::vector<Candidate> candidates, bool wantsNumbers = false) {
    fuse(candidates, {}, wantsNumbers);
    std::vector<ChunkId> out;
    for (const Candidate& c : candidates) out.push_back(c.id);
    return out;
}

TEST(Fuse, WordsAndVectorsBothSpeakForAPassage) {
    EXPECT_THAT(order({{1, 1, 0, 0.5, 0.1}, {2, 2, 0, 0.5, 0.9}, {3, 3, 0, 0.9, 0.1}}), ElementsAre(3, 2, 1));
}

TEST(Fuse, SurroundingsThatFitSpeakForAPassageToo) {
    // 2 stands between two that fit; 4 stands alone with the same words; 5 is of another document.
    EXPECT_THAT(order({{1, 1, 100, 0.6, 0},
                       {2, 1, 200, 0.5, 0},
                       {3, 1, 300, 0.6, 0},
                       {4, 1, 90'000, 0.6, 0},
                       {5, 2, 250, 0.6, 0}}),
                ElementsAre(2, 1, 3, 4, 5));
}

TEST(Fuse, NumbersCountWhereOneIsAskedFor) {
    const std::vector<Candidate> candidates = {{1, 1, 0, 0.55, 0, false}, {2, 2, 0, 0.5, 0, true}};
    EXPECT_THAT(order(candidates), ElementsAre(1, 2));
    EXPECT_THAT(order(candidates, true), ElementsAre(2, 1));
}

TEST(NearDuplicates, AreLeftOut) {
    const std::vector<std::string> texts = {
        "the invoice of the third of march is due within fourteen days of receipt",
        "The invoice of the third of march is due within fourteen days of receipt.",
        "the invoice of the third of march is due within thirty days of receipt by cheque or cash",
        "Yes.",
        "Yes.",
    };
    const std::vector<std::string> lower = {texts[0], texts[0] + " !", texts[2], texts[3], texts[4]};
    EXPECT_THAT(withoutNearDuplicates(lower), ElementsAre(0, 2, 3, 4)) << "too short to be told apart";
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

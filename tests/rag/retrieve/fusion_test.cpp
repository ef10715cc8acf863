#include "retrieve/fusion.h"

#include <gmock/gmock.h>

namespace hearth::rag {
namespace {

using ::testing::ElementsAre;

Candidate candidate(ChunkId id, std::int64_t document, double middle, double words, double similarity = 0,
                    double length = 100) {
    Candidate out;
    out.id = id;
    out.document = document;
    out.middle = middle;
    out.length = out.usualLength = length;
    out.words = words;
    out.similarity = similarity;
    return out;
}

std::vector<ChunkId> order(std::vector<Candidate> candidates) {
    fuse(candidates);
    std::vector<ChunkId> out;
    for (const Candidate& c : candidates) out.push_back(c.id);
    return out;
}

TEST(Fuse, WordsAndVectorsBothSpeakForAPassage) {
    EXPECT_THAT(
        order({candidate(1, 1, 0, 0.5, 0.1), candidate(2, 2, 0, 0.5, 0.9), candidate(3, 3, 0, 0.9, 0.1)}),
        ElementsAre(3, 2, 1));
}

TEST(Fuse, WordsTogetherSpeakForAPassage) {
    std::vector<Candidate> candidates = {candidate(1, 1, 0, 0.5), candidate(2, 2, 0, 0.5),
                                         candidate(3, 3, 0, 0.5), candidate(4, 4, 0, 0.5),
                                         candidate(5, 5, 0, 0.5), candidate(6, 6, 0, 0.5)};
    candidates[1].pairs = 0.5;
    candidates[2].evidence.coverage = 1;
    candidates[3].evidence.window = 0.5;
    candidates[4].evidence.near = 0.5;
    candidates[5].beside = 0.5;
    EXPECT_EQ(order(candidates).back(), 1);
}

TEST(Fuse, SurroundingsThatFitSpeakForAShortPassageToo) {
    // 2 stands between two that fit; 4 stands alone with better words; 5 is of another document.
    const auto passages = [](double length) {
        return order({candidate(1, 1, 100, 0.6, 0, length), candidate(2, 1, 200, 0.5, 0, length),
                      candidate(3, 1, 300, 0.6, 0, length), candidate(4, 1, 90'000, 0.61, 0, length),
                      candidate(5, 2, 250, 0.6, 0, length)});
    };
    EXPECT_THAT(passages(100), ElementsAre(1, 3, 2, 4, 5));
    EXPECT_THAT(passages(5000), ElementsAre(4, 1, 3, 5, 2)) << "a long one speaks for itself";
}

TEST(Fuse, WhatStandsBesideTheWordsIsNoBetterThanThey) {
    std::vector<Candidate> candidates = {candidate(1, 1, 100, 0, 0, 50), candidate(2, 1, 200, 1, 0, 50)};
    candidates[0].beside = 1;
    candidates[1].evidence.coverage = 1;
    EXPECT_EQ(order(candidates).front(), 2);
}

TEST(Fuse, OfLongPassagesThatSayTheSameTheFirstComesFirst) {
    const auto repeated = [](double length) {
        std::vector<Candidate> candidates = {candidate(1, 1, 100, 0.5, 0.2, length),
                                             candidate(2, 1, 90'000, 0.5, 0.2, length),
                                             candidate(3, 1, 50'000, 0.55, 0.2, length)};
        candidates[1].beside = 0.4;
        return order(candidates);
    };
    EXPECT_THAT(repeated(900), ElementsAre(1, 2, 3)) << "both as good as the one with the better neighbour";
    EXPECT_EQ(repeated(80).front(), 2) << "short ones are told apart by what stands around";
}

TEST(Fuse, SimilarityAroundIsAMeanByLength) {
    // Beside 1 stands a long passage that fits and a short one that does not; beside 3 the other way round.
    std::vector<Candidate> candidates = {candidate(1, 1, 100, 0, 0, 50), candidate(2, 1, 110, 0, 0.1, 900),
                                         candidate(3, 2, 100, 0, 0, 50), candidate(4, 2, 110, 0, 0.9, 900)};
    for (Candidate& c : candidates) c.usualLength = 50;
    EXPECT_THAT(order(candidates), ElementsAre(3, 4, 1, 2));
    EXPECT_THAT(order({}), ElementsAre());
}

}  // namespace
}  // namespace hearth::rag

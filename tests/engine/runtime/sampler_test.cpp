#include "runtime/sampler.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>

namespace hearth::engine {
namespace {

const Kernels& kernels() {
    return **selectKernels("reference");
}

SamplingOptions plain(double temperature = 1) {
    SamplingOptions out;
    out.temperature = temperature;
    out.topK = 0;
    out.topP = 1;
    out.minP = 0;
    out.seed = 11;
    return out;
}

// Logarithms of 0.4, 0.3, 0.2, 0.1.
std::vector<float> logits() {
    return {std::log(0.2f), std::log(0.4f), std::log(0.1f), std::log(0.3f)};
}

std::map<TokenId, int> drawMany(const SamplingOptions& options, int draws) {
    Sampler sampler(options, kernels());
    std::map<TokenId, int> counts;
    for (int i = 0; i < draws; ++i) {
        auto values = logits();
        ++counts[sampler.choose(values, {}, nullptr, 0).id];
    }
    return counts;
}

TEST(Sampler, DrawsInProportion) {
    auto counts = drawMany(plain(), 20000);
    EXPECT_NEAR(counts[1], 8000, 400);
    EXPECT_NEAR(counts[3], 6000, 400);
    EXPECT_NEAR(counts[0], 4000, 400);
    EXPECT_NEAR(counts[2], 2000, 400);
}

TEST(Sampler, TemperatureSharpens) {
    auto counts = drawMany(plain(0.5), 20000);  // squares: 16, 9, 4, 1 of 30
    EXPECT_NEAR(counts[1], 20000 * 16 / 30, 400);
    EXPECT_NEAR(counts[2], 20000 / 30, 200);
    EXPECT_EQ(drawMany(plain(0), 10), (std::map<TokenId, int>{{1, 10}}));
}

TEST(Sampler, NarrowingLeavesTheLikely) {
    SamplingOptions options = plain();
    options.topK = 2;
    EXPECT_EQ(drawMany(options, 500).size(), 2u);
    options = plain();
    options.topP = 0.65;  // 0.4 + 0.3 reach it
    EXPECT_EQ(drawMany(options, 500).size(), 2u);
    options.topP = 0.75;
    EXPECT_EQ(drawMany(options, 500).size(), 3u);
    options = plain();
    options.minP = 0.6;  // of 0.4
    EXPECT_EQ(drawMany(options, 500).size(), 2u);
    options.minP = 1;
    EXPECT_EQ(drawMany(options, 50).size(), 1u);
    options.topP = 0;
    EXPECT_EQ(drawMany(options, 50).size(), 1u);
}

TEST(Sampler, LogprobsAreThoseOfTheWholeDistribution) {
    Sampler sampler(plain(0), kernels());
    auto values = logits();
    const Choice choice = sampler.choose(values, {}, nullptr, 9);
    EXPECT_EQ(choice.id, 1);
    EXPECT_NEAR(choice.logprob, std::log(0.4), 1e-5);
    ASSERT_EQ(choice.top.size(), 4u);
    EXPECT_EQ(choice.top[1].first, 3);
    EXPECT_NEAR(choice.top[3].second, std::log(0.1), 1e-5);
}

TEST(Sampler, AMaskLeavesOnlyWhatItAllows) {
    TokenMask mask(4);
    mask.set(0);
    mask.set(2);
    Sampler sampler(plain(0), kernels());
    auto values = logits();
    const Choice choice = sampler.choose(values, {}, &mask, 9);
    EXPECT_EQ(choice.id, 0);
    EXPECT_NEAR(choice.logprob, std::log(2.0 / 3), 1e-5);
    EXPECT_EQ(choice.top.size(), 2u);
    mask.clear();
    EXPECT_EQ(sampler.choose(values, {}, &mask, 0).id, -1);
}

TEST(Sampler, PenaltiesLookAtTheWindow) {
    SamplingOptions options = plain(0);
    options.presencePenalty = 2;
    options.penaltyWindow = 2;
    Sampler presence(options, kernels());
    const std::vector<TokenId> said = {3, 1, 1};
    auto values = logits();
    EXPECT_EQ(presence.choose(values, said, nullptr, 0).id, 3);
    options.penaltyWindow = 3;
    Sampler wider(options, kernels());
    values = logits();
    EXPECT_EQ(wider.choose(values, said, nullptr, 0).id, 0);

    SamplingOptions repetition = plain(0);
    repetition.repetitionPenalty = 3;
    Sampler repeat(repetition, kernels());
    values = {1, 2, -1, 0.9f};
    EXPECT_EQ(repeat.choose(values, said, nullptr, 0).id, 0);
    EXPECT_NEAR(values[1], 2.0 / 3, 1e-6);
    EXPECT_NEAR(values[3], 0.3, 1e-6);
    const std::vector<TokenId> negative = {2};
    repeat.choose(values, negative, nullptr, 0);
    EXPECT_NEAR(values[2], -3, 1e-6);
}

TEST(Sampler, WhatIsNoNumberIsNeverChosen) {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float infinity = std::numeric_limits<float>::infinity();
    Sampler sampler(plain(), kernels());
    std::vector<float> some = {nan, -5, infinity, -infinity};
    EXPECT_EQ(sampler.choose(some, {}, nullptr, 0).id, 1);
    std::vector<float> none = {nan, infinity};
    EXPECT_EQ(sampler.choose(none, {}, nullptr, 0).id, -1);
}

TEST(Sampler, EqualLogitsTakeTheFirst) {
    Sampler sampler(plain(0), kernels());
    std::vector<float> values = {1, 3, 3};
    EXPECT_EQ(sampler.choose(values, {}, nullptr, 0).id, 1);
}

}  // namespace
}  // namespace hearth::engine

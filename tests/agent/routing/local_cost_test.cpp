#include "routing/local_cost.h"

#include <gtest/gtest.h>

namespace hearth::agent::routing {
namespace {

using Tokens = std::vector<engine::TokenId>;

// 100 prompt tokens at 10 ms, 20 answer tokens at 50 ms.
engine::GenerateResult answered(int reused = 0) {
    engine::GenerateResult out;
    out.promptTokens = 100;
    out.reusedTokens = reused;
    out.prefillMs = 10.0 * (100 - reused);
    out.tokens = Tokens(20, 7);
    out.decodeMs = 1000;
    return out;
}

TEST(LocalCost, KnowsNothingBeforeTheFirstAnswer) {
    LocalCost cost;
    EXPECT_FALSE(cost.secondsFor(Tokens(1000, 1), 500));
    engine::GenerateResult stopped = answered();
    stopped.stop = engine::StopReason::Cancelled;
    cost.learn(Tokens(100, 1), stopped);
    EXPECT_FALSE(cost.secondsFor(Tokens(1000, 1), 500)) << "how long answers are is not known yet";
}

TEST(LocalCost, CountsWhatTheCacheLacksAndTheUsualLength) {
    LocalCost cost;
    cost.learn(Tokens(100, 1), answered());
    EXPECT_NEAR(*cost.secondsFor(Tokens(200, 2), 500), 200 * 0.010 + 20 * 0.050, 1e-9);
    EXPECT_NEAR(*cost.secondsFor(Tokens(200, 2), 5), 200 * 0.010 + 5 * 0.050, 1e-9);
    Tokens further(100, 1);
    further.insert(further.end(), 20, 7);
    further.insert(further.end(), 30, 3);
    EXPECT_NEAR(*cost.secondsFor(further, 500), 30 * 0.010 + 20 * 0.050, 1e-9);
}

TEST(LocalCost, FollowsTheLatestAnswers) {
    LocalCost cost;
    cost.learn(Tokens(100, 1), answered());
    engine::GenerateResult slow = answered(98);  // two tokens of prompt say nothing
    slow.prefillMs = 5000;
    slow.decodeMs = 4000;
    for (int i = 0; i < 30; ++i) cost.learn(Tokens(100, 1), slow);
    EXPECT_NEAR(*cost.secondsFor(Tokens(100, 2), 500), 100 * 0.010 + 20 * 0.200, 0.01);
}

}  // namespace
}  // namespace hearth::agent::routing

#include "models/checkpoints.h"

#include <gtest/gtest.h>

namespace hearth::engine {
namespace {

std::vector<std::vector<std::byte>> state(std::size_t bytes) {
    return {std::vector<std::byte>(bytes), {}};
}

TEST(Checkpoints, GiveTheLatestAtOrBeforeAPosition) {
    Checkpoints points;
    EXPECT_EQ(points.latest(100), nullptr);
    for (const int position : {10, 20, 30}) points.add(position, state(8));
    EXPECT_EQ(points.latest(9), nullptr);
    EXPECT_EQ(points.latest(10)->position, 10);
    EXPECT_EQ(points.latest(29)->position, 20);
    points.dropAfter(20);
    EXPECT_EQ(points.latest(100)->position, 20);
    EXPECT_EQ(points.bytes(), 16u);
    points.add(20, state(4));
    EXPECT_EQ(points.bytes(), 12u);
}

TEST(Checkpoints, SpendNoMoreThanTheBudgetAndStayFarApart) {
    Checkpoints points(40);
    for (const int position : {100, 200, 210, 300, 400}) points.add(position, state(10));
    EXPECT_EQ(points.bytes(), 40u);
    EXPECT_EQ(points.latest(250)->position, 200);  // 210, or 200, was one too many
    EXPECT_EQ(points.latest(399)->position, 300);
    points.add(500, state(100));
    EXPECT_EQ(points.latest(499), nullptr);
    EXPECT_EQ(points.latest(500)->position, 500);
}

}  // namespace
}  // namespace hearth::engine

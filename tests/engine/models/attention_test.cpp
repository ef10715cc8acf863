#include "models/attention.h"

#include <gmock/gmock.h>

namespace hearth::engine {
namespace {

using testing::FloatEq;
using testing::Pointwise;

// Press et al. 2022: for 8 heads 1/2 … 1/256; for 12 those of 8, then every second one of those of 16.
TEST(AlibiSlopes, AreThoseOfThePaper) {
    EXPECT_THAT(alibiSlopes(8, 8),
                Pointwise(FloatEq(), std::vector<float>{0.5f, 0.25f, 0.125f, 0.0625f, 0.03125f, 0.015625f,
                                                        0.0078125f, 0.00390625f}));
    const std::vector<float> twelve = alibiSlopes(12, 8), sixteen = alibiSlopes(16, 8);
    ASSERT_EQ(twelve.size(), 12u);
    for (std::size_t i = 0; i < 8; ++i) EXPECT_FLOAT_EQ(twelve[i], alibiSlopes(8, 8)[i]);
    for (std::size_t i = 8; i < 12; ++i) EXPECT_FLOAT_EQ(twelve[i], sixteen[2 * (i - 8)]);
}

TEST(AlibiSlopes, GrowFlatterWithTheFilesFactor) {
    EXPECT_THAT(alibiSlopes(2, 4), Pointwise(FloatEq(), std::vector<float>{0.25f, 0.0625f}));
    EXPECT_THAT(alibiSlopes(1, 8), Pointwise(FloatEq(), std::vector<float>{1.0f / 256}));
}

}  // namespace
}  // namespace hearth::engine

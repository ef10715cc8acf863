#include "tensor/half.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace hearth::engine {
namespace {

TEST(Half, EveryPatternSurvivesTheWayToFloatAndBack) {
    for (std::uint32_t h = 0; h <= 0xffff; ++h) {
        const auto pattern = static_cast<std::uint16_t>(h);
        const float value = halfToFloat(pattern);
        if (std::isnan(value)) {
            EXPECT_TRUE(std::isnan(halfToFloat(floatToHalf(value))));
        } else {
            EXPECT_EQ(floatToHalf(value), pattern) << value;
        }
    }
}

struct Rounding {
    float value;
    std::uint16_t half;
};

TEST(Half, RoundsToNearestWithTiesToEven) {
    const Rounding cases[] = {{1.0f, 0x3c00},
                              {1.0f + 0x1p-11f, 0x3c00},
                              {1.0f + 3 * 0x1p-11f, 0x3c02},
                              {65504.0f, 0x7bff},
                              {65519.9f, 0x7bff},
                              {65520.0f, 0x7c00},
                              {-1e30f, 0xfc00},
                              {0x1p-24f, 0x0001},
                              {0x1p-25f, 0x0000},
                              {0x1.8p-25f, 0x0001},
                              {6.0975552e-05f, 0x03ff},
                              {-0.0f, 0x8000},
                              {0x1p-14f, 0x0400},
                              {std::numeric_limits<float>::infinity(), 0x7c00}};
    for (const Rounding& c : cases) EXPECT_EQ(floatToHalf(c.value), c.half) << c.value;
}

TEST(Bfloat, RoundsToNearestWithTiesToEven) {
    EXPECT_EQ(floatToBfloat(1.0f), 0x3f80);
    EXPECT_EQ(floatToBfloat(1.0f + 0x1p-8f), 0x3f80);
    EXPECT_EQ(floatToBfloat(1.0f + 3 * 0x1p-8f), 0x3f82);
    EXPECT_TRUE(std::isnan(bfloatToFloat(floatToBfloat(std::nanf("")))));
    for (std::uint32_t b = 0; b < 0x7f80; ++b) {
        EXPECT_EQ(floatToBfloat(bfloatToFloat(static_cast<std::uint16_t>(b))), b);
    }
}

}  // namespace
}  // namespace hearth::engine

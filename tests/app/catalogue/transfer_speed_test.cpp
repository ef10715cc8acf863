#include "catalogue/transfer_speed.h"

#include <gtest/gtest.h>

namespace hearth::app {
namespace {

TEST(TransferSpeed, IsThatOfTheLastSeconds) {
    TransferSpeed speed;
    EXPECT_EQ(speed.bytesPerSecond(), 0);
    EXPECT_EQ(speed.secondsLeft(100), -1);
    speed.add(0, 0);
    speed.add(100, 1000);
    EXPECT_EQ(speed.bytesPerSecond(), 0) << "too short to say";
    speed.add(1000, 10'000);
    EXPECT_DOUBLE_EQ(speed.bytesPerSecond(), 10'000);
    EXPECT_EQ(speed.secondsLeft(25'000), 2);  // one and a half, rounded up
    for (int second = 2; second <= 30; ++second) speed.add(second * 1000, 10'000 + 1000u * (second - 1u));
    EXPECT_DOUBLE_EQ(speed.bytesPerSecond(), 1000) << "what was long ago counts no more";
    EXPECT_EQ(speed.secondsLeft(1), -1);
    speed.add(31'000, 0);  // the host gave something else: it begins anew
    EXPECT_EQ(speed.bytesPerSecond(), 0);
}

}  // namespace
}  // namespace hearth::app

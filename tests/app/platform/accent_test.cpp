#include "platform/accent.h"

#include <gtest/gtest.h>

#include <array>
#include <tuple>

namespace hearth::app {
namespace {

TEST(Contrast, AsWcagDefinesIt) {
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21, 0.01);
    EXPECT_NEAR(contrast(QColor(0x777777), Qt::white), 4.48, 0.01);
    EXPECT_DOUBLE_EQ(contrast(Qt::white, Qt::black), contrast(Qt::black, Qt::white));
}

class AnyAccent : public testing::TestWithParam<std::tuple<bool, int, int, int>> {};

TEST_P(AnyAccent, CanBeReadWhereverItStands) {
    const auto [dark, hue, saturation, lightness] = GetParam();
    const AccentColours colours = accentColours(QColor::fromHsl(hue, saturation, lightness), dark);
    const QColor text2(dark ? 0xb8b0a5 : 0x5c574f);
    const std::array<QRgb, 3> pages = dark ? std::array<QRgb, 3>{0x171513, 0x1f1c19, 0x2a2622}
                                           : std::array<QRgb, 3>{0xfbfaf8, 0xffffff, 0xf3f1ec};
    for (const QRgb page : pages) EXPECT_GE(contrast(colours.accent, QColor(page)), 4.5) << page;
    EXPECT_GE(contrast(colours.text, colours.accent), 4.5);
    EXPECT_GE(contrast(colours.accent, colours.soft), 4.5);
    EXPECT_GE(contrast(text2, colours.soft), 4.5);
}
INSTANTIATE_TEST_SUITE_P(Wheel, AnyAccent,
                         testing::Combine(testing::Bool(), testing::Range(0, 360, 30),
                                          testing::Values(0, 120, 255),
                                          testing::Values(0, 60, 128, 200, 255)));

TEST(Accent, KeepsWhatCanBeReadAndRefusesWhatCannot) {
    Accent accent;
    accent.setWish(QColor(0x2a6e47));
    EXPECT_FALSE(accent.refused());
    EXPECT_EQ(accent.colour(), QColor(0x2a6e47));
    accent.setWish(QColor(0xffd400));  // yellow on white
    EXPECT_TRUE(accent.refused());
    EXPECT_LT(accent.asked(), 1.6);
    EXPECT_LT(accent.colour().lightnessF(), 0.35F);
    EXPECT_NEAR(accent.colour().hslHueF(), QColor(0xffd400).hslHueF(), 0.02);
    accent.setDark(true);  // where it can be read
    EXPECT_FALSE(accent.refused());
    EXPECT_EQ(accent.colour(), QColor(0xffd400));
    accent.setWish({});
    EXPECT_EQ(accent.colour(), QColor(0xf0946a)) << "the standard one has a form of its own for the dark";
}

}  // namespace
}  // namespace hearth::app

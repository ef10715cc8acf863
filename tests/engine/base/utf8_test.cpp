#include "base/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace hearth::base {
namespace {

TEST(Utf8, EveryScalarValueSurvivesTheRoundTrip) {
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        if (value >= 0xD800 && value <= 0xDFFF) continue;
        std::string text;
        appendUtf8(text, value);
        const CodePoint point = decodeUtf8(text, 0);
        ASSERT_TRUE(point.valid) << std::hex << static_cast<unsigned>(value);
        ASSERT_EQ(point.value, value);
        ASSERT_EQ(point.length, text.size());
        for (std::size_t cut = 1; cut < text.size(); ++cut)
            ASSERT_EQ(incompleteUtf8Tail(std::string_view(text).substr(0, cut)), cut);
        ASSERT_EQ(incompleteUtf8Tail(text), 0u);
    }
}

struct Repair {
    std::string text;
    std::string repaired;
};

class Utf8Repair : public testing::TestWithParam<Repair> {};

TEST_P(Utf8Repair, ReplacesEachMalformedByte) {
    EXPECT_EQ(repairUtf8(GetParam().text), GetParam().repaired);
    EXPECT_EQ(isValidUtf8(GetParam().text), GetParam().text == GetParam().repaired);
}

const std::string kBad = "\xEF\xBF\xBD";

INSTANTIATE_TEST_SUITE_P(
    Table, Utf8Repair,
    testing::Values(Repair{"", ""}, Repair{"plain", "plain"}, Repair{"h\xC3\xA4tte", "h\xC3\xA4tte"},
                    Repair{"\x80", kBad}, Repair{"a\xC3", "a" + kBad}, Repair{"\xC0\x80", kBad + kBad},
                    Repair{"\xED\xA0\x80", kBad + kBad + kBad},             // a surrogate
                    Repair{"\xF4\x90\x80\x80", kBad + kBad + kBad + kBad},  // above 0x10FFFF
                    Repair{"\xE2\x82 ", kBad + kBad + " "}));

TEST(Utf8, SurrogatesAreNotWritten) {
    std::string text;
    appendUtf8(text, 0xD800);
    EXPECT_EQ(text, kBad);
}

TEST(Utf8, TailOfGarbageIsNotWaitedFor) {
    EXPECT_EQ(incompleteUtf8Tail("\x80\x80\x80\x80"), 0u);
    EXPECT_EQ(incompleteUtf8Tail("\xED\xA0"), 0u);
    EXPECT_EQ(incompleteUtf8Tail("ab\xF0\x9F"), 2u);
}

}  // namespace
}  // namespace hearth::base

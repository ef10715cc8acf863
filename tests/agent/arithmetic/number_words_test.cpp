#include "arithmetic/number_words.h"

#include <gtest/gtest.h>

namespace hearth::agent {
namespace {

TEST(NumberWords, FindsTheOneNumberInAText) {
    const struct {
        const char* text;
        const char* number;  // empty: none, or more than one
    } cases[] = {
        {"50", "50"},
        {"50%", "50"},
        {"fifty percent", "50"},
        {"to twenty-five", "25"},
        {"one hundred and twenty three thousand four hundred and fifty six", "123456"},
        {"1,200", "1200"},
        {"3.5", "3.5"},
        {"three and a half", "3.5"},
        {"two and three quarters", "2.75"},
        {"a quarter", "0.25"},
        {"half a million", "500000"},
        {"1.5 million", "1500000"},
        {"a hundred", "100"},
        {"half a dozen", "6"},
        {"minus five", "-5"},
        {"level nine", "9"},
        {"20 k", "20000"},
        {"", ""},
        {"loud", ""},
        {"three or four", ""},
        {"a lot", ""},
    };
    for (const auto& c : cases) {
        auto number = numberIn(c.text);
        if (*c.number == '\0') {
            EXPECT_FALSE(number) << c.text;
        } else {
            ASSERT_TRUE(number) << c.text;
            EXPECT_EQ(toPlainText(*number), c.number) << c.text;
        }
    }
}

TEST(NumberWords, ReadsDecimalsStrictly) {
    for (const char* text : {"", "-", "1,2", "1,2345", "12,34.5", "1.2.3", "abc", "1e", "1e5x", "."})
        EXPECT_FALSE(parseDecimal(text)) << text;
    for (const char* text : {"0", "-7", "+3", "1,234,567.25", ".5", "2e-3", "5."})
        EXPECT_TRUE(parseDecimal(text)) << text;
}

TEST(NumberWords, KnowsOrdinals) {
    EXPECT_EQ(ordinal("third"), 3u);
    EXPECT_EQ(ordinal("21st"), 21u);
    EXPECT_EQ(ordinal("half"), 2u);
    EXPECT_FALSE(ordinal("21"));
    EXPECT_FALSE(ordinal("thirds"));
    EXPECT_FALSE(ordinal("th"));
}

}  // namespace
}  // namespace hearth::agent

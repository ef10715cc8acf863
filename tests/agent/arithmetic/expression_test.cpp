#include "arithmetic/expression.h"

#include <gtest/gtest.h>

#include <string>

namespace hearth::agent {
namespace {

struct Case {
    const char* text;
    const char* result;
};

TEST(Expression, WorksOutSumsInSignsAndWords) {
    const Case cases[] = {
        {"2+2", "4"},
        {"1+2*3", "7"},
        {"(1+2)*3", "9"},
        {"2(3+4)", "14"},
        {"10 - 4 - 3", "3"},
        {"-2^2", "−4"},
        {"2^3^2", "512"},
        {"2**10", "1,024"},
        {"0.1 + 0.2", "0.3"},
        {"1,234.5 * 2", "2,469"},
        {"7/2", "3.5"},
        {"1/3", "≈ 0.333333333333"},
        {"2/3", "≈ 0.666666666667"},
        {"10 mod 3", "1"},
        {"5!", "120"},
        {"3 x 4", "12"},
        {"3x4", "12"},
        {"6 ÷ 4", "1.5"},
        {"5²", "25"},
        {"√16", "4"},
        {"1e3 + 1", "1,001"},
        {"$20 + $5.50", "25.5"},
        {"15 percent of 80", "12"},
        {"what is 15% of 80?", "12"},
        {"100 plus 10 percent", "110"},
        {"100 - 25%", "75"},
        {"20% off 50", "40"},
        {"18 percent tip on 45", "8.1"},
        {"square root of 2", "≈ 1.41421356237"},
        {"the square root of 144", "12"},
        {"square root of 2.25", "1.5"},
        {"cube root of 27", "3"},
        {"fifth root of 32", "2"},
        {"12 times 9", "108"},
        {"twelve times nine", "108"},
        {"twenty-five plus seventeen", "42"},
        {"what is eighty seven minus fourteen", "73"},
        {"one hundred and five divided by five", "21"},
        {"two and a half times 4", "10"},
        {"a dozen times three", "36"},
        {"two point five times two", "5"},
        {"half of 90", "45"},
        {"a third of 99", "33"},
        {"two thirds of 90", "60"},
        {"what is 1 fifth times 2 fifths", "0.08"},
        {"two million divided by 4", "500,000"},
        {"minus five plus 2", "−3"},
        {"5 squared", "25"},
        {"2 cubed", "8"},
        {"2 to the power of 10", "1,024"},
        {"2 to the tenth power", "1,024"},
        {"sum of 3, 7, 9, and 24", "43"},
        {"find the sum of thirteen and fourteen", "27"},
        {"the difference between 10 and 4", "6"},
        {"the product of 6 and 7", "42"},
        {"average of 4, 8 and 12", "8"},
        {"add 3 and 4", "7"},
        {"add 3, 4 and 5", "12"},
        {"subtract 3 from 10", "7"},
        {"multiply 6 by 7", "42"},
        {"divide 10 by 4", "2.5"},
        {"3 added to 4", "7"},
        {"3 subtracted from 10", "7"},
        {"increase 80 by 10 percent", "88"},
        {"double 21", "42"},
        {"factorial of 6", "720"},
        {"remainder when 17 is divided by 5", "2"},
        {"what percent of 80 is 12", "15"},
        {"12 is what percent of 80", "15"},
        {"sin of 30 degrees", "≈ 0.5"},
        {"sin 30", "≈ 0.5"},
        {"cos of pi", "≈ −1"},
        {"sin of 1 radians", "≈ 0.841470984808"},
        {"log of 1000", "≈ 3"},
        {"what is five over three", "≈ 1.66666666667"},
        {"100 divided by 7 times 7", "100"},
        {"2^100", "1,267,650,600,228,229,401,496,703,205,376"},
        {"how much is one plus one", "2"},
        {"what is the answer to four plus four", "8"},
        {"can you tell me what 30% off 235 is, please", "164.5"},
        {"how many times does 8 go into 2000", "250"},
        {"the sum of 10 plus 5", "15"},
        {"what is 60 percent off of 350 dollars", "140"},
        {"what is an 18 percent tip on 20 dollars", "3.6"},
        {"what is the square of 4", "16"},
        {"i need to know what 75 plus 43 is", "118"},
        {"what do you get when you multiply sixteen by nine", "144"},
        {"solve this equation one plus one", "2"},
        {"add five plus eighteen", "23"},
        {"the result of one hundred minus fifty", "50"},
        {"2^0.5 * 2^0.5", "≈ 2"},
        {"4^0.5", "2"},
        {"0.1^20", "0.00000000000000000001"},
    };
    for (const Case& c : cases) {
        auto result = calculate(c.text);
        ASSERT_TRUE(result) << c.text << ": " << result.error().text();
        EXPECT_EQ(toText(result->result), c.result) << c.text << " read as " << result->reading;
    }
}

TEST(Expression, SaysHowItRead) {
    const Case cases[] = {
        {"fifteen percent of eighty", "15% × 80"},
        {"(1+2)*3", "(1 + 2) × 3"},
        {"10-(4-3)", "10 − (4 − 3)"},
        {"square root of nine plus one", "√9 + 1"},
    };
    for (const Case& c : cases) {
        auto result = calculate(c.text);
        ASSERT_TRUE(result) << c.text << ": " << result.error().text();
        EXPECT_EQ(result->reading, c.result) << c.text;
    }
}

TEST(Expression, RefusesWithWhatIsWrong) {
    const Case cases[] = {
        {"", "no sum"},
        {"what is", "no sum"},
        {"1/0", "divides by zero"},
        {"5 divided by zero", "divides by zero"},
        {"5 mod 0", "divides by zero"},
        {"0^-1", "zero"},
        {"square root of -4", "negative"},
        {"2 + ", "after “+”"},
        {"2 + bananas", "“bananas”"},
        {"(2 + 3", "parenthesis"},
        {"2 3", "“3”"},
        {"9^9^9", "too large"},
        {"1000!", "too large"},
        {"1e999999", "too large"},
        {"1.5!", "whole number"},
        {"log of 0", "no log"},
    };
    for (const Case& c : cases) {
        auto result = calculate(c.text);
        ASSERT_FALSE(result) << c.text << " gave " << toText(result->result);
        EXPECT_EQ(result.error().code, base::ErrorCode::InvalidInput) << c.text;
        EXPECT_NE(result.error().message.find(c.result), std::string::npos)
            << c.text << ": " << result.error().message;
    }
}

TEST(Expression, SurvivesHostileInput) {
    const std::string inputs[] = {
        std::string(3000, '('),
        std::string(3000, '-'),
        std::string(100000, '9'),
        std::string("\xff\xfe\x00+", 4),
        std::string(900, '9') + "*" + std::string(900, '9'),
    };
    for (const std::string& input : inputs) {
        auto result = calculate(input);
        EXPECT_TRUE(result || !result.error().message.empty());
    }
    std::string powers = "2";
    for (int i = 0; i < 300; ++i) powers += "^2";
    EXPECT_FALSE(calculate(powers));
}

}  // namespace
}  // namespace hearth::agent

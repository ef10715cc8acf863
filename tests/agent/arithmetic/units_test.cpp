#include "arithmetic/units.h"

#include <gtest/gtest.h>

namespace hearth::agent {
namespace {

TEST(Units, ConvertsWhatPeopleSay) {
    const struct {
        const char* from;
        const char* to;
        const char* result;
    } cases[] = {
        {"5 miles", "kilometers", "8.04672 kilometres"},
        {"10 km", "miles", "≈ 6.21371192237 miles"},
        {"a mile", "feet", "5,280 feet"},
        {"50 yards", "ft", "150 feet"},
        {"5 feet 11 inches", "cm", "180.34 centimetres"},
        {"5'11\"", "cm", "180.34 centimetres"},
        {"5'11", "cm", "180.34 centimetres"},
        {"half a mile", "meters", "804.672 metres"},
        {"2 inches", "meters", "0.0508 metres"},
        {"32 fahrenheit", "celsius", "0 °C"},
        {"72°F", "celsius", "≈ 22.2222222222 °C"},
        {"100 degrees celsius", "fahrenheit", "212 °F"},
        {"-40 c", "f", "−40 °F"},
        {"minus 40 degrees celsius", "degrees fahrenheit", "−40 °F"},
        {"0 kelvin", "celsius", "−273.15 °C"},
        {"a cup", "ml", "236.5882365 millilitres"},
        {"a quart", "cups", "4 cups"},
        {"3 teaspoons", "tablespoons", "1 tablespoon"},
        {"one gallon", "litres", "3.785411784 litres"},
        {"1 uk pint", "ml", "568.26125 millilitres"},
        {"one kilo", "pounds", "≈ 2.20462262185 pounds"},
        {"12 stone", "kg", "76.20351816 kilograms"},
        {"100 grams", "oz", "≈ 3.52739619496 ounces"},
        {"90 minutes", "hours", "1.5 hours"},
        {"2 hours and 30 minutes", "minutes", "150 minutes"},
        {"1 week", "hours", "168 hours"},
        {"60 mph", "km/h", "96.56064 km/h"},
        {"100 kilometers per hour", "miles per hour", "≈ 62.1371192237 mph"},
        {"1 acre", "square meters", "4,046.8564224 square metres"},
        {"2 gb", "mb", "2,000 megabytes"},
        {"1 GiB", "MiB", "1,024 mebibytes"},
        {"1 tb", "gb", "1,000 gigabytes"},
        {"500 kcal", "kj", "2,092 kilojoules"},
        {"1 kwh", "mj", "3.6 megajoules"},
        {"2 bar", "psi", "≈ 29.007547546 psi"},
        {"180 degrees", "radians", "≈ 3.14159265359 radians"},
        {"1,000 m", "km", "1 kilometre"},
    };
    for (const auto& c : cases) {
        auto quantity = readQuantity(c.from);
        ASSERT_TRUE(quantity) << c.from;
        const Unit* to = findUnit(c.to);
        ASSERT_NE(to, nullptr) << c.to;
        auto result = convert(quantity->amount, *quantity->unit, *to);
        ASSERT_TRUE(result) << c.from << ": " << result.error().text();
        EXPECT_EQ(withUnit(*result, *to), c.result) << c.from;
    }
}

TEST(Units, ReadsWholeQuestions) {
    const struct {
        const char* text;
        const char* amount;
        const char* to;  // empty: no such question
    } cases[] = {
        {"convert 5 miles to kilometers", "5 miles", "kilometres"},
        {"how many feet are in a mile", "1 mile", "feet"},
        {"how many inches are there in 2 feet", "2 feet", "inches"},
        {"72 degrees fahrenheit in celsius", "72 °F", "°C"},
        {"what is 5 inches in cm", "5 inches", "centimetres"},
        {"5 miles plus 3", "", ""},
        {"5 miles to bananas", "", ""},
        {"5 miles to kg", "", ""},
        {"", "", ""},
    };
    for (const auto& c : cases) {
        const auto question = readConversion(c.text);
        ASSERT_EQ(question.has_value(), *c.to != '\0') << c.text;
        if (!question) continue;
        EXPECT_EQ(withUnit(question->quantity.amount, *question->quantity.unit), c.amount) << c.text;
        EXPECT_STREQ(question->to->many, c.to) << c.text;
    }
}

TEST(Units, RefusesWhatDoesNotFit) {
    for (const char* text :
         {"", "5", "5 bananas", "dollars", "5 miles 3 kg", "-", "miles per gallon per hour"})
        EXPECT_FALSE(readQuantity(text)) << text;
    EXPECT_EQ(findUnit("5 miles"), nullptr);
    auto mixed = convert(Number{1}, *findUnit("mile"), *findUnit("kg"));
    ASSERT_FALSE(mixed);
    EXPECT_NE(mixed.error().message.find("length"), std::string::npos);
    EXPECT_FALSE(convert(Number{-300}, *findUnit("celsius"), *findUnit("kelvin")));
}

}  // namespace
}  // namespace hearth::agent

#include <gmock/gmock.h>

#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using Convert = ToolFixture;

TEST_F(Convert, WorksOutUnitsAndTimes) {
    const struct {
        Arguments arguments;
        const char* text;
    } cases[] = {
        {{{"from", "a mile"}, {"to", "feet"}}, "1 mile = 5,280 feet."},
        {{{"amount", "72"}, {"from", "fahrenheit"}, {"to", "celsius"}}, "72 °F ≈ 22.2222 °C."},
        {{{"amount", "ten"}, {"from", "miles"}, {"to", "kilometers"}}, "10 miles = 16.09344 kilometres."},
        {{{"amount", "2"}, {"from", "2 cups"}, {"to", "ml"}}, "2 cups = 473.176473 millilitres."},
        {{{"from", "nine am cst"}, {"to", "est"}}, "09:00 in Chicago is 10:00 in New York."},
        {{{"from", "3 pm in New York"}, {"to", "Tokyo time"}},
         "15:00 in New York is 05:00 in Tokyo on Monday."},
        {{{"from", "8 pm"}, {"to", "London"}}, "20:00 here is 19:00 in London."},
        {{{"from", "berlin"}, {"to", "los angeles"}}, "16:30 in Berlin is 07:30 in Los Angeles."},
    };
    for (const auto& c : cases) EXPECT_EQ(perform("convert", c.arguments).text, c.text);
}

TEST_F(Convert, SearchesForRatesAfterAsking) {
    const auto prepared = prepare("convert", {{"amount", "100"}, {"from", "pounds"}, {"to", "euros"}});
    EXPECT_EQ(prepared.waits, true);
    EXPECT_EQ(value(prepared, "search_words"), "100 pounds in euros");
    EXPECT_EQ(prepared.warnings.size(), 1u);
    EXPECT_TRUE(desktop_.opened.empty());
    ASSERT_TRUE(tool("convert").run(prepared.fields, {}));
    EXPECT_THAT(desktop_.opened, testing::ElementsAre("https://duckduckgo.com/?q=100%20pounds%20in%20euros"));
    EXPECT_FALSE(prepare("convert", {{"from", "5 pounds"}, {"to", "kg"}}).waits.has_value());
}

TEST_F(Convert, SaysWhatItDoesNotKnow) {
    EXPECT_EQ(prepare("convert", {{"to", "feet"}}).question, "From which unit?");
    const struct {
        const char* from;
        const char* to;
        const char* part;
    } cases[] = {
        {"5 bananas", "feet", "“5 bananas”"},
        {"5 miles", "bananas", "“bananas”"},
        {"5 miles", "kg", "Miles measure length"},
        {"-300 celsius", "fahrenheit", "absolute zero"},
    };
    for (const auto& c : cases) {
        const auto outcome =
            tool("convert").run(prepare("convert", {{"from", c.from}, {"to", c.to}}).fields, {});
        ASSERT_FALSE(outcome) << c.from;
        EXPECT_NE(outcome.error().message.find(c.part), std::string::npos) << outcome.error().message;
    }
}

}  // namespace
}  // namespace hearth::tests

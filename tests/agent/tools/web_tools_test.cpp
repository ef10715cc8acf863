#include "tools/web_tools.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using testing::ElementsAre;

using WebTools = ToolFixture;

TEST_F(WebTools, ShowTheExactWordsAndSendNothingBeforeApproval) {
    const auto prepared = prepare("get_weather", {{"location", "São Paulo"}, {"date", "tomorrow"}});
    EXPECT_EQ(prepared.summary, "Search duckduckgo.com for “weather in São Paulo tomorrow”");
    EXPECT_EQ(value(prepared, "search_words"), "weather in São Paulo tomorrow");
    EXPECT_EQ(prepared.waits, true);
    EXPECT_TRUE(desktop_.opened.empty());
    const auto outcome = tool("get_weather").run(prepared.fields, {});
    ASSERT_TRUE(outcome);
    EXPECT_THAT(desktop_.opened,
                ElementsAre("https://duckduckgo.com/?q=weather%20in%20S%C3%A3o%20Paulo%20tomorrow"));
    EXPECT_EQ(outcome->text, "Opened a search for “weather in São Paulo tomorrow” in your browser.");
    EXPECT_EQ(outcome->undo, "");
}

TEST_F(WebTools, MakeWordsFromArguments) {
    const struct {
        const char* tool;
        Arguments arguments;
        const char* words;
    } cases[] = {
        {"get_weather", {}, "weather"},
        {"get_news", {}, "news"},
        {"get_news", {{"source", "BBC"}, {"topic", "rail strike"}}, "news rail strike BBC"},
        {"get_stock", {{"company", "Nvidia"}}, "Nvidia share price"},
        {"translate",
         {{"text", "good morning"}, {"to_language", "Japanese"}},
         "translate “good morning” into Japanese"},
        {"translate", {{"text", "pão"}}, "translate “pão”"},
        {"answer_question", {{"question", "how high is Mont Blanc?"}}, "how high is Mont Blanc"},
        {"web_search", {{"query", "hiking boots"}}, "hiking boots"},
        {"find_place", {{"location", "Porto"}, {"query", "pharmacy"}}, "pharmacy Porto"},
        {"find_place", {{"location", "Porto"}}, "Porto"},
        {"get_directions", {{"destination", "Rome"}}, "Rome"},
        {"book_ride", {{"destination", "the station"}, {"service", "Uber"}}, "Uber taxi to the station"},
        {"search_service",
         {{"kind", "flights"}, {"location", "Rome"}, {"date", "Friday"}},
         "flights Rome Friday"},
        {"book_service", {{"kind", "table"}, {"people", "two"}}, "book table for two"},
    };
    for (const auto& c : cases) {
        const auto prepared = prepare(c.tool, c.arguments);
        EXPECT_EQ(value(prepared, "search_words"), c.words) << c.tool;
        EXPECT_EQ(prepared.waits, true) << c.tool;
        EXPECT_EQ(prepared.question, "") << c.tool;
        // The card again with edited words keeps them.
        const auto again = prepare(c.tool, {{"search_words", "something else"}});
        EXPECT_EQ(value(again, "search_words"), "something else") << c.tool;
    }
}

TEST_F(WebTools, AskForWhatTheyCannotDoWithout) {
    for (const auto& row : agent::tools::webTools()) {
        if (row.spec.name == "get_news" || row.spec.name == "get_weather") continue;
        const auto prepared = prepare(row.spec.name, {});
        EXPECT_EQ(prepared.question, row.spec.arguments.front().question) << row.spec.name;
        EXPECT_EQ(prepared.questionField, row.spec.arguments.front().name) << row.spec.name;
    }
}

TEST_F(WebTools, OpenTheMap) {
    perform("find_place", {{"query", "pharmacy & bakery"}});
    perform("get_directions", {{"destination", "Rome"}, {"origin", "Porto"}, {"mode", "by bike"}});
    EXPECT_THAT(
        desktop_.opened,
        ElementsAre("https://www.openstreetmap.org/search?query=pharmacy%20%26%20bakery",
                    "https://www.openstreetmap.org/directions?engine=fossgis_osrm_bike&from=Porto&to=Rome"));
}

TEST_F(WebTools, SayWhatTheyDoNotDo) {
    EXPECT_EQ(prepare("book_ride", {{"destination", "home"}}).warnings.size(), 1u);
    EXPECT_EQ(prepare("answer_question", {{"question", "why is the sky blue"}}).warnings.size(), 1u);
    auto fields = prepare("web_search", {{"query", "x"}}).fields;
    fields.front().value = "  ";
    EXPECT_FALSE(tool("web_search").run(fields, {}));
    EXPECT_TRUE(desktop_.opened.empty());
}

}  // namespace
}  // namespace hearth::tests

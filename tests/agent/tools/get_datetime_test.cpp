#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

// The fixture's clock stands at 15:30 UTC, 16:30 in Berlin, on Sunday 22 November 2026.
using GetDatetime = ToolFixture;

TEST_F(GetDatetime, TellsWhatIsAsked) {
    const struct {
        Arguments arguments;
        const char* text;
    } cases[] = {
        {{}, "It is 16:30 on Sunday 22 November 2026."},
        {{{"what", "time"}}, "It is 16:30."},
        {{{"what", "date"}}, "Today is Sunday 22 November 2026."},
        {{{"what", "weekday"}}, "Today is Sunday."},
        {{{"location", "my timezone"}, {"what", "time"}}, "It is 16:30."},
        {{{"location", "Tokyo"}}, "In Tokyo it is 00:30 on Monday (UTC+9)."},
        {{{"location", "new york"}, {"what", "time"}}, "In New York it is 10:30 (UTC−5)."},
        {{{"location", "Lisbon"}, {"what", "date"}}, "In Lisbon it is Sunday 22 November 2026."},
    };
    for (const auto& c : cases) EXPECT_EQ(perform("get_datetime", c.arguments).text, c.text);
}

TEST_F(GetDatetime, SaysWhatItDoesNotKnow) {
    const auto outcome =
        tool("get_datetime").run(prepare("get_datetime", {{"location", "Atlantis"}}).fields, {});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().message,
              "I don't know the time zone of “Atlantis”. Name a larger city nearby.");
    EXPECT_NE(perform("get_datetime", {{"location", "usa"}}).text.find("In Chicago it is 09:30"),
              std::string::npos);
}

}  // namespace
}  // namespace hearth::tests

#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using Calculate = ToolFixture;

TEST_F(Calculate, SaysTheSumAndTheResult) {
    const struct {
        const char* expression;
        const char* text;
    } cases[] = {
        {"15 percent of 80", "15% × 80 = 12."},
        {"square root of 2", "√2 ≈ 1.41421356237."},
        {"12 times 9", "12 × 9 = 108."},
        {"5 miles to kilometers", "5 miles = 8.04672 kilometres."},
        {"12 is what percent of 80", "12 as a percentage of 80 = 15%."},
    };
    for (const auto& c : cases) {
        const auto outcome = perform("calculate", {{"expression", c.expression}});
        EXPECT_EQ(outcome.text, c.text);
        EXPECT_EQ(outcome.undo, "");
    }
}

TEST_F(Calculate, AsksForTheSum) {
    EXPECT_EQ(prepare("calculate", {}).question, "What should I work out?");
}

TEST_F(Calculate, SaysWhatIsWrong) {
    const auto fields = prepare("calculate", {{"expression", "5 divided by zero"}}).fields;
    const auto outcome = tool("calculate").run(fields, {});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, base::ErrorCode::InvalidInput);
    EXPECT_EQ(outcome.error().message, "That divides by zero, which has no answer.");
}

}  // namespace
}  // namespace hearth::tests

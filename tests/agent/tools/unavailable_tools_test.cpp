#include "tools/unavailable_tools.h"

#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using UnavailableTools = ToolFixture;

TEST_F(UnavailableTools, SayWhatIsMissingAndDoNothing) {
    ASSERT_FALSE(agent::tools::unavailableTools().empty());
    for (const auto& row : agent::tools::unavailableTools()) {
        const auto prepared = tool(row.spec.name).prepare({row.spec.name, {}});
        ASSERT_FALSE(prepared) << row.spec.name;
        EXPECT_EQ(prepared.error().code, base::ErrorCode::Unsupported) << row.spec.name;
        EXPECT_EQ(prepared.error().message.rfind("I can't ", 0), 0u) << row.spec.name;
        EXPECT_NE(prepared.error().message.find(". "), std::string::npos)
            << row.spec.name << " offers nothing instead";
        EXPECT_FALSE(tool(row.spec.name).run({}, {})) << row.spec.name;
    }
    EXPECT_TRUE(desktop_.opened.empty() && desktop_.launched.empty() && desktop_.calls.empty());
}

}  // namespace
}  // namespace hearth::tests

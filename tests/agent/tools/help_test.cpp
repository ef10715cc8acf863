#include "tools/help.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using Help = ToolFixture;

TEST_F(Help, NamesAreasWithExamplesAndWhatIsMissing) {
    const std::string text = agent::tools::helpText(registry_.specs());
    EXPECT_NE(text.find("• Notes and lists: “"), std::string::npos) << text;
    EXPECT_NE(text.find("Working things out: “what is 15 percent of 80”"), std::string::npos) << text;
    EXPECT_NE(text.find("Not possible here: "), std::string::npos) << text;
    EXPECT_NE(text.find("switch on"), std::string::npos) << text;
    // An area none of whose tools exist is left out.
    EXPECT_EQ(agent::tools::helpText({}).find("•"), std::string::npos);
}

TEST_F(Help, ExplainsOneTool) {
    const std::string text = agent::tools::helpFor(tool("add_list_item").spec());
    EXPECT_EQ(text.rfind("Add to list: Add to a shopping", 0), 0u) << text;
    EXPECT_NE(text.find("Needs: item. Waits for your yes."), std::string::npos) << text;
    EXPECT_NE(agent::tools::helpFor(tool("turn_on").spec()).find("not possible"), std::string::npos);
}

TEST_F(Help, FindsToolsByWords) {
    const auto first = [&](const char* words) {
        const auto found = agent::tools::findHelp(registry_.specs(), words);
        return found.empty() ? std::string() : found.front()->name;
    };
    EXPECT_EQ(first("shopping list"), "add_list_item");
    EXPECT_EQ(first("volume"), "set_volume");
    EXPECT_EQ(first("xyzzy"), "");
}

}  // namespace
}  // namespace hearth::tests

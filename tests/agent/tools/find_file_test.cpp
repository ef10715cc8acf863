#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

class FindFile : public ToolFixture {
  protected:
    FindFile() {
        write(context_.homeDir / "Documents/tax return.pdf", "12345");
        write(context_.homeDir / "Documents/budget.ods", "1");
    }
};

TEST_F(FindFile, SaysWhereFilesLie) {
    const auto outcome = perform("find_file", {{"query", "the tax return"}});
    EXPECT_EQ(outcome.text, "Found 1 file:\n• ~/Documents/tax return.pdf (5 bytes)");
    EXPECT_EQ(outcome.link, (context_.homeDir / "Documents/tax return.pdf").string());
    EXPECT_EQ(perform("find_file", {{"kind", "spreadsheets"}}).text,
              "Found 1 file:\n• ~/Documents/budget.ods (1 byte)");
}

TEST_F(FindFile, SaysWhereItLooked) {
    EXPECT_EQ(perform("find_file", {{"query", "passport"}}).text, "Nothing fits “passport” in ~/Documents.");
    EXPECT_EQ(prepare("find_file", {}).question, "Which file should I look for?");
}

}  // namespace
}  // namespace hearth::tests

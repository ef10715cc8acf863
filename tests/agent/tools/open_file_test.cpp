#include <gmock/gmock.h>

#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

class OpenFile : public ToolFixture {
  protected:
    OpenFile() {
        write(context_.homeDir / "Documents/tax return.pdf", "12345");
        write(context_.homeDir / "Documents/budget 1.ods", "1");
        write(context_.homeDir / "Documents/budget 2.ods", "1");
        write(context_.homeDir / "Downloads/run.sh", "1");
        std::filesystem::permissions(context_.homeDir / "Downloads/run.sh",
                                     std::filesystem::perms::owner_all);
    }
};

TEST_F(OpenFile, OpensWhatTheCardShowed) {
    const auto prepared = prepare("open_file", {{"query", "the tax return"}});
    EXPECT_EQ(prepared.summary, "Open ~/Documents/tax return.pdf");
    EXPECT_TRUE(desktop_.opened.empty());
    ASSERT_TRUE(tool("open_file").run(prepared.fields, {}));
    EXPECT_THAT(desktop_.opened,
                ElementsAre("file://" + context_.homeDir.string() + "/Documents/tax%20return.pdf"));
    // The card again after it was edited: the path stays good.
    EXPECT_EQ(prepare("open_file", {{"query", "~/Documents/tax return.pdf"}}).question, "");
}

TEST_F(OpenFile, KnowsTheUsersFolders) {
    EXPECT_EQ(prepare("open_file", {{"query", "my downloads folder"}}).summary, "Open ~/Downloads");
    EXPECT_EQ(prepare("open_file", {{"query", "Documents"}}).summary, "Open ~/Documents");
}

TEST_F(OpenFile, AsksWhereSeveralFitAndWarnsOfPrograms) {
    const auto prepared = prepare("open_file", {{"query", "the budget spreadsheet"}});
    EXPECT_EQ(prepared.question, "Which of these should I open?");
    EXPECT_THAT(prepared.fields.at(0).choices,
                UnorderedElementsAre("~/Documents/budget 1.ods", "~/Documents/budget 2.ods"));
    EXPECT_EQ(prepare("open_file", {{"query", "run.sh"}}).warnings.size(), 1u);
    EXPECT_FALSE(tool("open_file").prepare({"open_file", {{"query", "passport"}}}));
    EXPECT_EQ(prepare("open_file", {}).question, "Which file or folder should I open?");
}

TEST_F(OpenFile, SaysWhenTheFileIsGone) {
    const auto prepared = prepare("open_file", {{"query", "tax return"}});
    std::filesystem::remove(context_.homeDir / "Documents/tax return.pdf");
    EXPECT_FALSE(tool("open_file").run(prepared.fields, {}));
    EXPECT_TRUE(desktop_.opened.empty());
}

}  // namespace
}  // namespace hearth::tests

#include <algorithm>
#include <chrono>

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

TEST_F(FindFile, HeedsTheDay) {
    const auto path = context_.homeDir / "Documents/tax return.pdf";
    auto changed = [&](std::int64_t seconds) {
        const std::chrono::sys_seconds time{std::chrono::seconds{seconds}};
        std::filesystem::last_write_time(path, std::chrono::file_clock::from_sys(time));
    };
    const struct {
        std::int64_t modified;
        const char* date;
        bool found;
    } cases[] = {
        {clock_.time - 86400, "yesterday", true},      {clock_.time - 3 * 86400, "yesterday", false},
        {clock_.time - 6 * 86400, "last week", false}, {clock_.time - 9 * 86400, "last week", true},
        {clock_.time - 2 * 86400, "friday", true},     {clock_.time - 3600, "today", true},
    };
    for (const auto& c : cases) {
        changed(c.modified);
        const auto outcome = perform("find_file", {{"query", "tax"}, {"date", c.date}});
        EXPECT_EQ(!outcome.link.empty(), c.found) << c.date << ": " << outcome.text;
    }
    EXPECT_FALSE(
        tool("find_file").run(prepare("find_file", {{"query", "tax"}, {"date", "soonish"}}).fields, {}));
}

TEST_F(FindFile, SaysWhereItLooked) {
    EXPECT_EQ(perform("find_file", {{"query", "passport"}}).text, "Nothing fits “passport” in ~/Documents.");
    EXPECT_EQ(prepare("find_file", {}).question, "Which file should I look for?");
}

}  // namespace
}  // namespace hearth::tests

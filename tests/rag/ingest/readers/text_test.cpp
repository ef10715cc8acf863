#include <gmock/gmock.h>

#include "rag/ingest/shown_blocks.h"

namespace hearth::rag::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

struct Case {
    const char* what;
    std::string bytes;
    std::vector<std::string> blocks;
};

TEST(TextReader, ParagraphsAndHeadings) {
    const Case cases[] = {
        {"paragraphs",
         "One.\nStill one.\n\nTwo.\n",
         {"paragraph @l1-2: One.\nStill one.", "paragraph @l4: Two."}},
        {"an underlined heading",
         "Wells\n=====\n\nDeep.\n",
         {"heading1 @l1-2: Wells", "paragraph [Wells] @l4: Deep."}},
        {"chapters and capitals",
         "Chapter 3\n\nTHE PUMP\n\nIt runs.\n",
         {"heading1 @l1: Chapter 3", "heading2 [Chapter 3] @l3: THE PUMP",
          "paragraph [Chapter 3 > THE PUMP] @l5: It runs."}},
        {"Windows' line ends", "a\r\nb\r\n\r\nc", {"paragraph @l1-2: a\nb", "paragraph @l4: c"}},
        {"a form feed and odd spaces", "a  b \t\n\n\f\nc", {"paragraph @l1: a  b", "paragraph @l4: c"}},
    };
    for (const Case& each : cases) EXPECT_EQ(show(each.bytes, "a.txt").blocks, each.blocks) << each.what;
}

TEST(TextReader, LongRunsOfLinesAreParted) {
    std::string log;
    for (int i = 0; i < 200; ++i) log += "2024-03-01 10:00:00 pump " + std::to_string(i) + " on\n";
    const auto read = show(log, "pump.log");
    ASSERT_GE(read.blocks.size(), 2u);
    EXPECT_THAT(read.blocks[0], StartsWith("paragraph @l1-"));
    EXPECT_THAT(read.blocks.back(), HasSubstr("-200: "));
}

TEST(TextReader, StopsAtTheLimitAndSaysSo) {
    const auto read = show(std::string(3 << 20, 'x') + "\n\nend", "a.txt", 1 << 20);
    ASSERT_EQ(read.blocks.size(), 1u);
    EXPECT_THAT(read.warnings, ElementsAre(HasSubstr("first 1 MiB")));
    EXPECT_EQ(read.failure, "");
}

}  // namespace
}  // namespace hearth::rag::tests

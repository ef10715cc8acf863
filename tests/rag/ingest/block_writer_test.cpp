#include "ingest/block_writer.h"

#include <gmock/gmock.h>

#include "ingest/cell_name.h"
#include "ingest/table_writer.h"
#include "rag/ingest/shown_blocks.h"

namespace hearth::rag {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Written {
    std::vector<Block> blocks;
    BlockWriter writer{[this](const Block& block) { blocks.push_back(block); }, 1000};
    std::vector<std::string> shown() const {
        std::vector<std::string> out;
        for (const Block& block : blocks) out.push_back(tests::shown(block));
        return out;
    }
};

TEST(BlockWriter, HeadingsStandAboveWhatFollows) {
    Written out;
    out.writer.heading(1, "A", {});
    out.writer.heading(3, " B\n b ", {});
    out.writer.add(BlockKind::Paragraph, "x", {});
    out.writer.heading(2, "C", {});
    out.writer.heading(1, "", {});
    out.writer.add(BlockKind::Paragraph, " \xC2\xA0 ", {});
    out.writer.clearHeadings();
    out.writer.add(BlockKind::Paragraph, "y", {});
    EXPECT_THAT(out.shown(), ElementsAre("heading1: A", "heading3 [A]: B b", "paragraph [A > B b]: x",
                                         "heading2 [A]: C", "paragraph: y"));
    for (std::size_t i = 1; i < out.blocks.size(); ++i)
        EXPECT_EQ(out.blocks[i].begin, out.blocks[i - 1].end + 1);
}

TEST(BlockWriter, RepairsAndTidies) {
    EXPECT_EQ(tidySpace("a \t\nb\xE3\x80\x80"
                        "c\xC2\xAD"
                        "d \xFF"),
              "a b cd \xEF\xBF\xBD");
    Written out;
    out.writer.addLines(BlockKind::Code, "\n\n  a  \n\n b\xFF\n\n", {});
    EXPECT_THAT(out.shown(), ElementsAre("code:   a\n\n b\xEF\xBF\xBD"));
}

TEST(BlockWriter, TheLimitCutsBetweenCharacters) {
    Written out;
    std::string text;
    while (text.size() < 1200) text += "水";
    out.writer.add(BlockKind::Paragraph, text, {});
    out.writer.add(BlockKind::Paragraph, "more", {});
    ASSERT_EQ(out.blocks.size(), 1u);
    EXPECT_EQ(out.blocks[0].text.size(), 999u);
    EXPECT_TRUE(out.writer.full());
    EXPECT_THAT(out.writer.warnings(), ElementsAre(HasSubstr("Only the first")));
}

TEST(TableWriter, FindsTheNames) {
    const std::pair<std::vector<std::string>, bool> rows[] = {
        {{"Name", "City"}, true}, {{"Name", "2023", "2024"}, true},
        {{"Name"}, false},        {{"a", "a"}, false},
        {{"1", "2"}, false},      {{"Ana", "3 March 2024"}, true},
        {{"", "", "x"}, false},   {{"x", "12.50"}, false},
    };
    for (const auto& [cells, names] : rows) EXPECT_EQ(looksLikeNames(cells), names) << cells.back();
}

TEST(CellName, BothWays) {
    const std::pair<std::uint32_t, const char*> names[] = {{1, "A"}, {26, "Z"}, {27, "AA"}, {703, "AAA"}};
    for (const auto& [column, name] : names) {
        EXPECT_EQ(columnName(column), name);
        EXPECT_EQ(columnOf(std::string(name) + "12"), column);
    }
    EXPECT_EQ(rowRange(7, 2, 4), "B7:D7");
    EXPECT_EQ(rowRange(7, 2, 2), "B7");
    EXPECT_EQ(columnOf("12"), 0u);
}

}  // namespace
}  // namespace hearth::rag

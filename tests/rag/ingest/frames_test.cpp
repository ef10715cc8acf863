#include "ingest/frames.h"

#include <gmock/gmock.h>

namespace hearth::rag {
namespace {

using testing::ElementsAre;

base::Result<void> take(FrameReader& reader, std::string frame) {
    frame.pop_back();
    return reader.take(frame);
}

TEST(Frames, GoBothWays) {
    Block block;
    block.kind = BlockKind::TableRow;
    block.text = "a: 1 \"x\"\n\xFF";
    block.level = 2;
    block.headings = {"A", "B"};
    block.location = {3, 4, 5, "S", "B7", "m@x", "p.csv"};
    FrameReader reader(1000);
    ASSERT_TRUE(take(reader, blockFrame(block)));
    ASSERT_TRUE(take(reader, blockFrame(block)));
    ASSERT_TRUE(take(reader, documentFrame(DocumentKind::Mail, "T", -5)));
    ASSERT_TRUE(take(reader, warningFrame("w")));
    EXPECT_FALSE(reader.ended());
    ASSERT_TRUE(take(reader, endFrame(2)));
    EXPECT_TRUE(reader.ended());
    const ParsedDocument& parsed = reader.parsed();
    EXPECT_EQ(parsed.document.kind, DocumentKind::Mail);
    EXPECT_EQ(parsed.document.date, -5);
    EXPECT_THAT(parsed.warnings, ElementsAre("w"));
    const Block& second = parsed.blocks.at(1);
    EXPECT_EQ(second.text, "a: 1 \"x\"\n\xEF\xBF\xBD");
    EXPECT_EQ(second.location, block.location);
    EXPECT_EQ(second.headings, block.headings);
    EXPECT_EQ(second.begin, parsed.blocks[0].end + 1);
}

TEST(Frames, NonsenseIsRefused) {
    const std::string frames[] = {
        "",
        "x",
        "[]",
        "{}",
        "{\"a\":1}",
        "{\"block\":{}}",
        "{\"block\":{\"text\":\"\"}}",
        "{\"block\":7}",
        "{\"end\":1}",
        "{\"end\":-1}",
        "{\"end\":\"0\"}",
        "{\"end\":0,\"warning\":\"x\"}",
        "{\"block\":{\"text\":\"" + std::string(200, 'x') + "\"}}{",
    };
    for (const std::string& frame : frames) EXPECT_FALSE(FrameReader(100).take(frame)) << frame;
    FrameReader ended(100);
    ASSERT_TRUE(ended.take("{\"end\":0}"));
    EXPECT_FALSE(ended.take("{\"warning\":\"x\"}"));
    FrameReader large(100);
    ASSERT_TRUE(large.take("{\"block\":{\"text\":\"" + std::string(60, 'x') + "\"}}"));
    EXPECT_FALSE(large.take("{\"block\":{\"text\":\"" + std::string(60, 'x') + "\"}}"));
}

TEST(Frames, Skips) {
    FrameReader reader(100);
    ASSERT_TRUE(take(reader, skipFrame(SkipReason::Bomb, "why")));
    EXPECT_TRUE(reader.skipped());
    EXPECT_EQ(reader.skip().reason, SkipReason::Bomb);
    EXPECT_EQ(reader.skip().message, "why");
}

}  // namespace
}  // namespace hearth::rag

#include "rag/chunker.h"

#include <gmock/gmock.h>

#include <sstream>

#include "chunk/pieces.h"

namespace hearth::rag {
namespace {

using testing::ElementsAre;

// A token for each word.
std::uint32_t words(std::string_view text) {
    std::istringstream in{std::string(text)};
    std::uint32_t count = 0;
    for (std::string word; in >> word;) ++count;
    return count;
}

// Blocks as the frames make them, with offsets in the document's text.
struct Made {
    ParsedDocument document;
    std::string text;

    void add(BlockKind kind, const std::string& words, int level = 0, std::uint32_t page = 0) {
        Block block;
        block.kind = kind;
        block.text = words;
        block.level = level;
        block.headings = headings;
        block.location.page = page;
        block.begin = text.size();
        block.end = block.begin + words.size();
        text += words + "\n";
        document.blocks.push_back(block);
        if (kind == BlockKind::Heading) headings = {words};
    }
    std::vector<std::string> headings;
};

std::vector<std::string> textsOf(const std::vector<Chunk>& chunks) {
    std::vector<std::string> out;
    for (const Chunk& each : chunks) out.push_back(each.text);
    return out;
}

constexpr ChunkLimits small = {6, 10, 2};

TEST(Chunker, FollowsTheStructure) {
    Made made;
    made.add(BlockKind::Heading, "Wells", 1);
    made.add(BlockKind::Heading, "Deep", 2);
    made.add(BlockKind::Paragraph, "a b c");
    made.add(BlockKind::Paragraph, "d e");
    made.add(BlockKind::Paragraph, "f g");
    made.add(BlockKind::Heading, "Pumps", 1);
    made.add(BlockKind::TableRow, "x: 1");
    made.add(BlockKind::TableRow, "x: 2");
    made.add(BlockKind::TableRow, "x: 3");
    const auto chunks = chunk(made.document, words, small);
    EXPECT_THAT(textsOf(chunks), ElementsAre("Wells\nDeep\na b c", "d e\nf g", "Pumps\nx: 1\nx: 2", "x: 3"));
    EXPECT_EQ(chunks[0].kind, BlockKind::Paragraph);
    EXPECT_THAT(chunks[1].headings, ElementsAre("Deep"));
    EXPECT_EQ(chunks[2].ordinal, 2u);
    EXPECT_EQ(chunks[2].tokens, 5u);
    for (const Chunk& each : chunks) {
        EXPECT_EQ(made.text.substr(each.begin, each.end - each.begin), each.text);
        EXPECT_FALSE(each.beginsInside || each.endsInside) << each.text;
    }
}

TEST(Chunker, LongParagraphsAreCutBetweenSentences) {
    Made made;
    made.add(BlockKind::Paragraph, "One two three four. Five six\nseven? Eight nine ten eleven. Twelve.");
    const auto chunks = chunk(made.document, words, small);
    EXPECT_THAT(textsOf(chunks),
                ElementsAre("One two three four.", "Five six\nseven?", "Eight nine ten eleven. Twelve."));
    EXPECT_FALSE(chunks[0].beginsInside);
    EXPECT_TRUE(chunks[0].endsInside && chunks[1].beginsInside && chunks[1].endsInside);
    EXPECT_FALSE(chunks[2].endsInside);
}

TEST(Chunker, OnlyCutSentencesOverlap) {
    Made made;
    made.add(BlockKind::Paragraph, "aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp");
    const auto chunks = chunk(made.document, words, small);
    ASSERT_GE(chunks.size(), 2u);
    for (std::size_t i = 1; i < chunks.size(); ++i) {
        EXPECT_LT(chunks[i].begin, chunks[i - 1].end);
        EXPECT_GT(chunks[i].begin, chunks[i - 1].begin);
    }
    for (const Chunk& each : chunks) {
        EXPECT_LE(words(each.text), small.most);
        EXPECT_EQ(made.text.substr(each.begin, each.end - each.begin), each.text);
    }
    EXPECT_EQ(chunks.back().text.substr(chunks.back().text.size() - 2), "pp");
}

TEST(Chunker, TextWithoutSpacesIsCutBetweenCharacters) {
    Made made;
    std::string text;
    for (int i = 0; i < 200; ++i) text += "水";
    made.add(BlockKind::Paragraph, text);
    const auto bytes = [](std::string_view each) { return static_cast<std::uint32_t>(each.size()); };
    const auto chunks = chunk(made.document, bytes, {30, 40, 6});
    ASSERT_GT(chunks.size(), 10u);
    for (const Chunk& each : chunks) EXPECT_EQ(each.text.size() % 3, 0u);
}

TEST(Chunker, PagesAndContainersEndChunks) {
    Made made;
    made.add(BlockKind::Paragraph, "a b c", 0, 1);
    made.add(BlockKind::Paragraph, "d", 0, 2);
    made.document.blocks.push_back(made.document.blocks.back());
    made.document.blocks.back().location.part = "attachment";
    made.document.blocks.back().begin += 2;
    made.document.blocks.back().end += 2;
    EXPECT_EQ(chunk(made.document, words, small).size(), 3u);
}

TEST(Chunker, SentencesOfOtherScripts) {
    EXPECT_EQ(sentenceEnds("水很深。很冷！").size(), 2u);
    EXPECT_EQ(sentenceEnds("It costs 3.50 in total. Yes.").size(), 2u);
    EXPECT_EQ(sentenceEnds("").size(), 1u);
}

}  // namespace
}  // namespace hearth::rag

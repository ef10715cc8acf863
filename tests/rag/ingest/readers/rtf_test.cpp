#include <gmock/gmock.h>

#include "rag/ingest/shown_blocks.h"

namespace hearth::rag::tests {
namespace {

using testing::StartsWith;

struct Case {
    const char* what;
    std::string text;
    std::vector<std::string> blocks;
};

TEST(RtfReader, TextHeadingsAndTables) {
    const Case cases[] = {
        {"paragraphs",
         R"({\rtf1{\fonttbl{\f0 Arial;}}One\par Two {\b bold}.\par})",
         {"paragraph: One", "paragraph: Two bold."}},
        {"code pages and Unicode",
         R"({\rtf1\ansi\ansicpg1251 \'ef\'f0 \u8364?\u-10179?\u-8704? {\uc0\u233}t\emdash .\par})",
         {"paragraph: пр €😀 ét—."}},
        {"two bytes a character", R"({\rtf1\ansicpg932 \'8a\'bf\'8e\'9a\par})", {"paragraph: 漢字"}},
        {"headings",
         R"({\rtf1{\stylesheet{\s1 heading 2;}}\pard\s1 A\par\pard\outlinelevel0 B\par\pard c\par})",
         {"heading2: A", "heading1: B", "paragraph [B]: c"}},
        {"rows",
         R"({\rtf1\trowd\intbl Part\cell Price\cell\row\trowd\intbl pump\cell 20\cell\row\pard end\par})",
         {"table-row: Part: pump | Price: 20", "paragraph: end"}},
        {"what is not shown",
         R"({\rtf1{\info{\title Wells}}{\pict 0102}{\*\x no}{\field{\*\fldinst HYPERLINK}{\fldrslt link}}\par})",
         {"paragraph: link"}},
        {"signs", R"({\rtf1 a\{b\}\\c\~d\par})", {"paragraph: a{b}\\c d"}},
        {"an open group", R"({\rtf1 {\b cut)", {"paragraph: cut"}},
    };
    for (const Case& each : cases) EXPECT_EQ(show(each.text, "a.rtf").blocks, each.blocks) << each.what;
    EXPECT_EQ(show(cases[5].text, "a.rtf").title, "Wells");
    EXPECT_THAT(show("{\\rtf1" + std::string(5000, '{'), "a.rtf").failure, StartsWith("damaged: "));
}

}  // namespace
}  // namespace hearth::rag::tests

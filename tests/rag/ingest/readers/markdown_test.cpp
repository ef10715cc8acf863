#include <gmock/gmock.h>

#include "rag/ingest/shown_blocks.h"

namespace hearth::rag::tests {
namespace {

using testing::ElementsAre;

TEST(MarkdownReader, BlocksWithTheirLines) {
    const auto read = show(
        "---\ntitle: \"The well\"\n---\n# Wells\n\nA *deep* one,\nwith `code`.\n\n## Parts\n\n- pump\n  - "
        "motor\n\n"
        "> Said Ana.\n\n```cpp\nint  a;\n```\n\n| Part | Price |\n|---|---|\n| pump | 20 |\n\n<p>In "
        "<b>HTML</b></p>\n",
        "a.md");
    EXPECT_EQ(read.kind, DocumentKind::Markdown);
    EXPECT_EQ(read.title, "The well");
    EXPECT_THAT(read.blocks,
                ElementsAre("heading1 @l4: Wells", "paragraph [Wells] @l6-7: A deep one, with code.",
                            "heading2 [Wells] @l9: Parts", "list-item [Wells > Parts] @l11: pump",
                            "list-item [Wells > Parts] @l12: motor", "quote [Wells > Parts] @l14: Said Ana.",
                            "code [Wells > Parts] @l16-18: int  a;",
                            "table-row [Wells > Parts] @l22: Part: pump | Price: 20",
                            "paragraph [Wells > Parts] @l24: In HTML"));
}

}  // namespace
}  // namespace hearth::rag::tests

#include <gmock/gmock.h>

#include "rag/ingest/shown_blocks.h"

namespace hearth::rag::tests {
namespace {

using testing::ElementsAre;

struct Case {
    const char* what;
    std::string page;
    std::vector<std::string> blocks;
};

TEST(HtmlReader, WhatAReaderOfThePageSees) {
    const Case cases[] = {
        {"headings and text",
         "<!doctype html><title>T</title>\n<h1>A</h1>\n<p>one "
         "<b>two</b>\nthree<br>four</p><script>no()</script>",
         {"heading1 @l2: A", "paragraph [A] @l3: one two three four"}},
        {"no menus", "<html><nav>Home</nav><p>Text</p></html>", {"paragraph @l1: Text"}},
        {"lists and quotes",
         "<html><ul><li>a<li>b <i>c</i></ul><blockquote>q</blockquote></html>",
         {"list-item @l1: a", "list-item @l1: b c", "quote @l1: q"}},
        {"code keeps its lines", "<html><pre>a\n  b</pre></html>", {"code @l1: a\n  b"}},
        {"a table with names",
         "<html><table><tr><th>City<th>Year</tr><tr><td>Rome<td>1999</tr><tr><td>Oslo<td>2001</tr></table></"
         "html>",
         {"table-row @l1: City: Rome | Year: 1999", "table-row @l1: City: Oslo | Year: 2001"}},
        {"text beside blocks",
         "<html><div>a<p>b</p>c</div></html>",
         {"paragraph @l1: a", "paragraph @l1: b", "paragraph @l1: c"}},
    };
    for (const Case& each : cases) EXPECT_EQ(show(each.page, "a.html").blocks, each.blocks) << each.what;
}

TEST(HtmlReader, TheDeclaredEncodingCounts) {
    const auto read =
        show("<html><head><meta charset=\"windows-1251\"><title>x</title></head><p>\xEF\xF0\xE8</p></html>",
             "a.html");
    EXPECT_THAT(read.blocks, ElementsAre("paragraph @l1: при"));
    EXPECT_EQ(read.title, "x");
}

}  // namespace
}  // namespace hearth::rag::tests

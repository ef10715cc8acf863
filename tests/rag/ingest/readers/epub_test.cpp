#include <gmock/gmock.h>

#include "rag/ingest/made_files.h"
#include "rag/ingest/shown_blocks.h"

namespace hearth::rag::tests {
namespace {

using testing::ElementsAre;
using testing::StartsWith;

TEST(EpubReader, ChaptersInTheOrderOfTheSpine) {
    const Files book = {
        {"mimetype", "application/epub+zip"},
        {"META-INF/container.xml",
         "<container><rootfiles><rootfile full-path=\"O/book.opf\"/></rootfiles></container>"},
        {"O/book.opf",
         "<package><metadata><dc:title>Wells</dc:title></metadata><manifest><item id=\"b\" "
         "href=\"b%20b.xhtml\"/>"
         "<item id=\"a\" href=\"../a.xhtml\"/></manifest><spine><itemref idref=\"a\"/><itemref idref=\"b\"/>"
         "<itemref idref=\"none\"/></spine></package>"},
        {"O/b b.xhtml", "<html><body><p>Second</p></body></html>"},
        {"a.xhtml", "<html><head><title>no</title></head><body><h1>One</h1><p>First</p></body></html>"}};
    const auto read = show(zipped(book), "a.epub");
    EXPECT_EQ(read.kind, DocumentKind::Epub);
    EXPECT_EQ(read.title, "Wells");
    EXPECT_THAT(read.blocks,
                ElementsAre("heading1 @l1 in=a.xhtml: One", "paragraph [One] @l1 in=a.xhtml: First",
                            "paragraph @l1 in=O/b b.xhtml: Second"));
    Files locked = book;
    locked.push_back({"META-INF/rights.xml", "<r/>"});
    EXPECT_THAT(show(zipped(locked), "a.epub").failure, StartsWith("protected: "));
}

}  // namespace
}  // namespace hearth::rag::tests

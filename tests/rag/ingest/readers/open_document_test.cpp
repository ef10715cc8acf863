#include <gmock/gmock.h>

#include "rag/ingest/made_files.h"
#include "rag/ingest/shown_blocks.h"

namespace hearth::rag::tests {
namespace {

using testing::ElementsAre;

std::string openDocument(const std::string& kind, const std::string& body) {
    return zipped(
        {{"mimetype", "application/vnd.oasis.opendocument." + kind},
         {"meta.xml",
          "<m><dc:title>Wells</dc:title><meta:creation-date>2024-03-01T10:00:00</meta:creation-date></m>"},
         {"content.xml", "<office:document-content><office:body><office:" + kind + ">" + body +
                             "</office:" + kind + "></office:body></office:document-content>"}});
}

TEST(OpenDocumentReader, TextSheetsAndSlides) {
    const std::string table =
        "<table:table "
        "table:name=\"Prices\"><table:table-row><table:table-cell><text:p>Part</text:p></table:table-cell>"
        "<table:table-cell><text:p>Price</text:p></table:table-cell><table:table-cell "
        "table:number-columns-repeated=\"1000\"/>"
        "</table:table-row><table:table-row "
        "table:number-rows-repeated=\"2\"/><table:table-row><table:table-cell>"
        "<text:p>pump</text:p></table:table-cell><table:table-cell><text:p>20</text:p></table:table-cell></"
        "table:table-row>"
        "</table:table>";
    const auto text =
        show(openDocument(
                 "text",
                 "<text:h text:outline-level=\"2\">Pumps</text:h><text:p>a<text:s text:c=\"2\"/>b<text:span>c"
                 "</text:span></text:p><text:list><text:list-item><text:p>one</text:p></text:list-item></"
                 "text:list>" +
                     table),
             "a.odt");
    EXPECT_EQ(text.kind, DocumentKind::Odt);
    EXPECT_EQ(text.title, "Wells");
    EXPECT_EQ(text.date, 1709287200);
    EXPECT_THAT(text.blocks,
                ElementsAre("heading2: Pumps", "paragraph [Pumps]: a bc", "list-item [Pumps]: one",
                            "table-row [Pumps]: Part: pump | Price: 20"));
    EXPECT_THAT(
        show(openDocument("spreadsheet", table), "a.ods").blocks,
        ElementsAre("heading1 @Prices!: Prices", "table-row [Prices] @Prices!A4:B4: Part: pump | Price: 20"));
    const std::string slide =
        "<draw:page><draw:frame presentation:class=\"title\"><draw:text-box><text:p>Pumps</text:p>"
        "</draw:text-box></draw:frame><draw:frame><draw:text-box><text:p>Two</text:p></draw:text-box>"
        "</draw:frame></draw:page>";
    EXPECT_THAT(show(openDocument("presentation", slide + slide), "a.odp").blocks,
                ElementsAre("heading1 @p1: Pumps", "paragraph [Pumps] @p1: Two", "heading1 @p2: Pumps",
                            "paragraph [Pumps] @p2: Two"));
}

}  // namespace
}  // namespace hearth::rag::tests

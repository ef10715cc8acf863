#include <gmock/gmock.h>

#include "rag/ingest/made_files.h"
#include "rag/ingest/shown_blocks.h"

namespace hearth::rag::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

const std::string typesPart = "<Types/>";

std::string docx(const std::string& body, const Files& more = {}) {
    Files files = {
        {"[Content_Types].xml", typesPart},
        {"word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"}};
    files.insert(files.end(), more.begin(), more.end());
    return zipped(files);
}

std::string paragraph(const std::string& text, const std::string& properties = "") {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

TEST(DocxReader, HeadingsListsTablesAndNotes) {
    const Files more = {
        {"word/styles.xml",
         "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading "
         "1\"/></w:style></w:styles>"},
        {"word/footnotes.xml",
         "<w:footnotes xmlns:w=\"w\"><w:footnote>" + paragraph("See Ana.") + "</w:footnote></w:footnotes>"},
        {"docProps/core.xml",
         "<c:p xmlns:dc=\"d\"><dc:title>Wells</dc:title><dcterms:modified>2024-03-01T10:00:00Z"
         "</dcterms:modified></c:p>"}};
    const std::string cell = "<w:tc>", end = "</w:tc>";
    const auto read = show(
        docx(
            paragraph("Pumps", "<w:pStyle w:val=\"berschrift1\"/>") +
                paragraph("Two &amp; <w:t>three</w:t>") +
                "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>" +
                paragraph("a part", "<w:numPr/>") + "<w:sdt><w:sdtContent>" + paragraph("inside") +
                "</w:sdtContent></w:sdt><w:tbl><w:tr>" + cell + paragraph("Name") + end + cell +
                paragraph("Price") + end + "</w:tr><w:tr>" + cell + paragraph("pump") + end + cell +
                paragraph("20") + end + "</w:tr></w:tbl>" + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" +
                paragraph("later"),
            more),
        "a.docx");
    EXPECT_EQ(read.kind, DocumentKind::Docx);
    EXPECT_EQ(read.title, "Wells");
    EXPECT_EQ(read.date, 1709287200);
    EXPECT_THAT(read.blocks,
                ElementsAre("heading1 @p1: Pumps", HasSubstr("Two & "), "paragraph [Pumps] @p1: kept",
                            "list-item [Pumps] @p1: a part", "paragraph [Pumps] @p1: inside",
                            "table-row [Pumps] @p1: Name: pump | Price: 20", "paragraph [Pumps] @p2: later",
                            "paragraph @p2: See Ana."));
}

TEST(DocxReader, DamageIsNamed) {
    EXPECT_THAT(show(docx("<w:p>"), "a.docx").failure,
                StartsWith("damaged: A part of it (word/document.xml)"));
    EXPECT_THAT(show(docx("").substr(0, 200), "a.docx").failure, StartsWith("damaged: "));
    EXPECT_THAT(show(docx(""), "a.docx").failure, StartsWith("empty: "));
}

}  // namespace
}  // namespace hearth::rag::tests

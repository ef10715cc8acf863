#include <gmock/gmock.h>

#include "rag/ingest/made_files.h"
#include "rag/ingest/shown_blocks.h"

namespace hearth::rag::tests {
namespace {

using testing::ElementsAre;

TEST(XlsxReader, RowsKeepTheNamesDatesAndCells) {
    const auto read = show(
        zipped(
            {{"xl/workbook.xml", "<workbook><sheets><sheet name=\"Bills\" r:id=\"r1\"/></sheets></workbook>"},
             {"xl/_rels/workbook.xml.rels",
              "<R><Relationship Id=\"r1\" Type=\"x/worksheet\" "
              "Target=\"/xl/worksheets/s.xml\"/><Relationship Id=\"r2\" "
              "Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" "
              "Type=\"x/styles\" "
              "Target=\"styles.xml\"/></R>"},
             {"xl/sharedStrings.xml",
              "<sst><si><t>Part</t></si><si><r><t>Pa</t></r><r><t>id</t></r></si></sst>"},
             {"xl/styles.xml",
              "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
              "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"},
             {"xl/worksheets/s.xml",
              "<worksheet><sheetData><row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\" "
              "t=\"s\"><v>1</v></c>"
              "<c r=\"D2\" t=\"inlineStr\"><is><t>Day</t></is></c></row><row r=\"4\"><c r=\"B4\" "
              "t=\"str\"><v>pump</v></c>"
              "<c r=\"C4\"><v>0.30000000000000004</v></c><c r=\"D4\" s=\"1\"><v>45352.5</v></c></row>"
              "<row r=\"5\"><c r=\"B5\" t=\"s\"><v>99</v></c><c r=\"C5\" "
              "t=\"b\"><v>1</v></c></row></sheetData></worksheet>"}}),
        "a.xlsx");
    EXPECT_EQ(read.kind, DocumentKind::Xlsx);
    EXPECT_THAT(read.blocks,
                ElementsAre("heading1 @Bills!: Bills",
                            "table-row [Bills] @Bills!B4:D4: Part: pump | Paid: 0.3 | Day: 2024-03-01 12:00",
                            "table-row [Bills] @Bills!C5: Paid: TRUE"));
}

}  // namespace
}  // namespace hearth::rag::tests

// A dozen documents of different formats that say what tests look for, written as small as each format lets.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "rag/ingest/made_files.h"

namespace hearth::tests {

struct DocumentFile {
    std::string name;
    std::string content;
    std::string question;  // that it answers, and no other of them
};

inline std::string wordFile(const std::string& text) {
    return rag::tests::zipped(
        {{"[Content_Types].xml",
          "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/"
          "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
         {"word/document.xml", "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>" + text +
                                   "</w:t></w:r></w:p></w:body></w:document>"}});
}

inline std::string sheetFile() {
    return rag::tests::zipped(
        {{"xl/workbook.xml", "<workbook><sheets><sheet name=\"Bills\" r:id=\"r1\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<R><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/s.xml\"/></R>"},
         {"xl/worksheets/s.xml",
          "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Supplier</t></is></c>"
          "<c r=\"B1\" t=\"inlineStr\"><is><t>Turbine</t></is></c></row><row r=\"2\"><c r=\"A2\" "
          "t=\"inlineStr\">"
          "<is><t>Halloran</t></is></c><c r=\"B2\"><v>4711</v></c></row></sheetData></worksheet>"}});
}

inline std::string slideFile() {
    return rag::tests::zipped(
        {{"ppt/presentation.xml",
          "<p:presentation><p:sldIdLst><p:sldId r:id=\"r1\"/></p:sldIdLst></p:presentation>"},
         {"ppt/_rels/presentation.xml.rels",
          "<R><Relationship Id=\"r1\" Type=\"x/slide\" Target=\"slides/slide1.xml\"/></R>"},
         {"ppt/slides/slide1.xml",
          "<p:sld><p:cSld><p:spTree><p:sp><p:nvSpPr><p:nvPr><p:ph type=\"body\"/></p:nvPr></p:nvSpPr>"
          "<p:txBody><a:p><a:r><a:t>The glacier lost nine metres.</a:t></a:r></a:p></p:txBody></p:sp>"
          "</p:spTree></p:cSld></p:sld>"}});
}

inline std::string openText() {
    return rag::tests::zipped(
        {{"mimetype", "application/vnd.oasis.opendocument.text"},
         {"content.xml",
          "<office:document-content><office:body><office:text><text:p>The orchestra rehearses in the old "
          "brewery.</text:p></office:text></office:body></office:document-content>"}});
}

inline std::string electronicBook() {
    return rag::tests::zipped(
        {{"mimetype", "application/epub+zip"},
         {"META-INF/container.xml",
          "<container><rootfiles><rootfile full-path=\"O/book.opf\"/></rootfiles></container>"},
         {"O/book.opf",
          "<package><metadata><dc:title>Sea tales</dc:title></metadata><manifest><item id=\"a\" "
          "href=\"a.xhtml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>"},
         {"O/a.xhtml",
          "<html><head><title>no</title></head><body><p>The lighthouse keeper fed a "
          "pelican.</p></body></html>"}});
}

// Of twelve formats. The PDF has two pages, and what is asked for stands on the second.
inline std::vector<DocumentFile> dozenDocuments() {
    const std::string pdf = rag::tests::textPdf(
        {{{20, 760, "Rental contract"}, {12, 700, "The rent is due on the third working day."}},
         {{20, 760, "Further terms"}, {12, 700, "A dog needs the consent of the landlord in writing."}}});
    return {
        {"contract.pdf", pdf, "dog consent landlord"},
        {"letter.docx", wordFile("The carpenter promised oak shelves by April."), "carpenter oak shelves"},
        {"orchestra.odt", openText(), "orchestra brewery"},
        {"glacier.pptx", slideFile(), "glacier metres"},
        {"suppliers.xlsx", sheetFile(), "Halloran turbine"},
        {"book.epub", electronicBook(), "lighthouse pelican"},
        {"notes.md", "# Bees\n\nThe queen was marked with a yellow dot.\n", "queen yellow dot"},
        {"plain.txt", "The ferry to Anholt leaves at seven.\n", "ferry Anholt"},
        {"page.html", "<html><body><p>Saffron comes from a crocus.</p></body></html>", "saffron crocus"},
        {"prices.csv", "Part,Price\ngasket,3.20\nflywheel,88.00\n", "flywheel price"},
        {"mail.eml",
         "From: a@b.example\nSubject: Keys\nDate: Mon, 03 Mar 2025 10:12:00 +0100\n\nThe spare keys are "
         "with the florist.\n",
         "spare keys florist"},
        {"memo.rtf", "{\\rtf1\\ansi The archive moved to the basement vault.\\par}", "archive basement"}};
}

inline void writeDocuments(const std::filesystem::path& folder, const std::vector<DocumentFile>& files) {
    namespace fs = std::filesystem;
    fs::create_directories(folder);
    for (const DocumentFile& file : files) {
        std::ofstream(folder / file.name, std::ios::binary) << file.content;
        // Of another day: what was just written is left to rest first.
        fs::last_write_time(folder / file.name, fs::file_time_type::clock::now() - std::chrono::hours(24));
    }
}

}  // namespace hearth::tests

// Word documents. Source: ECMA-376 part 1, section 17 (WordprocessingML).
#include <map>
#include <string>

#include "ingest/reader.h"
#include "ingest/table_writer.h"
#include "ingest/xml.h"
#include "ingest/zip_archive.h"

namespace hearth::rag {

namespace {

using pugi::xml_node;

// Levels of the styles that are headings, by the style's id: by their outline level, or by their English
// name, which stays the same in every language of Word.
std::map<std::string, int> headingStyles(const ZipArchive& archive) {
    std::map<std::string, int> levels;
    if (!archive.has("word/styles.xml")) return levels;
    const auto styles = readXml(archive, "word/styles.xml");
    if (!styles) return levels;
    for (const xml_node& style : (*styles)->document_element().children()) {
        if (localName(style) != "style") continue;
        const std::string id(attributeOf(style, "styleId"));
        const std::string_view name = attributeOf(childOf(style, "name"), "val");
        const xml_node outline = childOf(childOf(style, "pPr"), "outlineLvl");
        if (outline) levels[id] = numberOf(attributeOf(outline, "val"), 9, 9) + 1;
        if (name.substr(0, 8) == "heading ") levels[id] = numberOf(name.substr(8), 6, 9);
        if (name == "Title") levels[id] = 1;
    }
    return levels;
}

class DocxBlocks {
  public:
    DocxBlocks(const ZipArchive& archive, BlockWriter& out) : headings_(headingStyles(archive)), out_(out) {}

    // Paragraphs and tables of a body, a cell or a note; content controls are looked through.
    void body(const xml_node& parent) {
        forEachBelow(parent, [&](const xml_node& node) {
            const std::string_view name = localName(node);
            if (name == "p") paragraph(node);
            if (name == "tbl") table(node);
            return !out_.full() &&
                   (name == "sdt" || name == "sdtContent" || name == "body" || name == "customXml" ||
                    name == "footnote" || name == "endnote" || name == "smartTag");
        });
    }

  private:
    void paragraph(const xml_node& node) {
        const std::string text = textOf(node);
        const xml_node properties = childOf(node, "pPr");
        const std::string style(attributeOf(childOf(properties, "pStyle"), "val"));
        const xml_node outline = childOf(properties, "outlineLvl");
        const auto known = headings_.find(style);
        int level = known == headings_.end() ? 0 : known->second;
        if (outline) level = numberOf(attributeOf(outline, "val"), 9, 9) + 1;
        if (level >= 1 && level <= 9)
            out_.heading(level, text, here());
        else
            out_.add(childOf(properties, "numPr") ? BlockKind::ListItem : BlockKind::Paragraph, text, here());
        if (descendant(node, "lastRenderedPageBreak") || hasPageBreak(node)) ++page_;
    }

    void table(const xml_node& node) {
        TableWriter rows(out_);
        for (const xml_node& row : node.children()) {
            if (localName(row) != "tr" || out_.full()) continue;
            std::vector<std::string> cells;
            for (const xml_node& cell : row.children())
                if (localName(cell) == "tc") cells.push_back(textOf(cell));
            rows.row(std::move(cells), here(),
                     static_cast<bool>(descendant(childOf(row, "trPr"), "tblHeader")));
        }
    }

    static bool hasPageBreak(const xml_node& node) {
        bool found = false;
        forEachBelow(node, [&](const xml_node& inner) {
            found = found || (localName(inner) == "br" && attributeOf(inner, "type") == "page");
            return true;
        });
        return found;
    }

    // What is shown: no deleted text (delText), no field codes (instrText), each drawing's text once.
    static std::string textOf(const xml_node& node) {
        std::string out;
        forEachBelow(node, [&](const xml_node& inner) {
            const std::string_view name = localName(inner);
            if (name == "t") out += inner.text().get();
            if (name == "tab" || name == "br" || name == "cr") out.push_back(' ');
            if (name == "noBreakHyphen") out.push_back('-');
            if (name == "p" && !out.empty()) out.push_back('\n');
            return name != "Fallback" && name != "pPr" && name != "rPr";
        });
        return out;
    }

    // Pages are those of the last time that Word laid the text out.
    Location here() const {
        Location location;
        location.page = page_;
        return location;
    }

    std::map<std::string, int> headings_;
    BlockWriter& out_;
    std::uint32_t page_ = 1;
};

}  // namespace

ReadResult readDocx(const Source& source, BlockWriter& out) {
    const auto archive = ZipArchive::open(source.bytes);
    if (!archive) return tl::unexpected(archive.error());
    takeProperties(*archive, "docProps/core.xml", out);
    const auto document = readXml(*archive, "word/document.xml");
    if (!document) return tl::unexpected(document.error());
    DocxBlocks blocks(*archive, out);
    blocks.body((*document)->document_element());
    for (const char* notes : {"word/footnotes.xml", "word/endnotes.xml"}) {
        if (!archive->has(notes)) continue;
        out.clearHeadings();
        if (const auto read = readXml(*archive, notes))
            blocks.body((*read)->document_element());
        else
            out.warn("Its notes cannot be read: " + read.error().message);
    }
    return {};
}

}  // namespace hearth::rag

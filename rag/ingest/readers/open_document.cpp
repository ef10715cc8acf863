// OpenDocument text, sheets and slides. Source: OASIS OpenDocument 1.3, part 3.
#include <algorithm>
#include <string>

#include "ingest/cell_name.h"
#include "ingest/reader.h"
#include "ingest/table_writer.h"
#include "ingest/xml.h"
#include "ingest/zip_archive.h"

namespace hearth::rag {

namespace {

using pugi::xml_node;

constexpr int mostColumns = 1000;  // of a row; repeated empty cells reach to the sheet's end
constexpr int mostDepth = 100;

void collect(const xml_node& node, std::string& out, int depth) {
    for (const xml_node& child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            out += child.value();
            continue;
        }
        const std::string_view name = localName(child);
        if (name == "s")
            out.append(static_cast<std::size_t>(numberOf(attributeOf(child, "c"), 1, 100)), ' ');
        else if (name == "tab" || name == "line-break")
            out.push_back(' ');
        else if (name != "annotation" && name != "tracked-changes" && depth < mostDepth)
            collect(child, out, depth + 1);
        if (name == "p" || name == "h") out.push_back(' ');
    }
}

std::string textOf(const xml_node& node) {
    std::string out;
    collect(node, out, 0);
    return out;
}

class OpenDocumentBlocks {
  public:
    explicit OpenDocumentBlocks(BlockWriter& out) : out_(out) {}

    void content(const xml_node& parent, BlockKind kind, int depth) {
        if (depth > mostDepth) return out_.warn("It is nested too deeply; the innermost parts are not read.");
        for (const xml_node& node : parent.children()) {
            if (out_.full()) return;
            const std::string_view name = localName(node);
            if (name == "h")
                out_.heading(numberOf(attributeOf(node, "outline-level"), 1, 10), textOf(node), here_);
            else if (name == "p")
                paragraph(node, kind, depth);
            else if (name == "table")
                table(node);
            else if (name == "page")
                slide(node, depth);
            else if (name == "list-item" || name == "list-header")
                content(node, BlockKind::ListItem, depth + 1);
            else if (name != "tracked-changes" && name != "forms" && name != "sequence-decls")
                content(node, kind, depth + 1);
        }
    }

  private:
    void paragraph(const xml_node& node, BlockKind kind, int) {
        const std::string_view style = attributeOf(node, "style-name");
        if (style == "Title") return out_.heading(1, textOf(node), here_);
        out_.add(kind, textOf(node), here_);
    }

    void slide(const xml_node& node, int depth) {
        ++here_.page;
        out_.clearHeadings();
        for (const xml_node& frame : node.children())
            if (attributeOf(frame, "class") == "title") out_.heading(1, textOf(frame), here_);
        for (const xml_node& frame : node.children())
            if (attributeOf(frame, "class") != "title") content(frame, BlockKind::Paragraph, depth + 1);
    }

    void table(const xml_node& node) {
        const bool isSheet = std::string_view(localName(node.parent())) == "spreadsheet";
        here_.sheet = isSheet ? std::string(attributeOf(node, "name")) : std::string();
        if (isSheet) {
            out_.clearHeadings();
            out_.heading(1, here_.sheet, here_);
        }
        TableWriter rows(out_);
        std::uint32_t number = 1;
        forEachBelow(node, [&](const xml_node& row) {
            const std::string_view name = localName(row);
            if (name != "table-row")
                return name == "table-rows" || name == "table-header-rows" || name == "table-row-group";
            tableRow(row, number, rows, localName(row.parent()) == "table-header-rows");
            number +=
                static_cast<std::uint32_t>(numberOf(attributeOf(row, "number-rows-repeated"), 1, 1 << 24));
            return false;
        });
        rows.finish();
        here_.sheet.clear();
    }

    void tableRow(const xml_node& row, std::uint32_t number, TableWriter& rows, bool heads) {
        std::vector<std::string> cells;
        for (const xml_node& cell : row.children()) {
            const std::string text = textOf(cell);
            const int repeated = numberOf(attributeOf(cell, "number-columns-repeated"), 1, mostColumns);
            for (int i = 0; i < repeated && static_cast<int>(cells.size()) < mostColumns; ++i)
                cells.push_back(text);
        }
        while (!cells.empty() && cells.back().find_first_not_of(' ') == std::string::npos) cells.pop_back();
        if (cells.empty() || out_.full()) return;
        Location location = here_;
        if (!location.sheet.empty())
            location.cell = rowRange(number, 1, static_cast<std::uint32_t>(cells.size()));
        rows.row(std::move(cells), location, heads);
    }

    BlockWriter& out_;
    Location here_;
};

}  // namespace

ReadResult readOpenDocument(const Source& source, BlockWriter& out) {
    const auto archive = ZipArchive::open(source.bytes);
    if (!archive) return tl::unexpected(archive.error());
    if (const auto manifest = archive->read("META-INF/manifest.xml");
        manifest && manifest->find("encryption-data") != std::string::npos)
        return unreadable(SkipReason::Protected, "It is protected by a password.");
    takeProperties(*archive, "meta.xml", out);
    const auto document = readXml(*archive, "content.xml");
    if (!document) return tl::unexpected(document.error());
    OpenDocumentBlocks(out).content(descendant(**document, "body"), BlockKind::Paragraph, 0);
    return {};
}

}  // namespace hearth::rag

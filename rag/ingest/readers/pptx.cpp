// PowerPoint presentations, slide by slide with their notes. Source: ECMA-376 part 1, sections 19 and 21.
#include <string>

#include "ingest/reader.h"
#include "ingest/table_writer.h"
#include "ingest/xml.h"
#include "ingest/zip_archive.h"

namespace hearth::rag {

namespace {

using pugi::xml_node;

constexpr std::uint32_t mostSlides = 5000;

std::string textOf(const xml_node& node) {
    std::string out;
    forEachBelow(node, [&](const xml_node& inner) {
        const std::string_view name = localName(inner);
        if (name == "t") out += inner.text().get();
        if (name == "br" || (name == "p" && !out.empty())) out.push_back(' ');
        return true;
    });
    return out;
}

class Slide {
  public:
    Slide(std::uint32_t number, BlockWriter& out) : out_(out) { here_.page = number; }

    void shapes(const xml_node& root) {
        forEachBelow(root, [&](const xml_node& shape) {
            if (localName(shape) == "sp" && isTitle(shape))
                out_.heading(1, textOf(childOf(shape, "txBody")), here_);
            return true;
        });
        forEachBelow(root, [&](const xml_node& node) {
            const std::string_view name = localName(node);
            if (name == "sp") {
                if (!isTitle(node)) paragraphs(childOf(node, "txBody"));
                return false;
            }
            if (name == "tbl") table(node);
            return name != "tbl" && !out_.full();
        });
    }

    void notes(const xml_node& root) {
        out_.heading(2, "Notes", here_);
        forEachBelow(root, [&](const xml_node& node) {
            if (localName(node) != "sp") return true;
            if (placeholder(node) == "body") paragraphs(childOf(node, "txBody"));
            return false;
        });
    }

  private:
    static std::string_view placeholder(const xml_node& shape) {
        return attributeOf(descendant(childOf(shape, "nvSpPr"), "ph"), "type");
    }
    static bool isTitle(const xml_node& shape) {
        const std::string_view type = placeholder(shape);
        return type == "title" || type == "ctrTitle";
    }

    void paragraphs(const xml_node& body) {
        for (const xml_node& paragraph : body.children())
            if (localName(paragraph) == "p") out_.add(BlockKind::Paragraph, textOf(paragraph), here_);
    }

    void table(const xml_node& node) {
        TableWriter rows(out_);
        const bool heads = attributeOf(childOf(node, "tblPr"), "firstRow") == "1";
        bool first = true;
        for (const xml_node& row : node.children()) {
            if (localName(row) != "tr") continue;
            std::vector<std::string> cells;
            for (const xml_node& cell : row.children())
                if (localName(cell) == "tc") cells.push_back(textOf(cell));
            rows.row(std::move(cells), here_, heads && first);
            first = false;
        }
    }

    BlockWriter& out_;
    Location here_;
};

}  // namespace

ReadResult readPptx(const Source& source, BlockWriter& out) {
    const auto archive = ZipArchive::open(source.bytes);
    if (!archive) return tl::unexpected(archive.error());
    takeProperties(*archive, "docProps/core.xml", out);
    const auto presentation = readXml(*archive, "ppt/presentation.xml");
    if (!presentation) return tl::unexpected(presentation.error());
    const Relationships targets(*archive, "ppt/presentation.xml");
    std::uint32_t number = 0;
    for (const xml_node& entry : childOf((*presentation)->document_element(), "sldIdLst").children()) {
        if (++number > mostSlides || out.full()) break;
        const std::string part = targets.target(entry.attribute("r:id").value());
        const auto slide = readXml(*archive, part);
        if (!slide) {
            out.warn("Slide " + std::to_string(number) + " cannot be read: " + slide.error().message);
            continue;
        }
        out.clearHeadings();
        Slide blocks(number, out);
        blocks.shapes(**slide);
        const std::string notes = Relationships(*archive, part).targetOfType("/notesSlide");
        if (notes.empty()) continue;
        if (const auto read = readXml(*archive, notes)) blocks.notes(**read);
    }
    return {};
}

}  // namespace hearth::rag

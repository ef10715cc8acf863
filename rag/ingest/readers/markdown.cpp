// Markdown as GitHub writes it, parsed by cmark-gfm; a block of YAML at the top gives the title.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <memory>
#include <string>

#include "ingest/html_blocks.h"
#include "ingest/lines.h"
#include "ingest/reader.h"
#include "ingest/table_writer.h"
#include "ingest/text_encoding.h"

namespace hearth::rag {

namespace {

constexpr int mostDepth = 100;  // of lists in lists

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

std::string plainText(cmark_node* node) {
    std::string out;
    const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(node));
    for (cmark_event_type event; (event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE;) {
        if (event != CMARK_EVENT_ENTER) continue;
        cmark_node* here = cmark_iter_get_node(iterator.get());
        const cmark_node_type type = cmark_node_get_type(here);
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) out.push_back(' ');
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            if (const char* text = cmark_node_get_literal(here)) out += text;
    }
    return out;
}

class MarkdownBlocks {
  public:
    MarkdownBlocks(BlockWriter& out, std::uint32_t linesBefore) : out_(out), linesBefore_(linesBefore) {}

    void walk(cmark_node* parent, BlockKind paragraphs, int depth) {
        if (depth > mostDepth) return out_.warn("It is nested too deeply; the innermost parts are not read.");
        for (cmark_node* node = cmark_node_first_child(parent); node != nullptr && !out_.full();
             node = cmark_node_next(node))
            block(node, paragraphs, depth);
    }

  private:
    void block(cmark_node* node, BlockKind paragraphs, int depth) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HEADING) {
            const std::string text = plainText(node);
            if (cmark_node_get_heading_level(node) == 1) out_.title(text);
            out_.heading(cmark_node_get_heading_level(node), text, at(node));
        } else if (type == CMARK_NODE_PARAGRAPH) {
            out_.add(paragraphs, plainText(node), at(node));
        } else if (type == CMARK_NODE_CODE_BLOCK) {
            out_.addLines(BlockKind::Code, cmark_node_get_literal(node), at(node));
        } else if (type == CMARK_NODE_HTML_BLOCK) {
            writeHtml(cmark_node_get_literal(node), at(node).firstLine - 1, out_);
        } else if (type == CMARK_NODE_BLOCK_QUOTE) {
            walk(node, BlockKind::Quote, depth + 1);
        } else if (std::string_view(cmark_node_get_type_string(node)) == "table") {
            table(node);
        } else if (type == CMARK_NODE_ITEM || type == CMARK_NODE_LIST) {
            walk(node, BlockKind::ListItem, depth + 1);
        } else {
            walk(node, paragraphs, depth + 1);
        }
    }

    void table(cmark_node* node) {
        TableWriter rows(out_);
        bool heads = true;
        for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
            std::vector<std::string> cells;
            for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr;
                 cell = cmark_node_next(cell))
                cells.push_back(plainText(cell));
            rows.row(std::move(cells), at(row), heads);
            heads = false;
        }
    }

    Location at(cmark_node* node) const {
        Location location;
        location.firstLine = linesBefore_ + static_cast<std::uint32_t>(cmark_node_get_start_line(node));
        location.lastLine = linesBefore_ + static_cast<std::uint32_t>(cmark_node_get_end_line(node));
        if (location.lastLine < location.firstLine) location.lastLine = location.firstLine;
        return location;
    }

    BlockWriter& out_;
    std::uint32_t linesBefore_;
};

// Takes the YAML between two lines of "---" off the top; gives the lines it takes.
std::uint32_t takeFrontMatter(std::string_view& text, BlockWriter& out) {
    if (text.substr(0, 4) != "---\n") return 0;
    const std::size_t end = text.find("\n---\n", 3);
    if (end == std::string_view::npos) return 0;
    std::uint32_t lines = 1;
    forEachLine(text.substr(0, end + 1), [&](std::string_view line, std::uint32_t number) {
        lines = number + 1;
        if (line.substr(0, 6) == "title:") {
            std::string_view title = line.substr(6);
            while (!title.empty() && std::string_view(" \"'").find(title.front()) != std::string_view::npos)
                title.remove_prefix(1);
            while (!title.empty() && std::string_view(" \"'").find(title.back()) != std::string_view::npos)
                title.remove_suffix(1);
            out.title(title);
        }
        return true;
    });
    text.remove_prefix(end + 5);
    return lines;
}

}  // namespace

ReadResult readMarkdown(const Source& source, BlockWriter& out) {
    const DecodedText decoded = decodeText(source.bytes, source.charset);
    std::string_view text = decoded.text;
    const std::uint32_t linesBefore = takeFrontMatter(text, out);
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
    for (const char* name : {"table", "strikethrough", "tasklist"})
        if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    cmark_parser_feed(parser.get(), text.data(), text.size());
    const std::unique_ptr<cmark_node, FreeNode> document(cmark_parser_finish(parser.get()));
    if (!document) return unreadable(SkipReason::Damaged, "Its Markdown cannot be read.");
    MarkdownBlocks(out, linesBefore).walk(document.get(), BlockKind::Paragraph, 0);
    return {};
}

}  // namespace hearth::rag

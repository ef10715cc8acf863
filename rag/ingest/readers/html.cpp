// HTML, parsed by gumbo: what a reader of the page sees, without scripts, styles and menus.
#include <gumbo.h>

#include <algorithm>
#include <cctype>
#include <string>

#include "ingest/html_blocks.h"
#include "ingest/reader.h"
#include "ingest/table_writer.h"
#include "ingest/text_encoding.h"

namespace hearth::rag {

namespace {

constexpr int mostDepth = 500;

bool isUnseen(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_BUTTON:
            return true;
        default:
            return false;
    }
}

bool isInline(GumboTag tag) {
    constexpr GumboTag tags[] = {
        GUMBO_TAG_A,    GUMBO_TAG_ABBR,  GUMBO_TAG_B,     GUMBO_TAG_BDI,    GUMBO_TAG_BDO,    GUMBO_TAG_CITE,
        GUMBO_TAG_CODE, GUMBO_TAG_DATA,  GUMBO_TAG_DFN,   GUMBO_TAG_EM,     GUMBO_TAG_I,      GUMBO_TAG_IMG,
        GUMBO_TAG_INS,  GUMBO_TAG_KBD,   GUMBO_TAG_LABEL, GUMBO_TAG_MARK,   GUMBO_TAG_Q,      GUMBO_TAG_S,
        GUMBO_TAG_SAMP, GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,  GUMBO_TAG_STRONG, GUMBO_TAG_SUB,    GUMBO_TAG_SUP,
        GUMBO_TAG_TIME, GUMBO_TAG_U,     GUMBO_TAG_VAR,   GUMBO_TAG_FONT,   GUMBO_TAG_STRIKE, GUMBO_TAG_TT,
        GUMBO_TAG_BIG,  GUMBO_TAG_DEL,   GUMBO_TAG_WBR,   GUMBO_TAG_RUBY,   GUMBO_TAG_CENTER};
    return std::find(std::begin(tags), std::end(tags), tag) != std::end(tags);
}

int headingLevel(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_H1:
            return 1;
        case GUMBO_TAG_H2:
            return 2;
        case GUMBO_TAG_H3:
            return 3;
        case GUMBO_TAG_H4:
            return 4;
        case GUMBO_TAG_H5:
            return 5;
        case GUMBO_TAG_H6:
            return 6;
        default:
            return 0;
    }
}

std::string_view attribute(const GumboNode& node, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
    return found == nullptr ? std::string_view() : std::string_view(found->value);
}

// The text of everything inside, also of blocks, which are set apart by spaces.
void collectText(const GumboNode& node, std::string& out, int depth) {
    if (depth > mostDepth) return;
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
        out += node.v.text.text;
        return;
    }
    if (node.type != GUMBO_NODE_ELEMENT || isUnseen(node.v.element.tag)) return;
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_BR) out.push_back('\n');
    if (tag == GUMBO_TAG_IMG) out.append(" ").append(attribute(node, "alt")).append(" ");
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
        collectText(*static_cast<const GumboNode*>(children.data[i]), out, depth + 1);
    if (!isInline(tag)) out.push_back(' ');
}

class HtmlBlocks {
  public:
    HtmlBlocks(BlockWriter& out, std::uint32_t linesBefore) : out_(out), linesBefore_(linesBefore) {}

    void element(const GumboNode& node, BlockKind kind, int depth) {
        const GumboTag tag = node.v.element.tag;
        if (isUnseen(tag) || out_.full()) return;
        if (depth > mostDepth) return out_.warn("It is nested too deeply; the innermost parts are not read.");
        const Location here = at(node.v.element.start_pos.line);
        if (const int level = headingLevel(tag)) {
            out_.heading(level, textOf(node), here);
        } else if (tag == GUMBO_TAG_PRE) {
            out_.addLines(BlockKind::Code, textOf(node), here);
        } else if (tag == GUMBO_TAG_TABLE && !holdsTable(node, 0)) {
            TableWriter rows(out_);
            table(node, rows, false, 0);
        } else {
            if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT) kind = BlockKind::ListItem;
            if (tag == GUMBO_TAG_BLOCKQUOTE) kind = BlockKind::Quote;
            children(node, kind, here, depth);
        }
    }

  private:
    // Runs of text and inline elements become one block; block elements stand by themselves.
    void children(const GumboNode& node, BlockKind kind, const Location& here, int depth) {
        std::string run;
        Location begins = here;
        const auto flush = [&] {
            out_.add(kind, run, begins);
            run.clear();
        };
        const GumboVector& all = node.v.element.children;
        for (unsigned i = 0; i < all.length; ++i) {
            const auto& child = *static_cast<const GumboNode*>(all.data[i]);
            const bool isElement = child.type == GUMBO_NODE_ELEMENT;
            if (isElement && !(isInline(child.v.element.tag) && !holdsBlock(child, 0)) &&
                child.v.element.tag != GUMBO_TAG_BR) {
                flush();
                element(child, kind, depth + 1);
                continue;
            }
            if (run.empty() && child.type == GUMBO_NODE_TEXT) begins = at(child.v.text.start_pos.line);
            if (isElement && run.empty()) begins = at(child.v.element.start_pos.line);
            collectText(child, run, 0);
        }
        flush();
    }

    void table(const GumboNode& node, TableWriter& rows, bool inHead, int depth) {
        const GumboVector& all = node.v.element.children;
        for (unsigned i = 0; i < all.length && depth < 8; ++i) {
            const auto& child = *static_cast<const GumboNode*>(all.data[i]);
            if (child.type != GUMBO_NODE_ELEMENT) continue;
            const GumboTag tag = child.v.element.tag;
            if (tag == GUMBO_TAG_TR)
                row(child, rows, inHead);
            else if (tag == GUMBO_TAG_CAPTION)
                out_.add(BlockKind::Paragraph, textOf(child), at(child.v.element.start_pos.line));
            else
                table(child, rows, inHead || tag == GUMBO_TAG_THEAD, depth + 1);
        }
    }

    void row(const GumboNode& node, TableWriter& rows, bool heads) {
        std::vector<std::string> cells;
        bool allHeads = true;
        const GumboVector& all = node.v.element.children;
        for (unsigned i = 0; i < all.length; ++i) {
            const auto& child = *static_cast<const GumboNode*>(all.data[i]);
            if (child.type != GUMBO_NODE_ELEMENT) continue;
            allHeads = allHeads && child.v.element.tag == GUMBO_TAG_TH;
            cells.push_back(textOf(child));
        }
        const bool names = heads || (allHeads && !cells.empty());
        rows.row(std::move(cells), at(node.v.element.start_pos.line), names);
    }

    static bool holdsTable(const GumboNode& node, int depth) {
        return holds(node, depth, [](GumboTag tag) { return tag == GUMBO_TAG_TABLE; });
    }
    static bool holdsBlock(const GumboNode& node, int depth) {
        return holds(node, depth, [](GumboTag tag) { return !isInline(tag) && tag != GUMBO_TAG_BR; });
    }
    template <typename Is>
    static bool holds(const GumboNode& node, int depth, Is is) {
        if (node.type != GUMBO_NODE_ELEMENT || depth > 12) return false;
        const GumboVector& all = node.v.element.children;
        for (unsigned i = 0; i < all.length; ++i) {
            const auto& child = *static_cast<const GumboNode*>(all.data[i]);
            if (child.type != GUMBO_NODE_ELEMENT) continue;
            if (is(child.v.element.tag) || holds(child, depth + 1, is)) return true;
        }
        return false;
    }

    static std::string textOf(const GumboNode& node) {
        std::string out;
        collectText(node, out, 0);
        return out;
    }

    Location at(unsigned line) const {
        Location location;
        location.firstLine = location.lastLine = linesBefore_ + line;
        return location;
    }

    BlockWriter& out_;
    std::uint32_t linesBefore_;
};

void takeTitle(const GumboNode& root, BlockWriter& out) {
    const GumboVector& parts = root.v.element.children;
    for (unsigned i = 0; i < parts.length; ++i) {
        const auto& head = *static_cast<const GumboNode*>(parts.data[i]);
        if (head.type != GUMBO_NODE_ELEMENT || head.v.element.tag != GUMBO_TAG_HEAD) continue;
        for (unsigned k = 0; k < head.v.element.children.length; ++k) {
            const auto& child = *static_cast<const GumboNode*>(head.v.element.children.data[k]);
            if (child.type != GUMBO_NODE_ELEMENT || child.v.element.tag != GUMBO_TAG_TITLE) continue;
            std::string title;
            collectText(child, title, 0);
            out.title(title);
        }
    }
}

// <meta charset="…"> and <meta http-equiv … content="text/html; charset=…">, in the first kilobytes.
std::string declaredCharset(std::string_view bytes) {
    std::string head(bytes.substr(0, 2048));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const std::size_t meta = head.find("charset=");
    if (meta == std::string::npos) return {};
    const std::size_t begin = head.find_first_not_of("\"' ", meta + 8);
    if (begin == std::string::npos) return {};
    return head.substr(begin, head.find_first_of("\"' />;?", begin) - begin);
}

}  // namespace

void writeHtml(std::string_view utf8, std::uint32_t linesBefore, BlockWriter& out) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    GumboOutput* page = gumbo_parse_with_options(&options, utf8.data(), utf8.size());
    if (page == nullptr) return;
    takeTitle(*page->root, out);
    HtmlBlocks(out, linesBefore).element(*page->root, BlockKind::Paragraph, 0);
    gumbo_destroy_output(&options, page);
}

ReadResult readHtml(const Source& source, BlockWriter& out) {
    const std::string charset = source.charset.empty() ? declaredCharset(source.bytes) : source.charset;
    writeHtml(decodeText(source.bytes, charset).text, 0, out);
    return {};
}

}  // namespace hearth::rag

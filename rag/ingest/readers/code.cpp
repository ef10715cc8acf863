// Source code: one block for each function or class, and one for what stands between them. Comments and
// attributes right above a definition belong to it.
#include <vector>

#include "ingest/code_language.h"
#include "ingest/lines.h"
#include "ingest/reader.h"
#include "ingest/text_encoding.h"

namespace hearth::rag {

namespace {

constexpr std::size_t mostLines = 120;  // of one block: longer functions are cut by the chunker anyway

bool belongsBelow(std::string_view line) {
    for (const std::string_view start :
         {"//", "/*", " *", "*/", "#", "--", "@", "template", "'''", "\"\"\"", ";;"})
        if (line.substr(0, start.size()) == start) return true;
    return false;
}

class CodeBlocks {
  public:
    CodeBlocks(CodeLanguage language, BlockWriter& out) : language_(language), out_(out) {}

    void line(std::string_view text) {
        const bool begins = beginsDefinition(language_, text);
        if (begins) {
            std::size_t attached = 0;
            while (attached < lines_.size() && belongsBelow(lines_[lines_.size() - 1 - attached])) ++attached;
            emit(lines_.size() - attached);
        }
        lines_.push_back(text);
        const bool blank = text.find_first_not_of(" \t") == std::string_view::npos;
        if (lines_.size() >= mostLines && (blank || lines_.size() >= 2 * mostLines)) emit(lines_.size());
    }

    void emit(std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) text.append(lines_[i]).push_back('\n');
        Location location;
        std::size_t first = 0;
        while (first < count && lines_[first].find_first_not_of(" \t") == std::string_view::npos) ++first;
        location.firstLine = before_ + static_cast<std::uint32_t>(first) + 1;
        location.lastLine = before_ + static_cast<std::uint32_t>(count);
        out_.addLines(BlockKind::Code, text, location);
        lines_.erase(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(count));
        before_ += static_cast<std::uint32_t>(count);
    }

    std::size_t waiting() const { return lines_.size(); }

  private:
    CodeLanguage language_;
    BlockWriter& out_;
    std::vector<std::string_view> lines_;
    std::uint32_t before_ = 0;  // lines that were emitted
};

}  // namespace

ReadResult readCode(const Source& source, BlockWriter& out) {
    const DecodedText decoded = decodeText(source.bytes, source.charset);
    CodeBlocks blocks(codeLanguage(source.name, decoded.text), out);
    forEachLine(decoded.text, [&](std::string_view line, std::uint32_t) {
        blocks.line(line);
        return !out.full();
    });
    blocks.emit(blocks.waiting());
    return {};
}

}  // namespace hearth::rag

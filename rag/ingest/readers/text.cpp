// Plain text: paragraphs between empty lines, long runs of lines (logs) in parts, and the few headings that
// plain text has: underlined ones, numbered chapters and short lines in capitals.
#include <algorithm>
#include <cctype>

#include "ingest/lines.h"
#include "ingest/reader.h"
#include "ingest/text_encoding.h"

namespace hearth::rag {

namespace {

constexpr std::size_t usualPart = 1500;  // bytes after which a paragraph may end with a sentence
constexpr std::size_t mostPart = 3000;   // and after which it ends with any line

bool isUnderline(std::string_view line) {
    return line.size() >= 3 && (line[0] == '=' || line[0] == '-') &&
           line.find_first_not_of(line[0]) == std::string_view::npos;
}

bool namesChapter(std::string_view line) {
    for (const std::string_view word : {"Chapter ", "CHAPTER ", "Part ", "PART ", "Section ", "Kapitel "})
        if (line.substr(0, word.size()) == word && line.size() > word.size()) {
            const auto next = static_cast<unsigned char>(line[word.size()]);
            return std::isdigit(next) ||
                   std::string_view("IVXLC").find(line[word.size()]) != std::string_view::npos;
        }
    return false;
}

bool isCapitals(std::string_view line) {
    int letters = 0;
    for (const char c : line) {
        if (c >= 'a' && c <= 'z') return false;
        letters += c >= 'A' && c <= 'Z';
    }
    return letters >= 4 && line.size() < 70 && line.back() != '.' && line.back() != ',' && line.back() != ';';
}

bool endsSentence(std::string_view line) {
    return !line.empty() && std::string_view(".!?:\"'").find(line.back()) != std::string_view::npos;
}

class TextBlocks {
  public:
    explicit TextBlocks(BlockWriter& out) : out_(out) {}

    void line(std::string_view text, std::uint32_t number) {
        while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
        if (text.empty()) return finish();
        if (lines_ == 1 && isUnderline(text)) {
            out_.heading(text[0] == '=' ? 1 : 2, paragraph_, at(number));
            return clear();
        }
        if (lines_ == 0) first_ = number;
        paragraph_.append(text).push_back('\n');
        last_ = number;
        ++lines_;
        if (paragraph_.size() > mostPart || (paragraph_.size() > usualPart && endsSentence(text))) emit();
    }

    void finish() {
        const std::string_view text =
            std::string_view(paragraph_).substr(0, paragraph_.size() - (lines_ > 0));
        const bool alone = lines_ == 1 && text.size() < 100;
        if (alone && namesChapter(text)) {
            out_.heading(1, text, at(last_));
            return clear();
        }
        if (alone && isCapitals(text)) {
            out_.heading(2, text, at(last_));
            return clear();
        }
        emit();
    }

  private:
    void emit() {
        out_.addLines(BlockKind::Paragraph, paragraph_, at(last_));
        clear();
    }
    void clear() {
        paragraph_.clear();
        lines_ = 0;
    }
    Location at(std::uint32_t last) const {
        Location location;
        location.firstLine = first_;
        location.lastLine = last;
        return location;
    }

    BlockWriter& out_;
    std::string paragraph_;
    std::uint32_t first_ = 0, last_ = 0;
    int lines_ = 0;
};

}  // namespace

ReadResult readText(const Source& source, BlockWriter& out) {
    const DecodedText decoded = decodeText(source.bytes, source.charset);
    if (!decoded.sure) out.warn("Its encoding is not certain; it was read as " + decoded.encoding + ".");
    TextBlocks blocks(out);
    forEachLine(decoded.text, [&](std::string_view line, std::uint32_t number) {
        blocks.line(line, number);
        return !out.full();
    });
    blocks.finish();
    return {};
}

}  // namespace hearth::rag

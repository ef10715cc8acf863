// Tables as text. Source: RFC 4180, and what spreadsheets make of it (other separators, line feeds alone).
#include <algorithm>
#include <array>

#include "ingest/reader.h"
#include "ingest/table_writer.h"
#include "ingest/text_encoding.h"

namespace hearth::rag {

namespace {

constexpr std::size_t mostCells = 2000;  // of a row

// The separator that stands most often in the first lines, outside of quotes.
char separatorOf(std::string_view text) {
    constexpr std::array<char, 4> candidates = {',', ';', '\t', '|'};
    std::array<std::size_t, 4> counts{};
    bool quoted = false;
    int lines = 0;
    for (const char c : text.substr(0, 16384)) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' && ++lines == 20) break;
        for (std::size_t i = 0; i < candidates.size(); ++i) counts[i] += c == candidates[i];
    }
    return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                               counts.begin())];
}

class CsvRows {
  public:
    CsvRows(std::string_view text, char separator) : text_(text), separator_(separator) {}

    // The next row, or false at the end. `line` is the one it begins in.
    bool next(std::vector<std::string>& cells, std::uint32_t& line) {
        if (at_ >= text_.size()) return false;
        cells.clear();
        line = line_;
        for (;;) {
            std::string cell = text_.substr(at_, 1) == "\"" ? quotedCell() : bareCell();
            if (cells.size() < mostCells) cells.push_back(std::move(cell));
            lastLine_ = line_;
            if (at_ >= text_.size()) return true;
            const char end = text_[at_++];
            if (end == '\n') {
                ++line_;
                return true;
            }
        }
    }
    // The line that the row ended in.
    std::uint32_t lastLine() const { return lastLine_; }

  private:
    std::string bareCell() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
        return std::string(text_.substr(begin, at_ - begin));
    }

    std::string quotedCell() {
        std::string out;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') {
                if (text_.substr(at_ + 1, 1) != "\"") break;
                ++at_;
            }
            line_ += text_[at_] == '\n';
            out.push_back(text_[at_]);
        }
        if (at_ < text_.size()) ++at_;
        return out + bareCell();  // whatever stands behind the closing quote
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1, lastLine_ = 1;
};

}  // namespace

ReadResult readCsv(const Source& source, BlockWriter& out) {
    const DecodedText decoded = decodeText(source.bytes, source.charset);
    CsvRows rows(decoded.text, separatorOf(decoded.text));
    TableWriter table(out);
    std::vector<std::string> cells;
    Location location;
    while (!out.full() && rows.next(cells, location.firstLine)) {
        location.lastLine = rows.lastLine();
        table.row(std::move(cells), location);
    }
    return {};
}

}  // namespace hearth::rag

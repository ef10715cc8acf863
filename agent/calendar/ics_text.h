// An iCalendar file as its lines, for changes that leave everything else in it byte for byte as it was:
// properties this program does not know, their order, folding and line ends (RFC 5545 section 3.1).
// A plain value.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace hearth::agent::calendar {

class IcsText {
  public:
    explicit IcsText(const std::string& bytes);

    // The lines BEGIN:… and END:… of a component.
    struct Block {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    // Components of a kind ("VEVENT") anywhere in the file, in order; unfinished ones are left out.
    std::vector<Block> blocks(const std::string& kind) const;

    // The unfolded line of a property that stands directly in the component; empty if there is none.
    std::string line(const Block& block, const std::string& name) const;
    // Its value: what follows the first ":" that is not in quotes.
    std::string value(const Block& block, const std::string& name) const;

    // Puts `text` (whole lines, each ended by CRLF, folded) in place of every direct property of that name;
    // at the end of the direct properties where there was none; removes them where `text` is empty.
    // Keeps `block` right; others must be looked up again.
    void set(Block& block, const std::string& name, const std::string& text);
    void add(Block& block, const std::string& text);
    // Puts whole components in front of a line.
    void insertBefore(std::size_t line, const std::string& text);
    void remove(const Block& block);

    // The block as whole lines.
    std::string text(const Block& block) const;
    std::string text() const;

  private:
    struct Line {
        std::string raw;   // with folds and line end
        std::string name;  // upper case, "DTSTART"
    };
    static std::vector<Line> split(const std::string& bytes);
    static std::string unfolded(const std::string& raw);
    // Indexes of the direct properties of that name.
    std::vector<std::size_t> direct(const Block& block, const std::string& name) const;
    std::size_t endOfProperties(const Block& block) const;
    std::string adapted(const std::string& text) const;

    std::vector<Line> lines_;
    bool crlf_ = true;
};

// A content line without line end → folded at 75 octets, never inside a character, with CRLF at the end.
std::string folded(const std::string& line);

}  // namespace hearth::agent::calendar

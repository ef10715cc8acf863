// Collects what a reader finds into blocks: keeps the path of headings, tidies white space, repairs UTF-8,
// counts offsets and stops at the limit of text. One document, one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rag/document.h"

namespace hearth::rag {

class BlockWriter {
  public:
    using Emit = std::function<void(const Block&)>;

    // `mostText`: bytes of text after which nothing more is taken, and a warning says so.
    BlockWriter(Emit emit, std::uint64_t mostText) : emit_(std::move(emit)), mostText_(mostText) {}

    // A heading of `level` 1 to 6; later blocks stand under it until one of its level or above comes.
    void heading(int level, std::string_view text, const Location& location);
    // Text whose white space does not matter: runs of it become one space.
    void add(BlockKind kind, std::string_view text, const Location& location);
    // Text whose lines matter: code, verse. Only trailing white space goes.
    void addLines(BlockKind kind, std::string_view text, const Location& location);

    void title(std::string_view text);  // the first one counts
    void date(std::int64_t unixSeconds);
    void warn(std::string message);

    // What every later location carries until it is set again; empty: nothing.
    void setPart(std::string part) { part_ = std::move(part); }
    void setMessage(std::string message) { message_ = std::move(message); }
    const std::string& part() const { return part_; }
    // Ends the headings: what follows is another chapter, message or sheet.
    void clearHeadings() { headings_.clear(); }

    bool full() const { return full_; }
    std::uint64_t written() const { return offset_; }
    const std::string& title() const { return title_; }
    std::int64_t date() const { return date_; }
    const std::vector<std::string>& warnings() const { return warnings_; }

  private:
    struct OpenHeading {
        int level;
        std::string text;
    };
    void emit(BlockKind kind, std::string text, int level, const Location& location);

    Emit emit_;
    std::uint64_t mostText_;
    std::uint64_t offset_ = 0;
    bool full_ = false;
    std::vector<OpenHeading> headings_;
    std::vector<std::string> warnings_;
    std::string part_, message_, title_;
    std::int64_t date_ = 0;
};

// White space of any kind, also Unicode's, as single spaces, none at the ends.
std::string tidySpace(std::string_view text);

}  // namespace hearth::rag

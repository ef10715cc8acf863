#include "ingest/table_writer.h"

#include <algorithm>
#include <set>

namespace hearth::rag {

namespace {

constexpr std::size_t longestName = 80;

// Numbers, amounts, dates and times: what stands in cells but not in names of columns.
bool looksLikeValue(const std::string& cell) {
    const auto digits = std::count_if(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits > 0 && static_cast<std::size_t>(digits) * 2 >= cell.size() &&
           !(cell.size() == 4 && digits == 4);  // years do name columns
}

}  // namespace

bool looksLikeNames(const std::vector<std::string>& cells) {
    if (cells.size() < 2) return false;
    std::set<std::string> seen;
    std::size_t filled = 0;
    for (const std::string& cell : cells) {
        if (cell.empty()) continue;
        ++filled;
        if (cell.size() > longestName || looksLikeValue(cell) || !seen.insert(cell).second) return false;
    }
    return filled * 3 >= cells.size() * 2 && filled >= 2;
}

void TableWriter::row(std::vector<std::string> cells, const Location& location, bool heads) {
    for (std::string& cell : cells) cell = tidySpace(cell);
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
    if (cells.empty()) return;
    if (heads && !decided_) {
        names_ = std::move(cells);
        heldAt_ = location;
        held_ = names_;
        holding_ = decided_ = true;  // shown only if no row follows
        return;
    }
    if (!decided_ && !holding_) {
        held_ = std::move(cells);
        heldAt_ = location;
        holding_ = true;
        return;
    }
    if (!decided_) {
        decided_ = true;
        if (looksLikeNames(held_))
            names_ = held_;
        else
            write(held_, heldAt_);
    }
    holding_ = false;
    write(cells, location);
}

void TableWriter::finish() {
    if (!holding_) return;
    holding_ = false;
    names_.clear();
    write(held_, heldAt_);
}

void TableWriter::write(const std::vector<std::string>& cells, const Location& location) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        if (!text.empty()) text += " | ";
        if (i < names_.size() && !names_[i].empty()) text += names_[i] + ": ";
        text += cells[i];
    }
    out_.add(BlockKind::TableRow, text, location);
}

}  // namespace hearth::rag

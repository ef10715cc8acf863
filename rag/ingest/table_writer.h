// Rows of a table as blocks that can be read by themselves: each value behind its column's name. The first
// row is taken for the names where it is marked so or looks so. One table each; one thread.
#pragma once

#include <string>
#include <vector>

#include "ingest/block_writer.h"

namespace hearth::rag {

class TableWriter {
  public:
    explicit TableWriter(BlockWriter& out) : out_(out) {}
    TableWriter(const TableWriter&) = delete;
    TableWriter& operator=(const TableWriter&) = delete;
    ~TableWriter() { finish(); }

    // `heads`: the document itself marks the row as the columns' names.
    void row(std::vector<std::string> cells, const Location& location, bool heads = false);
    void finish();

  private:
    void write(const std::vector<std::string>& cells, const Location& location);

    BlockWriter& out_;
    std::vector<std::string> names_;
    bool decided_ = false;
    bool holding_ = false;
    std::vector<std::string> held_;  // the first row, until the second shows what it is
    Location heldAt_;
};

// Whether a row of these cells, standing first, is the columns' names: words, each of them another.
bool looksLikeNames(const std::vector<std::string>& cells);

}  // namespace hearth::rag

// What ranking by words reads again and again, in memory: where every chunk stands and how long it is, and in
// which chunks a word occurs, which is read from the database when it is first asked for. A copy that
// can be lost. One thread, that of the connection.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "rag/library_store.h"

namespace hearth::rag {

class LibraryDatabase;

struct ChunkRow {
    ChunkId id = 0;
    std::int64_t document = 0;
    std::uint64_t begin = 0;  // in the document's text
    std::uint64_t end = 0;
    std::uint32_t words = 0;  // with its headings
    float usualLength = 0;    // bytes, the mean of the document's chunks

    double middle() const { return static_cast<double>(begin + end) / 2; }
    double length() const { return static_cast<double>(end - begin); }
};

// The rows that a word occurs in, and where: places of rows[i] are places[starts[i], starts[i + 1]), rising.
struct Postings {
    static constexpr std::uint32_t kText = 1u
                                           << 20;  // places from here on are in the text, others in headings

    std::vector<std::uint32_t> rows;  // rising
    std::vector<std::uint32_t> starts = {0};
    std::vector<std::uint32_t> places;

    std::span<const std::uint32_t> placesAt(std::size_t index) const {
        return {places.data() + starts[index], places.data() + starts[index + 1]};
    }
    std::span<const std::uint32_t> placesIn(std::uint32_t row) const;  // empty: it does not occur there
};

class WordIndex {
  public:
    explicit WordIndex(LibraryDatabase& database) : database_(database) {}

    // Brings rows() to what the database has; where that changed, what was read of words is dropped.
    base::Result<void> refresh();
    const std::vector<ChunkRow>& rows() const { return rows_; }  // ids rising; a document's are together
    // Of the row with this id, or behind it the next one.
    std::size_t rowFrom(ChunkId id) const;
    bool has(ChunkId id) const;
    // A mark for each row, 1: the filter lets it through. Empty: it lets all through.
    base::Result<std::vector<std::uint8_t>> allowed(const SearchFilter& filter);
    // Of a stemmed word; valid until refresh().
    base::Result<const Postings*> postings(const std::string& stem);
    LibraryDatabase& database() const { return database_; }

  private:
    void noteUsualLengths();

    LibraryDatabase& database_;
    std::string state_;  // of the database when rows_ was read
    std::vector<ChunkRow> rows_;
    std::unordered_map<std::string, Postings> postings_;
    std::size_t kept_ = 0;  // places in postings_
};

}  // namespace hearth::rag

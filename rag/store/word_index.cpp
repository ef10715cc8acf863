#include "store/word_index.h"

#include <algorithm>
#include <unordered_set>

#include "store/library_database.h"
#include "store/rows.h"

namespace hearth::rag {

using base::Result;

namespace {

constexpr std::size_t kMostPlaces = 8'000'000;  // kept of all words; 4 bytes each

tl::unexpected<base::Error> broken(const base::Error& error) {
    return tl::unexpected<base::Error>(error);
}

}  // namespace

std::span<const std::uint32_t> Postings::placesIn(std::uint32_t row) const {
    const auto at = std::lower_bound(rows.begin(), rows.end(), row);
    if (at == rows.end() || *at != row) return {};
    return placesAt(static_cast<std::size_t>(at - rows.begin()));
}

Result<void> WordIndex::refresh() {
    auto now = database_.wordState();
    if (!now) return broken(now.error());
    if (kept_ > kMostPlaces || *now != state_) {
        postings_.clear();
        kept_ = 0;
    }
    if (*now == state_) return {};
    rows_.clear();
    auto done = database_.eachChunkRow([&](const ChunkRow& row) {
        rows_.push_back(row);
        rows_.back().end = std::max(row.begin, row.end);
    });
    if (!done) return done;
    noteUsualLengths();
    state_ = std::move(*now);
    return {};
}

void WordIndex::noteUsualLengths() {
    for (std::size_t first = 0, end = 0; first < rows_.size(); first = end) {
        double bytes = 0;
        for (; end < rows_.size() && rows_[end].document == rows_[first].document; ++end)
            bytes += rows_[end].length();
        for (std::size_t i = first; i < end; ++i)
            rows_[i].usualLength = static_cast<float>(bytes / static_cast<double>(end - first));
    }
}

std::size_t WordIndex::rowFrom(ChunkId id) const {
    // Where none were removed, ids follow each other.
    const ChunkId guess = rows_.empty() ? -1 : id - rows_.front().id;
    if (guess >= 0 && guess < static_cast<ChunkId>(rows_.size()) &&
        rows_[static_cast<std::size_t>(guess)].id == id)
        return static_cast<std::size_t>(guess);
    const auto at = std::lower_bound(rows_.begin(), rows_.end(), id,
                                     [](const ChunkRow& row, ChunkId wanted) { return row.id < wanted; });
    return static_cast<std::size_t>(at - rows_.begin());
}

bool WordIndex::has(ChunkId id) const {
    const std::size_t row = rowFrom(id);
    return row < rows_.size() && rows_[row].id == id;
}

Result<std::vector<std::uint8_t>> WordIndex::allowed(const SearchFilter& filter) {
    if (filter.empty()) return std::vector<std::uint8_t>{};
    auto statement = database_.prepare("SELECT d.id FROM documents d WHERE " + filterCondition(filter));
    if (statement) bindFilter(*statement, filter, 1);
    std::unordered_set<std::int64_t> documents;
    auto done = eachRow(statement, [&](const Query& row) { documents.insert(row.integer(0)); });
    if (!done) return broken(done.error());
    std::vector<std::uint8_t> out(rows_.size(), 0);
    bool in = false;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (i == 0 || rows_[i].document != rows_[i - 1].document) in = documents.contains(rows_[i].document);
        out[i] = in ? 1 : 0;
    }
    return out;
}

Result<const Postings*> WordIndex::postings(const std::string& stem) {
    if (const auto known = postings_.find(stem); known != postings_.end()) return &known->second;
    Postings read;
    ChunkId last = 0;
    auto done = database_.eachPlace(stem, [&](ChunkId id, std::uint32_t place) {
        if (id != last) {
            const std::size_t row = rowFrom(id);
            if (row == rows_.size() || rows_[row].id != id) return;  // came after refresh()
            last = id;
            read.rows.push_back(static_cast<std::uint32_t>(row));
            read.starts.push_back(read.starts.back());
        }
        read.places.push_back(place);
        ++read.starts.back();
    });
    if (!done) return broken(done.error());
    kept_ += read.places.size();
    return &postings_.emplace(stem, std::move(read)).first->second;
}

}  // namespace hearth::rag

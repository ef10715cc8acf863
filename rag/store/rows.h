// Between rows of the library's tables and values. Pure, or on the thread of the connection.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "rag/library_store.h"
#include "store/library_database.h"

namespace hearth::rag {

// Several short texts in one column.
std::string joinLines(const std::vector<std::string>& lines);
std::vector<std::string> splitLines(const std::string& joined);

std::string locationText(const Location& location);  // JSON; "" where nothing is known
Location locationOf(const std::string& text);

// A condition on the alias `d` of documents, with `?` for each value; "" where the filter is empty.
std::string filterCondition(const SearchFilter& filter);
// Binds its values from `position` on; gives the next position.
int bindFilter(Query& statement, const SearchFilter& filter, int position);

// The columns that readChunk() wants, from chunks c and documents d.
inline constexpr const char* kChunkColumns =
    "c.id, c.document, d.path, c.ordinal, c.kind, c.headings, c.text, c.location, c.tokens, c.begin, "
    "c.\"end\", "
    "c.cut, d.title, CASE d.date WHEN 0 THEN d.modified ELSE d.date END";
StoredChunk readChunk(const Query& row);

// Calls `each` for every row. The first error ends it.
template <typename Each>
base::Result<void> eachRow(base::Result<Query>& statement, const Each& each) {
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    for (;;) {
        const auto row = statement->step();
        if (!row) return tl::unexpected<base::Error>(row.error());
        if (!*row) return {};
        each(*statement);
    }
}

// Calls `each` for every row of a statement that ends in "IN", for these ids; in any order. Ids are numbers:
// they cannot be anything else in the text of a statement.
template <typename Each>
base::Result<void> eachOfIds(LibraryDatabase& database, const std::string& statementUpToIn,
                             std::span<const ChunkId> ids, const Each& each) {
    constexpr std::size_t kAtOnce = 500;
    for (std::size_t at = 0; at < ids.size(); at += kAtOnce) {
        std::string list;
        for (const ChunkId id : ids.subspan(at, std::min(kAtOnce, ids.size() - at)))
            list += (list.empty() ? " (" : ", ") + std::to_string(id);
        auto statement = database.prepare(statementUpToIn + list + ")");
        if (auto done = eachRow(statement, each); !done) return done;
    }
    return {};
}

// The values in the order of their ids; ids without one are left out.
template <typename Value>
std::vector<Value> inOrder(std::unordered_map<ChunkId, Value> values, std::span<const ChunkId> ids) {
    std::vector<Value> out;
    for (const ChunkId id : ids)
        if (const auto found = values.find(id); found != values.end()) out.push_back(found->second);
    return out;
}

}  // namespace hearth::rag

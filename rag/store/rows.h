// Between rows of the library's tables and values. Pure, or on the thread of the connection.
#pragma once

#include <string>
#include <vector>

#include "rag/library_store.h"
#include "rag/sqlite.h"

namespace hearth::rag {

// Several short texts in one column.
std::string joinLines(const std::vector<std::string>& lines);
std::vector<std::string> splitLines(const std::string& joined);

std::string locationText(const Location& location);  // JSON; "" where nothing is known
Location locationOf(const std::string& text);

// A condition on the alias `d` of documents, with `?` for each value; "" where the filter is empty.
std::string filterCondition(const SearchFilter& filter);
// Binds its values from `position` on; gives the next position.
int bindFilter(Statement& statement, const SearchFilter& filter, int position);

// The columns that readChunk() wants, from chunks c and documents d.
inline constexpr const char* kChunkColumns =
    "c.id, c.document, d.path, c.ordinal, c.kind, c.headings, c.text, c.location, c.tokens, c.begin, c.end, "
    "c.cut, d.title, CASE d.date WHEN 0 THEN d.modified ELSE d.date END";
StoredChunk readChunk(const Statement& row);

// Calls `each` for every row. The first error ends it.
template <typename Each>
base::Result<void> eachRow(base::Result<Statement>& statement, const Each& each) {
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    for (;;) {
        const auto row = statement->step();
        if (!row) return tl::unexpected<base::Error>(row.error());
        if (!*row) return {};
        each(*statement);
    }
}

}  // namespace hearth::rag

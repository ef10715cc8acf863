// Finding chunks by their words.
#include <string>

#include "rag/library_store.h"
#include "rag/sqlite.h"
#include "store/rows.h"
#include "store/word_query.h"

namespace hearth::rag {

base::Result<std::vector<ScoredChunk>> LibraryStore::matchWords(std::string_view query, int limit,
                                                                const SearchFilter& filter, bool pairs) {
    std::vector<ScoredChunk> out;
    const std::string words = anyWordQuery(query, pairs);
    if (words.empty()) return out;
    const std::string sql =
        filter.empty()
            ? "SELECT rowid, rank FROM chunk_words WHERE chunk_words MATCH ? ORDER BY rank LIMIT ?"
            : "SELECT chunk_words.rowid, bm25(chunk_words) AS score FROM chunk_words "
              "CROSS JOIN chunks c ON c.id = chunk_words.rowid CROSS JOIN documents d ON d.id = c.document "
              "WHERE chunk_words MATCH ? AND " +
                  filterCondition(filter) + " ORDER BY score LIMIT ?";
    auto statement = database_->prepare(sql);
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    statement->bind(1, words);
    statement->bind(bindFilter(*statement, filter, 2), std::int64_t{limit});
    auto done = eachRow(statement, [&](const Statement& row) {
        out.push_back({row.integer(0), -row.real(1)});  // FTS5 gives better matches lower numbers
    });
    if (!done) return tl::unexpected<base::Error>(done.error());
    return out;
}

}  // namespace hearth::rag

#include "store/conversation_search.h"

#include "rag/word_tokenizer.h"

namespace hearth::app {

namespace {

constexpr char kBegin = '\x02';
constexpr char kEnd = '\x03';

// Takes the marks out of the text that FTS5 gave.
void setSnippet(const std::string& marked, SearchHit& hit) {
    std::size_t begin = 0;
    for (const char c : marked) {
        if (c == kBegin) {
            begin = hit.snippet.size();
        } else if (c == kEnd) {
            hit.marks.emplace_back(begin, hit.snippet.size());
        } else {
            hit.snippet += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
        }
    }
}

base::Result<void> addRows(rag::Database& database, const char* sql, const std::string& words, int limit,
                           std::vector<SearchHit>& out) {
    auto statement = database.prepare(sql);
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    statement->bind(1, words).bind(2, static_cast<std::int64_t>(limit));
    for (;;) {
        auto row = statement->step();
        if (!row) return tl::unexpected<base::Error>(row.error());
        if (!*row) return {};
        SearchHit hit;
        hit.conversation = statement->integer(0);
        hit.title = statement->text(1);
        hit.message = statement->integer(2);
        hit.kind = static_cast<MessageKind>(statement->integer(3));
        hit.createdMs = statement->integer(4);
        setSnippet(statement->text(5), hit);
        out.push_back(std::move(hit));
    }
}

// The full-text table is the outer loop (CROSS JOIN keeps the order) and gives its rows newest first by
// itself, so that no more than `limit` of them are ever looked at, however common a word is.
constexpr const char* kTitles =
    "SELECT c.id, c.title, 0, 0, c.updated_ms, highlight(title_words, 0, char(2), char(3)) "
    "FROM title_words CROSS JOIN conversations c ON c.id = title_words.rowid "
    "WHERE title_words MATCH ?1 AND c.deleted_ms = 0 ORDER BY title_words.rowid DESC LIMIT ?2";
constexpr const char* kMessages =
    "SELECT m.conversation, c.title, m.id, m.kind, m.created_ms, "
    "snippet(message_words, 0, char(2), char(3), '…', 16) "
    "FROM message_words CROSS JOIN messages m ON m.id = message_words.rowid "
    "CROSS JOIN conversations c ON c.id = m.conversation "
    "WHERE message_words MATCH ?1 AND c.deleted_ms = 0 ORDER BY message_words.rowid DESC LIMIT ?2";

}  // namespace

base::Result<std::vector<SearchHit>> searchConversations(rag::Database& database, const std::string& query,
                                                         int limit) {
    std::vector<SearchHit> hits;
    const std::string words = rag::prefixQuery(query);
    if (words.empty() || limit <= 0) return hits;
    for (const char* sql : {kTitles, kMessages}) {
        const int left = limit - static_cast<int>(hits.size());
        if (left <= 0) break;
        if (auto added = addRows(database, sql, words, left, hits); !added)
            return tl::unexpected<base::Error>(added.error());
    }
    return hits;
}

}  // namespace hearth::app

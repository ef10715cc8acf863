// Documents and chunks of the library; words are in word_search.cpp, vectors in vector_table.cpp.
#include "rag/library_store.h"

#include <algorithm>
#include <optional>

#include "store/library_database.h"
#include "store/rows.h"
#include "store/transaction.h"
#include "store/word_index.h"

namespace hearth::rag {

using base::Result;

namespace {

tl::unexpected<base::Error> broken(const base::Error& error) {
    return tl::unexpected<base::Error>(error);
}

constexpr std::size_t kCountsKept = 16;

SearchFilter within(const std::string& folder) {
    SearchFilter filter;
    if (!folder.empty()) filter.folders.push_back(folder);
    return filter;
}

std::string where(const SearchFilter& filter) {
    const std::string condition = filterCondition(filter);
    return condition.empty() ? " WHERE 1 = 1" : " WHERE " + condition;
}

Result<std::int64_t> insertDocument(LibraryDatabase& database, const Document& document,
                                    const std::vector<std::string>& warnings, const SkippedDocument* why) {
    auto insert = database.prepare(
        "INSERT INTO documents(path, hash, kind, title, modified, date, size, skipped, message, warnings) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    if (!insert) return broken(insert.error());
    insert->bind(1, why ? why->path : document.path)
        .bind(2, document.contentHash)
        .bind(3, toString(document.kind))
        .bind(4, document.title)
        .bind(5, document.modified)
        .bind(6, document.date)
        .bind(7, static_cast<std::int64_t>(document.size))
        .bind(8, why ? toString(why->reason) : std::string_view())
        .bind(9, why ? std::string_view(why->message) : std::string_view())
        .bind(10, joinLines(warnings));
    if (auto done = insert->run(); !done) return broken(done.error());
    return database.lastId();
}

Result<void> removePath(LibraryDatabase& database, const std::string& path) {
    auto statement = database.prepare("DELETE FROM documents WHERE path = ?1");
    if (!statement) return broken(statement.error());
    return statement->bind(1, path).run();
}

Result<void> insertChunks(LibraryDatabase& database, std::int64_t document,
                          const std::vector<Chunk>& chunks) {
    auto insert = database.prepare(
        "INSERT INTO chunks(document, ordinal, kind, headings, text, location, tokens, begin, \"end\", cut) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    if (!insert) return broken(insert.error());
    for (const Chunk& chunk : chunks) {
        insert->bind(1, document)
            .bind(2, std::int64_t{chunk.ordinal})
            .bind(3, toString(chunk.kind))
            .bind(4, joinLines(chunk.headings))
            .bind(5, chunk.text)
            .bind(6, locationText(chunk.location))
            .bind(7, std::int64_t{chunk.tokens})
            .bind(8, static_cast<std::int64_t>(chunk.begin))
            .bind(9, static_cast<std::int64_t>(chunk.end))
            .bind(10, std::int64_t{(chunk.beginsInside ? 1 : 0) + (chunk.endsInside ? 2 : 0)});
        if (auto done = insert->run(); !done) return done;
        if (auto done = database.keepWords(joinLines(chunk.headings), chunk.text); !done) return done;
        insert->reset();
    }
    return {};
}

Document readDocument(const Query& row, int column) {
    Document out;
    out.path = row.text(column);
    out.contentHash = row.text(column + 1);
    out.kind = documentKind(row.text(column + 2));
    out.title = row.text(column + 3);
    out.modified = row.integer(column + 4);
    out.date = row.integer(column + 5);
    out.size = static_cast<std::uint64_t>(row.integer(column + 6));
    return out;
}

const std::string kSelectDocuments =
    "SELECT id, path, hash, kind, title, modified, date, size, warnings, summary, "
    "(SELECT count(*) FROM chunks c WHERE c.document = d.id) FROM documents d";

StoredDocument readStored(const Query& row) {
    return {row.integer(0), readDocument(row, 1), static_cast<std::uint32_t>(row.integer(10)),
            splitLines(row.text(8)), row.text(9)};
}

}  // namespace

LibraryStore::LibraryStore(std::unique_ptr<LibraryDatabase> database)
    : database_(std::move(database)), words_(std::make_unique<WordIndex>(*database_)) {}

LibraryStore::~LibraryStore() = default;

Result<std::unique_ptr<LibraryStore>> LibraryStore::open(const std::string& where,
                                                         std::shared_ptr<privacy::Egress> wayOut) {
    auto database =
        isLibraryAddress(where) ? openPostgresLibrary(where, std::move(wayOut)) : openSqliteLibrary(where);
    if (!database) return broken(database.error());
    return std::unique_ptr<LibraryStore>(new LibraryStore(std::move(*database)));
}

bool isLibraryAddress(std::string_view where) {
    return where.starts_with("postgresql://") || where.starts_with("postgres://");
}

const std::string& LibraryStore::path() const {
    return database_->name();
}

Result<std::string> LibraryStore::graphSuffix() {
    return database_->graphSuffix();
}

Result<std::vector<KnownDocument>> LibraryStore::knownUnder(const std::string& folder) {
    const SearchFilter filter = within(folder);
    auto statement =
        database_->prepare("SELECT path, hash, modified, size, skipped FROM documents d" + where(filter));
    if (statement) bindFilter(*statement, filter, 1);
    std::vector<KnownDocument> out;
    auto done = eachRow(statement, [&](const Query& row) {
        out.push_back({row.text(0), row.text(1), row.integer(2), static_cast<std::uint64_t>(row.integer(3)),
                       !row.text(4).empty()});
    });
    if (!done) return broken(done.error());
    return out;
}

Result<void> LibraryStore::put(const ParsedDocument& document, const std::vector<Chunk>& chunks) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return broken(transaction.error());
    if (auto done = removePath(*database_, document.document.path); !done) return done;
    const auto id = insertDocument(*database_, document.document, document.warnings, nullptr);
    if (!id) return broken(id.error());
    if (auto done = insertChunks(*database_, *id, chunks); !done) return done;
    return transaction->commit();
}

Result<void> LibraryStore::moved(const std::string& from, const Document& to) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return broken(transaction.error());
    if (from != to.path)
        if (auto done = removePath(*database_, to.path); !done) return done;
    auto update =
        database_->prepare("UPDATE documents SET path = ?2, modified = ?3, title = ?4 WHERE path = ?1");
    if (!update) return broken(update.error());
    update->bind(1, from).bind(2, to.path).bind(3, to.modified).bind(4, to.title);
    if (auto done = update->run(); !done) return done;
    return transaction->commit();
}

Result<void> LibraryStore::removed(const std::string& path) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return broken(transaction.error());
    if (auto done = removePath(*database_, path); !done) return done;
    return transaction->commit();
}

Result<void> LibraryStore::wipeTraces() {
    return database_->wipeTraces();
}

Result<void> LibraryStore::skipped(const SkippedDocument& why, const Document& file) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return broken(transaction.error());
    if (auto done = removePath(*database_, why.path); !done) return done;
    if (auto id = insertDocument(*database_, file, {}, &why); !id) return broken(id.error());
    return transaction->commit();
}

Result<LibraryCounts> LibraryStore::counts(const std::string& folder) {
    const SearchFilter filter = within(folder.empty() ? "/" : folder);
    auto statement = database_->prepare(
        "SELECT sum(CASE skipped WHEN '' THEN 1 ELSE 0 END), sum(CASE skipped WHEN '' THEN 0 ELSE 1 END), "
        "sum((SELECT count(*) FROM chunks c WHERE c.document = d.id)), "
        "sum(CASE skipped WHEN '' THEN size ELSE 0 END) "
        "FROM documents d" +
        where(filter));
    if (statement) bindFilter(*statement, filter, 1);
    LibraryCounts out;
    auto done = eachRow(statement, [&](const Query& row) {
        out = {row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
    });
    if (!done) return broken(done.error());
    return out;
}

Result<std::vector<StoredDocument>> LibraryStore::documents(const SearchFilter& filter) {
    auto statement = database_->prepare(kSelectDocuments + where(filter) + " AND skipped = '' ORDER BY path");
    if (statement) bindFilter(*statement, filter, 1);
    std::vector<StoredDocument> out;
    auto done = eachRow(statement, [&](const Query& row) { out.push_back(readStored(row)); });
    if (!done) return broken(done.error());
    return out;
}

Result<StoredDocument> LibraryStore::document(std::int64_t id) {
    auto statement = database_->prepare(kSelectDocuments + " WHERE id = ?1 AND skipped = ''");
    if (statement) statement->bind(1, id);
    std::optional<StoredDocument> out;
    auto done = eachRow(statement, [&](const Query& row) { out = readStored(row); });
    if (!done) return broken(done.error());
    if (!out) return base::fail(base::ErrorCode::NotFound, "The document is not in the library any more.");
    return std::move(*out);
}

Result<std::int64_t> LibraryStore::countDocuments(const SearchFilter& filter) {
    const auto version = database_->version();
    if (!version) return broken(version.error());
    if (*version != countedAt_) counted_.clear();
    countedAt_ = *version;
    const auto known = std::find_if(counted_.begin(), counted_.end(),
                                    [&](const auto& counted) { return counted.first == filter; });
    if (known != counted_.end()) return known->second;
    auto statement =
        database_->prepare("SELECT count(*) FROM documents d" + where(filter) + " AND skipped = ''");
    if (statement) bindFilter(*statement, filter, 1);
    std::int64_t out = 0;
    auto done = eachRow(statement, [&](const Query& row) { out = row.integer(0); });
    if (!done) return broken(done.error());
    if (counted_.size() >= kCountsKept) counted_.clear();
    counted_.emplace_back(filter, out);
    return out;
}

Result<std::vector<SkippedDocument>> LibraryStore::skippedUnder(const std::string& folder) {
    const SearchFilter filter = within(folder);
    auto statement = database_->prepare("SELECT path, skipped, message FROM documents d" + where(filter) +
                                        " AND skipped <> '' ORDER BY path");
    if (statement) bindFilter(*statement, filter, 1);
    std::vector<SkippedDocument> out;
    auto done = eachRow(statement, [&](const Query& row) {
        out.push_back({row.text(0), skipReason(row.text(1)), row.text(2)});
    });
    if (!done) return broken(done.error());
    return out;
}

Result<void> LibraryStore::setSummary(std::int64_t document, const std::string& summary) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return broken(transaction.error());
    auto update = database_->prepare("UPDATE documents SET summary = ?2 WHERE id = ?1");
    if (!update) return broken(update.error());
    if (auto done = update->bind(1, document).bind(2, summary).run(); !done) return done;
    return transaction->commit();
}

Result<std::vector<std::int64_t>> LibraryStore::withoutSummary(int limit) {
    auto statement = database_->prepare(
        "SELECT id FROM documents d WHERE summary = '' AND skipped = '' AND EXISTS "
        "(SELECT 1 FROM chunks c WHERE c.document = d.id) ORDER BY id LIMIT ?");
    if (statement) statement->bind(1, std::int64_t{limit});
    std::vector<std::int64_t> out;
    auto done = eachRow(statement, [&](const Query& row) { out.push_back(row.integer(0)); });
    if (!done) return broken(done.error());
    return out;
}

Result<std::vector<StoredChunk>> LibraryStore::chunks(std::span<const ChunkId> ids) {
    std::unordered_map<ChunkId, StoredChunk> found;
    auto done = eachOfIds(*database_,
                          std::string("SELECT ") + kChunkColumns +
                              " FROM chunks c JOIN documents d ON d.id = c.document WHERE c.id IN",
                          ids, [&](const Query& row) { found.emplace(row.integer(0), readChunk(row)); });
    if (!done) return broken(done.error());
    return inOrder(std::move(found), ids);
}

Result<std::vector<StoredChunk>> LibraryStore::chunksOf(std::int64_t document, std::uint32_t first,
                                                        std::uint32_t last) {
    auto statement =
        database_->prepare(std::string("SELECT ") + kChunkColumns +
                           " FROM chunks c JOIN documents d ON d.id = c.document "
                           "WHERE c.document = ?1 AND c.ordinal BETWEEN ?2 AND ?3 ORDER BY c.ordinal");
    if (statement) statement->bind(1, document).bind(2, std::int64_t{first}).bind(3, std::int64_t{last});
    std::vector<StoredChunk> out;
    auto done = eachRow(statement, [&](const Query& row) { out.push_back(readChunk(row)); });
    if (!done) return broken(done.error());
    return out;
}

Result<std::vector<ChunkPlace>> LibraryStore::places(std::span<const ChunkId> ids) {
    std::unordered_map<ChunkId, ChunkPlace> found;
    auto done =
        eachOfIds(*database_, "SELECT id, document, begin, \"end\", kind, text FROM chunks WHERE id IN", ids,
                  [&](const Query& row) {
                      const bool hasNumbers = row.text(4) == toString(BlockKind::TableRow) ||
                                              row.text(5).find_first_of("0123456789") != std::string::npos;
                      found[row.integer(0)] = {row.integer(0), row.integer(1),
                                               static_cast<std::uint64_t>(row.integer(2)),
                                               static_cast<std::uint64_t>(row.integer(3)), hasNumbers};
                  });
    if (!done) return broken(done.error());
    return inOrder(std::move(found), ids);
}

Result<std::vector<ChunkId>> LibraryStore::idsWithin(const SearchFilter& filter) {
    auto statement = database_->prepare("SELECT c.id FROM documents d JOIN chunks c ON c.document = d.id" +
                                        where(filter) + " ORDER BY c.id");
    if (statement) bindFilter(*statement, filter, 1);
    std::vector<ChunkId> out;
    auto done = eachRow(statement, [&](const Query& row) { out.push_back(row.integer(0)); });
    if (!done) return broken(done.error());
    return out;
}

}  // namespace hearth::rag

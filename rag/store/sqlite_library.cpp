// The library in a file of SQLite; its words in FTS5, which triggers keep.
#include "rag/schema.h"
#include "rag/sqlite.h"
#include "store/library_database.h"
#include "store/library_schema.h"
#include "store/rows.h"
#include "store/word_index.h"

namespace hearth::rag {

using base::Result;

namespace {

// The sum of SQLite's variable-length integers (sqlite.org/fileformat2.html, 1.6): sizes of the columns.
std::uint32_t sumOfSizes(std::span<const std::byte> bytes) {
    std::uint32_t sum = 0;
    std::uint32_t number = 0;
    for (const std::byte byte : bytes) {
        const auto value = std::to_integer<std::uint32_t>(byte);
        number = (number << 7) | (value & 0x7f);
        if (value & 0x80) continue;
        sum += number;
        number = 0;
    }
    return sum;
}

class SqliteQuery : public Query::Body {
  public:
    explicit SqliteQuery(Statement statement) : statement_(std::move(statement)) {}
    void bind(int position, std::int64_t value) override { statement_.bind(position, value); }
    void bind(int position, std::string_view text) override { statement_.bind(position, text); }
    void bind(int position, std::span<const std::byte> blob) override { statement_.bind(position, blob); }
    Result<bool> step() override { return statement_.step(); }
    void reset() override { statement_.reset(); }
    std::int64_t integer(int column) const override { return statement_.integer(column); }
    std::string text(int column) const override { return statement_.text(column); }
    std::vector<std::byte> blob(int column) const override {
        const std::span<const std::byte> data = statement_.blob(column);
        return {data.begin(), data.end()};
    }

  private:
    Statement statement_;
};

class SqliteLibrary : public LibraryDatabase {
  public:
    explicit SqliteLibrary(std::unique_ptr<Database> database) : database_(std::move(database)) {}

    Result<Query> prepare(const std::string& sql) override {
        auto statement = database_->prepare(sql);
        if (!statement) return tl::unexpected<base::Error>(statement.error());
        return Query(std::make_unique<SqliteQuery>(std::move(*statement)));
    }
    Result<void> execute(const std::string& sql) override { return database_->execute(sql); }
    Result<void> begin() override { return database_->execute("BEGIN IMMEDIATE"); }
    Result<void> commit() override { return database_->execute("COMMIT"); }
    void rollBack() override {
        (void)database_->execute("ROLLBACK");
    }  // the first error is the one to report
    // Its locks are taken once.
    Result<void> beginReading() override { return database_->execute("SAVEPOINT snapshot"); }
    void endReading() override { (void)database_->execute("RELEASE snapshot"); }  // nothing was written in it
    Result<std::string> version() override { return database_->version(); }
    Result<void> wipeTraces() override { return database_->wipeTraces({"chunk_words"}); }
    Result<std::int64_t> lastId() override { return database_->lastId(); }
    // Without what deletions left free.
    Result<std::int64_t> bytes() override {
        return oneInteger(*this,
                          "SELECT (p.page_count - f.freelist_count) * s.page_size FROM pragma_page_count p, "
                          "pragma_freelist_count f, pragma_page_size s");
    }
    const std::string& name() const override { return database_->path(); }
    Result<std::string> graphSuffix() override { return std::string(); }

    Result<std::vector<StemmedWord>> stemmed(std::string_view text) override {
        return database_->stemmed(text);
    }
    Result<void> keepWords(const std::string&, const std::string&) override { return {}; }
    Result<std::string> wordState() override;
    Result<void> eachChunkRow(const EachChunkRow& each) override;
    Result<void> eachPlace(const std::string& stem, const EachPlace& each) override;
    Result<std::int64_t> countWithPhrase(const std::vector<std::string>& words) override;

  private:
    std::unique_ptr<Database> database_;
};

// What FTS5 keeps of averages (its row 1: the number of rows, and words in each column) changes whenever a
// chunk goes, and the last id that was given whenever one comes.
Result<std::string> SqliteLibrary::wordState() {
    auto statement = prepare(
        "SELECT coalesce((SELECT hex(block) FROM chunk_words_data WHERE id = 1), '') || ' ' || "
        "coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'chunks'), 0)");
    std::string out;
    auto done = eachRow(statement, [&](const Query& row) { out = row.text(0); });
    if (!done) return tl::unexpected<base::Error>(done.error());
    return out;
}

Result<void> SqliteLibrary::eachChunkRow(const EachChunkRow& each) {
    auto statement = prepare(
        "SELECT c.id, c.document, c.begin, c.\"end\", w.sz FROM chunks c INDEXED BY chunk_places "
        "JOIN chunk_words_docsize w ON w.id = c.id ORDER BY c.id");
    return eachRow(statement, [&](const Query& row) {
        each({row.integer(0), row.integer(1), static_cast<std::uint64_t>(row.integer(2)),
              static_cast<std::uint64_t>(row.integer(3)), sumOfSizes(row.blob(4)), 0});
    });
}

Result<void> SqliteLibrary::eachPlace(const std::string& stem, const EachPlace& each) {
    auto create = execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_places USING fts5vocab('main', 'chunk_words', "
        "'instance')");
    if (!create) return create;
    auto statement = prepare("SELECT doc, offset, col FROM temp.word_places WHERE term = ?1");
    if (statement) statement->bind(1, std::string_view(stem));
    return eachRow(statement, [&](const Query& found) {
        const auto place = static_cast<std::uint32_t>(found.integer(1));
        each(found.integer(0), found.text(2) == "text" ? Postings::kText + place : place);
    });
}

Result<std::int64_t> SqliteLibrary::countWithPhrase(const std::vector<std::string>& words) {
    std::string phrase;
    for (const std::string& word : words) phrase += (phrase.empty() ? "\"" : " ") + word;
    auto statement = prepare("SELECT count(*) FROM chunk_words WHERE chunk_words MATCH ?");
    if (statement) statement->bind(1, std::string_view(phrase + "\""));
    std::int64_t out = 0;
    auto done = eachRow(statement, [&](const Query& row) { out = row.integer(0); });
    if (!done) return tl::unexpected<base::Error>(done.error());
    return out;
}

}  // namespace

Result<std::int64_t> oneInteger(LibraryDatabase& database, const std::string& sql) {
    auto statement = database.prepare(sql);
    std::int64_t out = 0;
    auto done = eachRow(statement, [&](const Query& row) { out = row.integer(0); });
    if (!done) return tl::unexpected<base::Error>(done.error());
    return out;
}

Result<std::unique_ptr<LibraryDatabase>> openSqliteLibrary(const std::string& path) {
    auto database = Database::open(path, "document index");
    if (!database) return tl::unexpected<base::Error>(database.error());
    if (auto done = migrate(**database, librarySchema()); !done)
        return tl::unexpected<base::Error>(done.error());
    // A power cut may take the last calls with it, whole: the files are still there to be read again.
    if (auto done = (*database)->execute("PRAGMA synchronous=NORMAL"); !done)
        return tl::unexpected<base::Error>(done.error());
    return std::make_unique<SqliteLibrary>(std::move(*database));
}

}  // namespace hearth::rag

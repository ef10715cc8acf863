// The library in a database of PostgreSQL, for several machines.
#include <charconv>
#include <functional>
#include <optional>

#include "rag/sqlite.h"
#include "store/library_database.h"
#include "store/postgres/connection.h"
#include "store/postgres/schema.h"
#include "store/postgres/word_vector.h"
#include "store/rows.h"
#include "store/word_index.h"

namespace hearth::rag {

using base::Result;

namespace postgres {
namespace {

// SQLite's "?3" and "?" as PostgreSQL's "$3"; a bare one is the one after the last.
std::string numbered(const std::string& sql) {
    std::string out;
    int last = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < sql.size(); ++at) {
        if (sql[at] == '\'') quoted = !quoted;
        if (quoted || sql[at] != '?') {
            out += sql[at];
            continue;
        }
        int number = last + 1;
        const auto read = std::from_chars(sql.data() + at + 1, sql.data() + sql.size(), number);
        at = static_cast<std::size_t>(read.ptr - sql.data()) - 1;
        last = std::max(last, number);
        out += "$" + std::to_string(number);
    }
    return out;
}

class PostgresQuery : public Query::Body {
  public:
    PostgresQuery(Connection& connection, const std::string& sql)
        : connection_(connection), sql_(numbered(sql)) {}

    void bind(int position, std::int64_t value) override {
        values_.set(position, std::to_string(value), Values::Kind::Integer);
    }
    void bind(int position, std::string_view text) override {
        values_.set(position, storable(text), Values::Kind::Text);
    }
    void bind(int position, std::span<const std::byte> blob) override {
        values_.set(position, std::string(reinterpret_cast<const char*>(blob.data()), blob.size()),
                    Values::Kind::Bytes);
    }
    Result<bool> step() override {
        if (!rows_) {
            auto rows = connection_.ask(sql_, values_);
            if (!rows) return tl::unexpected<base::Error>(rows.error());
            rows_ = std::move(*rows);
            row_ = -1;
        }
        return ++row_ < PQntuples(rows_.get());
    }
    void reset() override { rows_.reset(); }
    std::int64_t integer(int column) const override { return integerAt(rows_.get(), row_, column); }
    std::string text(int column) const override { return textAt(rows_.get(), row_, column); }
    std::vector<std::byte> blob(int column) const override { return bytesAt(rows_.get(), row_, column); }

  private:
    Connection& connection_;
    std::string sql_;
    Values values_;
    Rows rows_{nullptr, &PQclear};
    int row_ = -1;
};

class PostgresLibrary : public LibraryDatabase {
  public:
    PostgresLibrary(std::unique_ptr<Connection> connection, std::unique_ptr<Database> tokenizer)
        : connection_(std::move(connection)), tokenizer_(std::move(tokenizer)) {}

    Result<Query> prepare(const std::string& sql) override {
        return Query(std::make_unique<PostgresQuery>(*connection_, sql));
    }
    Result<void> execute(const std::string& sql) override { return connection_->execute(sql); }
    Result<void> begin() override { return connection_->begin(); }
    Result<void> commit() override { return connection_->commit(); }
    void rollBack() override { connection_->rollBack(); }
    Result<void> beginReading() override;
    void endReading() override;
    Result<std::string> version() override { return changedBy("documents"); }
    Result<void> wipeTraces() override {
        return connection_->execute("VACUUM documents, chunks, chunk_words, vectors");
    }
    Result<std::int64_t> lastId() override { return oneInteger(*this, "SELECT lastval()"); }
    Result<std::int64_t> bytes() override {
        return oneInteger(*this,
                          "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c JOIN pg_namespace n ON "
                          "n.oid = c.relnamespace WHERE n.nspname = 'hearth' AND c.relkind = 'r'");
    }
    const std::string& name() const override { return connection_->name(); }
    Result<std::string> graphSuffix() override;

    Result<std::vector<StemmedWord>> stemmed(std::string_view text) override {
        return tokenizer_->stemmed(storable(text));
    }
    Result<void> keepWords(const std::string& headings, const std::string& text) override;
    Result<std::string> wordState() override { return changedBy("words"); }
    Result<void> eachChunkRow(const EachChunkRow& each) override;
    Result<void> eachPlace(const std::string& stem, const EachPlace& each) override;
    Result<std::int64_t> countWithPhrase(const std::vector<std::string>& words) override;

  private:
    Result<std::string> changedBy(const char* what);

    std::unique_ptr<Connection> connection_;
    int readers_ = 0;                      // snapshots that live
    bool ownTransaction_ = false;          // they have one of their own
    std::unique_ptr<Database> tokenizer_;  // empty, and in memory: it has the tokenizer of a file
};

// Of the address and of the tables: those of a library that was made anew number their chunks anew.
Result<std::string> PostgresLibrary::graphSuffix() {
    const auto tables = oneInteger(*this, "SELECT oid::bigint FROM pg_namespace WHERE nspname = 'hearth'");
    if (!tables) return tl::unexpected<base::Error>(tables.error());
    return "." + std::to_string(std::hash<std::string>{}(name() + " " + std::to_string(*tables)));
}

Result<void> PostgresLibrary::keepWords(const std::string& headings, const std::string& text) {
    const auto above = stemmed(headings);
    if (!above) return tl::unexpected<base::Error>(above.error());
    const auto within = stemmed(text);
    if (!within) return tl::unexpected<base::Error>(within.error());
    auto insert = prepare(
        "INSERT INTO chunk_words(chunk, headings, length, words) VALUES(lastval(), ?1, ?2, ?3::tsvector)");
    insert->bind(1, static_cast<std::int64_t>(above->size()))
        .bind(2, static_cast<std::int64_t>(above->size() + within->size()))
        .bind(3, std::string_view(wordVector(*above, *within)));
    return insert->run();
}

Result<void> PostgresLibrary::beginReading() {
    if (readers_ == 0 && !connection_->inTransaction()) {
        if (auto begun = connection_->beginReading(); !begun) return begun;
        ownTransaction_ = true;
    }
    ++readers_;
    return {};
}

void PostgresLibrary::endReading() {
    if (--readers_ == 0 && std::exchange(ownTransaction_, false)) connection_->rollBack();
}

Result<std::string> PostgresLibrary::changedBy(const char* what) {
    const auto last = oneInteger(*this, std::string("SELECT ") + what + " FROM changes");
    if (!last) return tl::unexpected<base::Error>(last.error());
    return "changed by " + std::to_string(*last);
}

Result<void> PostgresLibrary::eachChunkRow(const EachChunkRow& each) {
    auto statement = prepare(
        "SELECT c.id, c.document, c.begin, c.\"end\", w.length FROM chunks c JOIN chunk_words w ON w.chunk = "
        "c.id ORDER BY c.id");
    return eachRow(statement, [&](const Query& row) {
        each({row.integer(0), row.integer(1), static_cast<std::uint64_t>(row.integer(2)),
              static_cast<std::uint64_t>(row.integer(3)), static_cast<std::uint32_t>(row.integer(4)), 0});
    });
}

Result<void> PostgresLibrary::eachPlace(const std::string& stem, const EachPlace& each) {
    auto statement = prepare(
        "SELECT w.chunk, w.headings, word.positions FROM chunk_words w, unnest(w.words) word "
        "WHERE w.words @@ ?1::tsquery AND word.lexeme = ?2 ORDER BY w.chunk");
    statement->bind(1, std::string_view(phraseQuery({{stem, 0, 0}}))).bind(2, std::string_view(stem));
    return eachRow(statement, [&](const Query& row) {
        const auto headings = static_cast<std::uint32_t>(row.integer(1));
        for (const std::uint32_t position : numbersIn(row.text(2)))
            each(row.integer(0), placeAt(position, headings));
    });
}

Result<std::int64_t> PostgresLibrary::countWithPhrase(const std::vector<std::string>& words) {
    std::string phrase;
    for (const std::string& word : words) phrase += word + " ";
    const auto stems = stemmed(phrase);
    if (!stems) return tl::unexpected<base::Error>(stems.error());
    if (stems->empty()) return 0;
    auto statement = prepare("SELECT count(*) FROM chunk_words WHERE words @@ ?1::tsquery");
    statement->bind(1, std::string_view(phraseQuery(*stems)));
    std::int64_t out = 0;
    auto done = eachRow(statement, [&](const Query& row) { out = row.integer(0); });
    if (!done) return tl::unexpected<base::Error>(done.error());
    return out;
}

}  // namespace
}  // namespace postgres

Result<std::unique_ptr<LibraryDatabase>> openPostgresLibrary(const std::string& address,
                                                             std::shared_ptr<privacy::Egress> wayOut) {
    auto connection = postgres::Connection::open(address, std::move(wayOut));
    if (!connection) return tl::unexpected<base::Error>(connection.error());
    if (auto done = postgres::migrate(**connection); !done) return tl::unexpected<base::Error>(done.error());
    auto tokenizer = Database::open(":memory:", "words");
    if (!tokenizer) return tl::unexpected<base::Error>(tokenizer.error());
    return std::make_unique<postgres::PostgresLibrary>(std::move(*connection), std::move(*tokenizer));
}

std::string otherMachineOf(const std::string& where) {
    if (!isLibraryAddress(where)) return {};
    const auto address = postgres::readAddress(where);
    return address && address->otherMachine ? address->host : std::string();
}

std::string shownAddress(const std::string& where) {
    if (!isLibraryAddress(where)) return where;
    const auto address = postgres::readAddress(where);
    return address ? address->shown : "postgresql://…";
}

}  // namespace hearth::rag

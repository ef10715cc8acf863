#include "store/postgres/schema.h"

#include <array>

namespace hearth::rag::postgres {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::array<const char*, 1> kSteps = {
    // 1: as library_schema.cpp has it after its step 3. Paths are compared byte by byte, as a file does it.
    // The words of a chunk are those of the tokenizer that a file has too: Hearth gives them. Vectors are
    // bytes: pgvector is no part of Debian 12, and the graph that finds them is each machine's own.
    R"sql(
CREATE TABLE documents(
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, path TEXT COLLATE "C" NOT NULL UNIQUE,
  hash TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, modified BIGINT NOT NULL, date BIGINT NOT NULL,
  size BIGINT NOT NULL, skipped TEXT NOT NULL DEFAULT '', message TEXT NOT NULL DEFAULT '',
  warnings TEXT NOT NULL DEFAULT '', summary TEXT NOT NULL DEFAULT '');
CREATE INDEX documents_by_hash ON documents(hash);
CREATE TABLE chunks(
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  document BIGINT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  ordinal BIGINT NOT NULL, kind TEXT NOT NULL, headings TEXT NOT NULL, text TEXT NOT NULL,
  location TEXT NOT NULL, tokens BIGINT NOT NULL, begin BIGINT NOT NULL, "end" BIGINT NOT NULL,
  cut BIGINT NOT NULL);
CREATE UNIQUE INDEX chunks_of ON chunks(document, ordinal);
CREATE TABLE chunk_words(
  chunk BIGINT PRIMARY KEY REFERENCES chunks(id) ON DELETE CASCADE,
  headings BIGINT NOT NULL, length BIGINT NOT NULL, words TSVECTOR NOT NULL);
CREATE INDEX chunks_with_word ON chunk_words USING gin(words);
CREATE TABLE models(
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT NOT NULL UNIQUE, width BIGINT NOT NULL,
  form TEXT NOT NULL, answering BIGINT NOT NULL DEFAULT 0);
CREATE TABLE vectors(
  model BIGINT NOT NULL REFERENCES models(id) ON DELETE CASCADE,
  chunk BIGINT NOT NULL REFERENCES chunks(id) ON DELETE CASCADE,
  data BYTEA NOT NULL, PRIMARY KEY(model, chunk));
CREATE INDEX vectors_of_chunk ON vectors(chunk);
CREATE TABLE folders(
  path TEXT COLLATE "C" PRIMARY KEY, exclude TEXT NOT NULL, hidden BIGINT NOT NULL, added BIGINT NOT NULL,
  changed BIGINT NOT NULL DEFAULT 0);

-- The transactions in which words and documents came, changed or went last; one row.
CREATE TABLE changes(words BIGINT NOT NULL, documents BIGINT NOT NULL);
INSERT INTO changes VALUES(0, 0);
CREATE FUNCTION note_words() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN
  UPDATE hearth.changes SET words = pg_current_xact_id()::text::bigint
    WHERE words <> pg_current_xact_id()::text::bigint;
  RETURN NULL; END $$;
CREATE FUNCTION note_documents() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN
  UPDATE hearth.changes SET documents = pg_current_xact_id()::text::bigint
    WHERE documents <> pg_current_xact_id()::text::bigint;
  RETURN NULL; END $$;
CREATE TRIGGER words_changed AFTER INSERT OR DELETE ON chunk_words
  FOR EACH STATEMENT EXECUTE FUNCTION note_words();
CREATE TRIGGER documents_changed AFTER INSERT OR UPDATE OR DELETE ON documents
  FOR EACH STATEMENT EXECUTE FUNCTION note_documents();
)sql"};
constexpr auto kNewest = static_cast<std::int64_t>(kSteps.size());

constexpr const char* kFirst = R"sql(
CREATE SCHEMA IF NOT EXISTS hearth;
CREATE TABLE IF NOT EXISTS hearth.version(version BIGINT NOT NULL);
INSERT INTO hearth.version SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM hearth.version);
)sql";

Result<std::int64_t> numberOf(Connection& connection, const char* sql) {
    const auto rows = connection.ask(sql, {});
    if (!rows) return tl::unexpected<base::Error>(rows.error());
    return PQntuples(rows->get()) > 0 ? integerAt(rows->get(), 0, 0) : 0;
}

// 0: there are no tables yet. Looked at first, for whoever may only read may not make what is there either.
Result<std::int64_t> versionNow(Connection& connection) {
    const auto there = numberOf(connection,
                                "SELECT count(*) FROM pg_tables WHERE schemaname = 'hearth' AND tablename = "
                                "'version'");
    if (!there || *there == 0) return there;
    const auto version = numberOf(connection, "SELECT version FROM hearth.version");
    if (version && *version > kNewest)
        return fail(ErrorCode::Unsupported,
                    "This library was made by a newer Hearth (form " + std::to_string(*version) +
                        "; this one knows up to " + std::to_string(kNewest) +
                        "). Nothing was changed. Install the newer Hearth here too.",
                    connection.name());
    return version;
}

Result<void> climb(Connection& connection) {
    if (auto done = connection.execute(kFirst); !done) return done;
    const auto version = versionNow(connection);
    if (!version) return tl::unexpected<base::Error>(version.error());
    for (auto step = static_cast<std::size_t>(*version); step < kSteps.size(); ++step)
        if (auto done = connection.execute(kSteps[step]); !done) return done;
    return connection.execute("UPDATE hearth.version SET version = " + std::to_string(kNewest));
}

}  // namespace

Result<void> migrate(Connection& connection) {
    const auto server = numberOf(connection, "SHOW server_version_num");
    if (!server) return tl::unexpected<base::Error>(server.error());
    if (*server < 130000)
        return fail(ErrorCode::Unsupported, "The library's server is older than PostgreSQL 13.",
                    connection.name());
    const auto version = versionNow(connection);
    if (!version) return tl::unexpected<base::Error>(version.error());
    if (*version == kNewest) return {};
    auto done = connection.begin();
    if (done) done = climb(connection);
    if (done) done = connection.commit();
    if (!done) connection.rollBack();
    return done;
}

}  // namespace hearth::rag::postgres

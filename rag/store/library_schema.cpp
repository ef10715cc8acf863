#include "store/library_schema.h"

#include <array>

namespace hearth::rag {
namespace {

constexpr std::array<const char*, 3> kSteps = {
    // 1: documents, chunks with their words, and vectors. Ids of chunks are never used again, so that a graph
    // that was saved before a crash can be compared with what is here.
    R"sql(
CREATE TABLE documents(
  id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, kind TEXT NOT NULL,
  title TEXT NOT NULL, modified INTEGER NOT NULL, date INTEGER NOT NULL, size INTEGER NOT NULL,
  skipped TEXT NOT NULL DEFAULT '', message TEXT NOT NULL DEFAULT '', warnings TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '');
CREATE INDEX documents_by_hash ON documents(hash);
CREATE TABLE chunks(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, kind TEXT NOT NULL, headings TEXT NOT NULL, text TEXT NOT NULL,
  location TEXT NOT NULL, tokens INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL,
  cut INTEGER NOT NULL);
CREATE UNIQUE INDEX chunks_of ON chunks(document, ordinal);
CREATE VIRTUAL TABLE chunk_words USING fts5(headings, text, content='chunks', content_rowid='id',
  tokenize='porter hearth');
CREATE TRIGGER chunks_added AFTER INSERT ON chunks BEGIN
  INSERT INTO chunk_words(rowid, headings, text) VALUES(new.id, new.headings, new.text); END;
CREATE TRIGGER chunks_removed AFTER DELETE ON chunks BEGIN
  INSERT INTO chunk_words(chunk_words, rowid, headings, text)
  VALUES('delete', old.id, old.headings, old.text); END;
CREATE TABLE models(
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, width INTEGER NOT NULL,
  form TEXT NOT NULL, answering INTEGER NOT NULL DEFAULT 0);
CREATE TABLE vectors(
  model INTEGER NOT NULL REFERENCES models(id) ON DELETE CASCADE,
  chunk INTEGER NOT NULL REFERENCES chunks(id) ON DELETE CASCADE,
  data BLOB NOT NULL, PRIMARY KEY(model, chunk)) WITHOUT ROWID;
CREATE INDEX vectors_of_chunk ON vectors(chunk);
)sql",
    // 2: which folders the user gave.
    R"sql(
CREATE TABLE folders(
  path TEXT PRIMARY KEY, exclude TEXT NOT NULL, hidden INTEGER NOT NULL, added INTEGER NOT NULL,
  changed INTEGER NOT NULL DEFAULT 0);
)sql",
    // 3: where chunks stand can be read without their texts.
    "CREATE INDEX chunk_places ON chunks(id, document, begin, end);"};

}  // namespace

std::span<const char* const> librarySchema() {
    return kSteps;
}

}  // namespace hearth::rag

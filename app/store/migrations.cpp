#include "store/migrations.h"

#include <array>

#include "rag/schema.h"

namespace hearth::app {
namespace {

// Index i leads from version i to i + 1.
constexpr std::array<const char*, 5> kSteps = {
    // 1: conversations as trees of messages.
    R"sql(
CREATE TABLE conversations(
  id INTEGER PRIMARY KEY, title TEXT NOT NULL, created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL,
  pinned INTEGER NOT NULL DEFAULT 0, leaf INTEGER NOT NULL DEFAULT 0);
CREATE TABLE messages(
  id INTEGER PRIMARY KEY,
  conversation INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
  parent INTEGER NOT NULL, kind INTEGER NOT NULL, state INTEGER NOT NULL, text TEXT NOT NULL,
  model TEXT NOT NULL, error TEXT NOT NULL, created_ms INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX messages_of ON messages(conversation, id);
)sql",
    // 2: words of messages can be found. The index follows the table by triggers.
    R"sql(
CREATE VIRTUAL TABLE message_words USING fts5(text, content='messages', content_rowid='id',
  tokenize='unicode61 remove_diacritics 2');
INSERT INTO message_words(rowid, text) SELECT id, text FROM messages;
CREATE TRIGGER messages_added AFTER INSERT ON messages BEGIN
  INSERT INTO message_words(rowid, text) VALUES(new.id, new.text); END;
CREATE TRIGGER messages_removed AFTER DELETE ON messages BEGIN
  INSERT INTO message_words(message_words, rowid, text) VALUES('delete', old.id, old.text); END;
CREATE TRIGGER messages_changed AFTER UPDATE OF text ON messages BEGIN
  INSERT INTO message_words(message_words, rowid, text) VALUES('delete', old.id, old.text);
  INSERT INTO message_words(rowid, text) VALUES(new.id, new.text); END;
)sql",
    // 3: titles that the user gave stay; deleted conversations can be brought back for a while; titles can be
    // found too; words of languages without spaces are found (see word_tokenizer.h).
    R"sql(
ALTER TABLE conversations ADD COLUMN named INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN deleted_ms INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER messages_added; DROP TRIGGER messages_removed; DROP TRIGGER messages_changed;
DROP TABLE message_words;
CREATE VIRTUAL TABLE message_words USING fts5(text, content='messages', content_rowid='id',
  tokenize='hearth', prefix='1 2 3');
INSERT INTO message_words(message_words) VALUES('rebuild');
CREATE TRIGGER messages_added AFTER INSERT ON messages BEGIN
  INSERT INTO message_words(rowid, text) VALUES(new.id, new.text); END;
CREATE TRIGGER messages_removed AFTER DELETE ON messages BEGIN
  INSERT INTO message_words(message_words, rowid, text) VALUES('delete', old.id, old.text); END;
CREATE TRIGGER messages_changed AFTER UPDATE OF text ON messages WHEN new.text <> old.text BEGIN
  INSERT INTO message_words(message_words, rowid, text) VALUES('delete', old.id, old.text);
  INSERT INTO message_words(rowid, text) VALUES(new.id, new.text); END;
CREATE VIRTUAL TABLE title_words USING fts5(title, content='conversations', content_rowid='id',
  tokenize='hearth', prefix='1 2 3');
INSERT INTO title_words(title_words) VALUES('rebuild');
CREATE TRIGGER titles_added AFTER INSERT ON conversations BEGIN
  INSERT INTO title_words(rowid, title) VALUES(new.id, new.title); END;
CREATE TRIGGER titles_removed AFTER DELETE ON conversations BEGIN
  INSERT INTO title_words(title_words, rowid, title) VALUES('delete', old.id, old.title); END;
CREATE TRIGGER titles_changed AFTER UPDATE OF title ON conversations WHEN new.title <> old.title BEGIN
  INSERT INTO title_words(title_words, rowid, title) VALUES('delete', old.id, old.title);
  INSERT INTO title_words(rowid, title) VALUES(new.id, new.title); END;
)sql",
    // 4: whether a larger model elsewhere may answer in a conversation.
    R"sql(
ALTER TABLE conversations ADD COLUMN remote INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN remote_agreed INTEGER NOT NULL DEFAULT 0;
)sql",
    // 5: what a conversation searches, as JSON; empty: as new ones do.
    "ALTER TABLE conversations ADD COLUMN documents TEXT NOT NULL DEFAULT '';"};

}  // namespace

int newestSchema() {
    return static_cast<int>(kSteps.size());
}

base::Result<void> migrate(rag::Database& database, int target) {
    return rag::migrate(database, kSteps, target);
}

}  // namespace hearth::app

#include "store/migrations.h"

#include <array>

namespace hearth::app {
namespace {

// Index i leads from version i to i + 1.
constexpr std::array<const char*, 2> kSteps = {
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
)sql"};

base::Result<int> schemaVersion(Database& database) {
    auto statement = database.prepare("PRAGMA user_version");
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    auto row = statement->step();
    if (!row) return tl::unexpected<base::Error>(row.error());
    return static_cast<int>(statement->integer(0));
}

}  // namespace

int newestSchema() {
    return static_cast<int>(kSteps.size());
}

base::Result<void> migrate(Database& database, int target) {
    if (target == 0) target = newestSchema();
    auto version = schemaVersion(database);
    if (!version) return tl::unexpected<base::Error>(version.error());
    if (*version > newestSchema())
        return base::fail(base::ErrorCode::Unsupported,
                          "These conversations were saved by a newer Hearth (form " +
                              std::to_string(*version) + "; this one knows up to " +
                              std::to_string(newestSchema()) +
                              "). Nothing was changed. Install the newer Hearth to open them.",
                          database.path());
    if (*version > 0 && *version < target) {
        auto kept = database.copyTo(database.path() + ".v" + std::to_string(*version) + ".backup");
        if (!kept) return kept;
    }
    for (int step = *version; step < target; ++step) {
        const std::string sql = "BEGIN IMMEDIATE;" + std::string(kSteps.at(static_cast<std::size_t>(step))) +
                                "PRAGMA user_version=" + std::to_string(step + 1) + ";COMMIT;";
        if (auto done = database.execute(sql); !done) {
            const base::Error error = done.error();
            (void)database.execute("ROLLBACK");  // the first error is the one to report
            return tl::unexpected<base::Error>(error);
        }
    }
    return {};
}

}  // namespace hearth::app

#include "privacy/audit_log.h"

namespace hearth::privacy {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

const std::vector<std::string> kSteps = {
    "CREATE TABLE actions("
    "id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, action_id TEXT NOT NULL, tool TEXT NOT "
    "NULL,"
    "arguments TEXT NOT NULL, summary TEXT NOT NULL, automatic INTEGER NOT NULL, state INTEGER NOT NULL,"
    "outcome TEXT NOT NULL DEFAULT '', link TEXT NOT NULL DEFAULT '', undo_token TEXT NOT NULL DEFAULT '',"
    "undone INTEGER NOT NULL DEFAULT 0, undone_time INTEGER NOT NULL DEFAULT 0)",
};

std::int64_t number(AuditEntry::State state) {
    return static_cast<std::int64_t>(state);
}

AuditEntry fromRow(const SqlRow& row) {
    AuditEntry entry;
    entry.id = integerOf(row[0]);
    entry.time = integerOf(row[1]);
    entry.actionId = textOf(row[2]);
    entry.tool = textOf(row[3]);
    entry.arguments = textOf(row[4]);
    entry.summary = textOf(row[5]);
    entry.automatic = integerOf(row[6]) != 0;
    entry.state = static_cast<AuditEntry::State>(integerOf(row[7]));
    entry.outcome = textOf(row[8]);
    entry.link = textOf(row[9]);
    entry.undoToken = textOf(row[10]);
    entry.undone = integerOf(row[11]) != 0;
    entry.undoneTime = integerOf(row[12]);
    return entry;
}

}  // namespace

Result<AuditLog> AuditLog::open(const std::filesystem::path& file) {
    auto database = Database::open(file);
    if (!database) return tl::unexpected(database.error());
    if (auto migrated = database->migrate("audit", kSteps); !migrated)
        return tl::unexpected(migrated.error());
    return AuditLog(std::move(*database));
}

Result<std::int64_t> AuditLog::begin(const AuditEntry& entry) {
    return database_.insert(
        "INSERT INTO actions(time, action_id, tool, arguments, summary, automatic, state) "
        "VALUES(?, ?, ?, ?, ?, ?, ?)",
        {entry.time, entry.actionId, entry.tool, entry.arguments, entry.summary,
         std::int64_t{entry.automatic ? 1 : 0}, number(AuditEntry::State::Begun)});
}

Result<void> AuditLog::complete(std::int64_t id, AuditEntry::State state, const std::string& outcome,
                                const std::string& link, const std::string& undoToken) {
    auto done = database_.query(
        "UPDATE actions SET state = ?, outcome = ?, link = ?, undo_token = ? WHERE id = ? AND state = 0",
        {number(state), outcome, link, undoToken, id});
    if (!done) return tl::unexpected(done.error());
    return {};
}

Result<void> AuditLog::markUndone(std::int64_t id, std::int64_t time) {
    auto done = database_.query("UPDATE actions SET undone = 1, undone_time = ? WHERE id = ?", {time, id});
    if (!done) return tl::unexpected(done.error());
    return {};
}

Result<void> AuditLog::markStanding(std::int64_t id) {
    auto done = database_.query("UPDATE actions SET undone = 0, undone_time = 0 WHERE id = ?", {id});
    if (!done) return tl::unexpected(done.error());
    return {};
}

Result<std::vector<AuditEntry>> AuditLog::rows(const std::string& tail, const SqlRow& parameters) {
    auto found = database_.query(
        "SELECT id, time, action_id, tool, arguments, summary, automatic, state, outcome, link, undo_token, "
        "undone, undone_time FROM actions " +
            tail,
        parameters);
    if (!found) return tl::unexpected(found.error());
    std::vector<AuditEntry> entries;
    for (const SqlRow& row : *found) entries.push_back(fromRow(row));
    return entries;
}

Result<AuditEntry> AuditLog::find(std::int64_t id) {
    auto found = rows("WHERE id = ?", {id});
    if (!found) return tl::unexpected(found.error());
    if (found->empty())
        return fail(ErrorCode::NotFound, "The log has no such action", "action " + std::to_string(id));
    return found->front();
}

Result<std::vector<AuditEntry>> AuditLog::list(int limit, int offset, const std::string& tool) {
    return rows("WHERE ? = '' OR tool = ? ORDER BY id DESC LIMIT ? OFFSET ?",
                {tool, tool, std::int64_t{limit}, std::int64_t{offset}});
}

Result<std::vector<AuditEntry>> AuditLog::unfinished() {
    return rows("WHERE state = 0 ORDER BY id", {});
}

Result<void> AuditLog::forgetBefore(std::int64_t time) {
    auto done = database_.query("DELETE FROM actions WHERE time < ? AND state <> 0", {time});
    if (!done) return tl::unexpected(done.error());
    return {};
}

}  // namespace hearth::privacy

#include "privacy/egress_log.h"

namespace hearth::privacy {

using base::Result;

namespace {

const std::vector<std::string> kSteps = {
    "CREATE TABLE requests("
    "id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, purpose TEXT NOT NULL, host TEXT NOT NULL,"
    "method TEXT NOT NULL, sent TEXT NOT NULL, bytes_sent INTEGER NOT NULL DEFAULT 0,"
    "bytes_received INTEGER NOT NULL DEFAULT 0, status INTEGER NOT NULL DEFAULT 0,"
    "outcome TEXT NOT NULL DEFAULT '')",
};

EgressEntry fromRow(const SqlRow& row) {
    EgressEntry entry;
    entry.id = integerOf(row[0]);
    entry.time = integerOf(row[1]);
    entry.purpose = textOf(row[2]);
    entry.host = textOf(row[3]);
    entry.method = textOf(row[4]);
    entry.sent = textOf(row[5]);
    entry.bytesSent = integerOf(row[6]);
    entry.bytesReceived = integerOf(row[7]);
    entry.status = static_cast<int>(integerOf(row[8]));
    entry.outcome = textOf(row[9]);
    return entry;
}

}  // namespace

Result<EgressLog> EgressLog::open(const std::filesystem::path& file) {
    auto database = Database::open(file);
    if (!database) return tl::unexpected(database.error());
    if (auto migrated = database->migrate("egress", kSteps); !migrated)
        return tl::unexpected(migrated.error());
    return EgressLog(std::move(*database));
}

Result<std::int64_t> EgressLog::begin(const EgressEntry& entry) {
    return database_.insert("INSERT INTO requests(time, purpose, host, method, sent) VALUES(?, ?, ?, ?, ?)",
                            {entry.time, entry.purpose, entry.host, entry.method, entry.sent});
}

Result<void> EgressLog::complete(const EgressEntry& entry) {
    auto done = database_.query(
        "UPDATE requests SET bytes_sent = ?, bytes_received = ?, status = ?, outcome = ? WHERE id = ?",
        {entry.bytesSent, entry.bytesReceived, std::int64_t{entry.status}, entry.outcome, entry.id});
    if (!done) return tl::unexpected(done.error());
    return {};
}

Result<std::vector<EgressEntry>> EgressLog::list(int limit, int offset, const std::string& purpose) {
    auto rows = database_.query(
        "SELECT id, time, purpose, host, method, sent, bytes_sent, bytes_received, status, outcome "
        "FROM requests WHERE ? = '' OR purpose = ? ORDER BY id DESC LIMIT ? OFFSET ?",
        {purpose, purpose, std::int64_t{limit}, std::int64_t{offset}});
    if (!rows) return tl::unexpected(rows.error());
    std::vector<EgressEntry> entries;
    for (const SqlRow& row : *rows) entries.push_back(fromRow(row));
    return entries;
}

Result<void> EgressLog::forgetBefore(std::int64_t time) {
    auto done = database_.query("DELETE FROM requests WHERE time < ?", {time});
    if (!done) return tl::unexpected(done.error());
    return {};
}

}  // namespace hearth::privacy

#include "rag/sqlite.h"

#include <sqlite3.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "base/private_file.h"
#include "rag/word_tokenizer.h"

namespace hearth::rag {

tl::unexpected<base::Error> Database::failure(const std::string& what) const {
    const int code = sqlite3_errcode(handle_) & 0xff;
    const std::string reason = sqlite3_errmsg(handle_);
    const std::string& where = path_;
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        return base::fail(base::ErrorCode::Conflict, what + ": another program holds the database.", where);
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
        return base::fail(base::ErrorCode::InvalidInput, what + ": the file is damaged (" + reason + ").",
                          where);
    if (code == SQLITE_FULL) return base::fail(base::ErrorCode::Io, what + ": the disk is full.", where);
    return base::fail(base::ErrorCode::Io, what + ": " + reason + ".", where);
}

tl::unexpected<base::Error> Database::failure() const {
    return failure("The " + subject_ + " could not be read or saved");
}

Statement::~Statement() {
    sqlite3_finalize(statement_);
}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}

Statement& Statement::bind(int position, std::int64_t value) {
    sqlite3_bind_int64(statement_, position, value);
    return *this;
}

Statement& Statement::bind(int position, std::string_view text) {
    // An empty view may point nowhere, which SQLite takes for NULL.
    sqlite3_bind_text64(statement_, position, text.data() == nullptr ? "" : text.data(), text.size(),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(int position, std::span<const std::byte> blob) {
    sqlite3_bind_blob64(statement_, position, blob.data(), blob.size(), SQLITE_TRANSIENT);
    return *this;
}

void Statement::reset() {
    sqlite3_reset(statement_);
}

base::Result<bool> Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return database_->failure();
}

base::Result<void> Statement::run() {
    for (;;) {
        auto row = step();
        if (!row) return tl::unexpected<base::Error>(row.error());
        if (!*row) return {};
    }
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return bytes == nullptr
               ? std::string()
               : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

double Statement::real(int column) const {
    return sqlite3_column_double(statement_, column);
}

std::span<const std::byte> Statement::blob(int column) const {
    const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(statement_, column));
    return {bytes, bytes == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(handle_);
}

std::int64_t Database::lastId() const {
    return sqlite3_last_insert_rowid(handle_);
}

base::Result<std::unique_ptr<Database>> Database::open(const std::string& path, std::string subject) {
    base::makePrivateFile(path);  // its log and journal are as it is
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(
        path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
    if (handle == nullptr)
        return base::fail(base::ErrorCode::OutOfMemory, "There is not enough memory to open the database.",
                          path);
    std::unique_ptr<Database> database(new Database(path, std::move(subject), handle));
    if (code != SQLITE_OK)
        return base::fail(base::ErrorCode::Io,
                          "The " + database->subject_ + " cannot be opened: " + sqlite3_errmsg(handle) +
                              ". Check that the folder exists and that you may write there.",
                          path);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 5000);
    if (auto known = addWordTokenizer(handle); !known) return tl::unexpected<base::Error>(known.error());
    // FULL syncs the log at every commit: what was said to be saved survives a power cut.
    auto set = database->execute(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;");
    if (!set) return tl::unexpected<base::Error>(set.error());
    return database;
}

base::Result<void> Database::wipeTraces(std::initializer_list<const char*> wordTables) {
    for (const std::string table : wordTables)
        if (auto merged = execute("INSERT INTO " + table + "(" + table + ") VALUES('optimize')"); !merged)
            return merged;
    return execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

base::Result<std::vector<StemmedWord>> Database::stemmed(std::string_view text) const {
    return stemmedWords(handle_, text);
}

Database::~Database() {
    sqlite3_close_v2(handle_);
}

base::Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr) !=
        SQLITE_OK)
        return failure();
    return Statement(*this, statement);
}

base::Result<void> Database::execute(const std::string& sql) {
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return failure();
    return {};
}

base::Result<void> Database::copyTo(const std::string& path) {
    const std::string partial = path + ".partial";
    std::error_code ignored;
    std::filesystem::remove(partial, ignored);
    auto copy = prepare("VACUUM INTO ?1");
    if (!copy) return tl::unexpected<base::Error>(copy.error());
    copy->bind(1, partial);
    if (auto done = copy->run(); !done) return done;
    std::error_code error;
    std::filesystem::rename(partial, path, error);
    if (error)
        return base::fail(base::ErrorCode::Io, "The backup could not be written: " + error.message() + ".",
                          path);
    return {};
}

base::Result<void> Database::restoreFrom(const std::string& copy) {
    auto source = open(copy, subject_);
    if (!source) return tl::unexpected<base::Error>(source.error());
    sqlite3_backup* work = sqlite3_backup_init(handle_, "main", (*source)->handle_, "main");
    if (work == nullptr) return failure("The backup could not be put back");
    const int code = sqlite3_backup_step(work, -1);
    sqlite3_backup_finish(work);
    if (code != SQLITE_DONE) return failure("The backup could not be put back");
    return {};
}

base::Result<std::string> Database::version() {
    auto statement = prepare("PRAGMA data_version");
    if (!statement) return tl::unexpected<base::Error>(statement.error());
    if (const auto row = statement->step(); !row) return tl::unexpected<base::Error>(row.error());
    return statement->text(0) + " " + std::to_string(sqlite3_total_changes(handle_));
}

}  // namespace hearth::rag

#include "privacy/database.h"
#include "base/private_file.h"

#include <sqlite3.h>

#include <utility>

namespace hearth::privacy {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

struct Statement {
    sqlite3_stmt* handle = nullptr;
    Statement() = default;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement() { sqlite3_finalize(handle); }
};

void bind(sqlite3_stmt* statement, int index, const SqlValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
        sqlite3_bind_int64(statement, index, *number);
    else if (const auto* real = std::get_if<double>(&value))
        sqlite3_bind_double(statement, index, *real);
    else if (const auto* text = std::get_if<std::string>(&value))
        sqlite3_bind_text64(statement, index, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    else
        sqlite3_bind_null(statement, index);
}

SqlValue column(sqlite3_stmt* statement, int index) {
    switch (sqlite3_column_type(statement, index)) {
        case SQLITE_INTEGER:
            return static_cast<std::int64_t>(sqlite3_column_int64(statement, index));
        case SQLITE_FLOAT:
            return sqlite3_column_double(statement, index);
        case SQLITE_NULL:
            return std::monostate{};
        default: {
            const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, index));
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, index));
            return bytes ? std::string(bytes, size) : std::string();
        }
    }
}

}  // namespace

std::string textOf(const SqlValue& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : std::string();
}

std::int64_t integerOf(const SqlValue& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? *number : 0;
}

Database::Database(Database&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)), file_(std::move(other.file_)) {}

Database& Database::operator=(Database&& other) noexcept {
    std::swap(handle_, other.handle_);
    std::swap(file_, other.file_);
    return *this;
}

Database::~Database() {
    sqlite3_close(handle_);
}

base::Error Database::error(const std::string& doing) const {
    const int code = sqlite3_errcode(handle_) & 0xff;
    ErrorCode kind = ErrorCode::Io;
    if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) kind = ErrorCode::InvalidInput;
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) kind = ErrorCode::Conflict;
    if (code == SQLITE_NOMEM) kind = ErrorCode::OutOfMemory;
    if (code == SQLITE_ERROR || code == SQLITE_MISUSE) kind = ErrorCode::Internal;
    return {kind, doing + ": " + sqlite3_errmsg(handle_), file_.string()};
}

Result<Database> Database::open(const std::filesystem::path& file) {
    std::error_code folderError;
    std::filesystem::create_directories(file.parent_path(), folderError);
    base::makePrivateFile(file.string());  // its log and journal are as it is
    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int opened = sqlite3_open_v2(file.c_str(), &handle, flags, nullptr);
    Database database(handle, file);
    if (opened != SQLITE_OK) return tl::unexpected(database.error("The database cannot be opened"));
    sqlite3_busy_timeout(handle, 5000);
    for (const char* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON",
                               "PRAGMA secure_delete=ON",  // what is deleted leaves no trace in the file
                               "CREATE TABLE IF NOT EXISTS component_versions("
                               "component TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID"})
        if (auto done = database.query(pragma); !done) return tl::unexpected(done.error());
    return database;
}

Result<std::vector<SqlRow>> Database::query(const std::string& sql, const SqlRow& parameters) {
    Statement statement;
    if (sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement.handle, nullptr) != SQLITE_OK)
        return tl::unexpected(error("The database did not understand a statement"));
    for (std::size_t i = 0; i < parameters.size(); ++i)
        bind(statement.handle, static_cast<int>(i) + 1, parameters[i]);
    std::vector<SqlRow> rows;
    while (true) {
        const int step = sqlite3_step(statement.handle);
        if (step == SQLITE_DONE) return rows;
        if (step != SQLITE_ROW) return tl::unexpected(error("The database cannot be read or written"));
        SqlRow row;
        for (int i = 0; i < sqlite3_column_count(statement.handle); ++i)
            row.push_back(column(statement.handle, i));
        rows.push_back(std::move(row));
    }
}

Result<std::int64_t> Database::insert(const std::string& sql, const SqlRow& parameters) {
    if (auto done = query(sql, parameters); !done) return tl::unexpected(done.error());
    return static_cast<std::int64_t>(sqlite3_last_insert_rowid(handle_));
}

Result<void> Database::transaction(const std::function<Result<void>()>& body) {
    if (auto begun = query("BEGIN IMMEDIATE"); !begun) return tl::unexpected(begun.error());
    auto done = body();
    if (done) {
        auto committed = query("COMMIT");
        if (committed) return {};
        done = tl::unexpected(committed.error());
    }
    (void)query("ROLLBACK");
    return done;
}

Result<void> Database::backup(const std::filesystem::path& target) {
    // VACUUM INTO refuses an existing file: an older backup of the same step is as good.
    if (std::filesystem::exists(target)) return {};
    auto done = query("VACUUM INTO ?", {target.string()});
    if (!done) return tl::unexpected(done.error());
    return {};
}

Result<void> Database::migrate(const std::string& component, const std::vector<std::string>& steps) {
    auto rows = query("SELECT version FROM component_versions WHERE component = ?", {component});
    if (!rows) return tl::unexpected(rows.error());
    const std::int64_t version = rows->empty() ? 0 : integerOf(rows->front().front());
    const auto newest = static_cast<std::int64_t>(steps.size());
    if (version > newest)
        return fail(
            ErrorCode::Unsupported,
            "A newer version of Hearth wrote “" + component + "” in this database; install that version",
            file_.string());
    if (version > 0 && version < newest)
        if (auto saved = backup(file_.string() + ".before-" + component + "-" + std::to_string(newest));
            !saved)
            return saved;
    for (std::int64_t step = version; step < newest; ++step) {
        auto done = transaction([&]() -> Result<void> {
            // Two programs may start at once: the one that comes second finds the step done.
            auto now = query("SELECT version FROM component_versions WHERE component = ?", {component});
            if (!now) return tl::unexpected(now.error());
            if (!now->empty() && integerOf(now->front().front()) > step) return {};
            if (auto made = query(steps[static_cast<std::size_t>(step)]); !made)
                return tl::unexpected(made.error());
            auto noted =
                query("INSERT OR REPLACE INTO component_versions VALUES(?, ?)", {component, step + 1});
            if (!noted) return tl::unexpected(noted.error());
            return {};
        });
        if (!done) return done;
    }
    return {};
}

}  // namespace hearth::privacy

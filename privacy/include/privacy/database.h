// A connection to the one SQLite database of the program (write-ahead log on, foreign keys on), and its
// schema versions: each component names its own tables and moves them from version to version. Before a
// migration of existing tables the file is copied beside itself ("hearth.db.before-audit-2"). One thread at
// a time per connection; any number of connections.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"

struct sqlite3;

namespace hearth::privacy {

using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;  // monostate: NULL
using SqlRow = std::vector<SqlValue>;

class Database {
  public:
    // Opens or makes the file. Errors: Io; InvalidInput where it is no database.
    static base::Result<Database> open(const std::filesystem::path& file);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    // Runs one statement with bound parameters and gives its rows.
    base::Result<std::vector<SqlRow>> query(const std::string& sql, const SqlRow& parameters = {});
    // As query(), giving the row id of the last insert.
    base::Result<std::int64_t> insert(const std::string& sql, const SqlRow& parameters = {});
    // Runs `body` in one transaction; rolled back where it fails.
    base::Result<void> transaction(const std::function<base::Result<void>()>& body);

    // Brings the tables of `component` to version steps.size(): step i leads from version i to i + 1.
    // Unsupported where a newer program wrote them.
    base::Result<void> migrate(const std::string& component, const std::vector<std::string>& steps);

    const std::filesystem::path& file() const { return file_; }

  private:
    Database(sqlite3* handle, std::filesystem::path file) : handle_(handle), file_(std::move(file)) {}
    base::Error error(const std::string& doing) const;
    base::Result<void> backup(const std::filesystem::path& target);

    sqlite3* handle_ = nullptr;
    std::filesystem::path file_;
};

std::string textOf(const SqlValue& value);      // NULL and numbers give ""
std::int64_t integerOf(const SqlValue& value);  // others give 0

}  // namespace hearth::privacy

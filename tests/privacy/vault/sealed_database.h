// A database for the tests of sealing: a table and its full text, with a word to look for in the files.
#pragma once

#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace hearth::tests {

inline constexpr const char* kCanary = "periwinkle-canary";

class TestDatabase {
  public:
    explicit TestDatabase(const std::filesystem::path& file) {
        opened_ = sqlite3_open(file.c_str(), &handle_) == SQLITE_OK;
        sqlite3_busy_timeout(handle_, 5000);
    }
    ~TestDatabase() { sqlite3_close(handle_); }
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    // Empty, or what is wrong.
    std::string run(const std::string& sql) {
        char* error = nullptr;
        if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, &error) == SQLITE_OK) return {};
        std::string text = error != nullptr ? error : "unknown";
        sqlite3_free(error);
        return text;
    }
    // The first column of the first row; "error: …" where there is none.
    std::string value(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        std::string text;
        if (sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK &&
            sqlite3_step(statement) == SQLITE_ROW)
            text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        else
            text = std::string("error: ") + sqlite3_errmsg(handle_);
        sqlite3_finalize(statement);
        return text;
    }
    bool opened() const { return opened_; }

    // `rows` rows, each with the canary, in the table "notes" with its full text "words".
    std::string fill(int rows) {
        return run(
            "CREATE TABLE IF NOT EXISTS notes(id INTEGER PRIMARY KEY, text TEXT);"
            "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text);"
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
            std::to_string(rows) + ") INSERT INTO notes(text) SELECT '" + kCanary +
            " ' || i FROM n;"
            "INSERT INTO words(rowid, text) SELECT id, text FROM notes WHERE id NOT IN (SELECT rowid FROM "
            "words);");
    }

  private:
    sqlite3* handle_ = nullptr;
    bool opened_ = false;
};

inline std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// The names of the files in `folder` that hold the canary, one after the other.
inline std::string filesWithCanary(const std::filesystem::path& folder) {
    std::string names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.is_regular_file() && bytesOf(entry.path()).find(kCanary) != std::string::npos)
            names += entry.path().filename().string() + " ";
    return names;
}

}  // namespace hearth::tests

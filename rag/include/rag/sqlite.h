// SQLite with Results in place of codes, for the databases of all floors above. A Database is one connection,
// used by one thread at a time; its Statements must not outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "rag/word_tokenizer.h"

struct sqlite3;
struct sqlite3_stmt;

namespace hearth::rag {

class Database;

class Statement {
  public:
    Statement(const Database& database, sqlite3_stmt* statement)
        : database_(&database), statement_(statement) {}
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;

    // Positions count from 1, as in SQL.
    Statement& bind(int position, std::int64_t value);
    Statement& bind(int position, std::string_view text);
    Statement& bind(int position, std::span<const std::byte> blob);

    // True: a row is there to be read. False: finished.
    base::Result<bool> step();
    base::Result<void> run();  // steps to the end
    void reset();              // to be bound and stepped again

    // Columns count from 0.
    std::int64_t integer(int column) const;
    std::string text(int column) const;
    double real(int column) const;
    std::span<const std::byte> blob(int column) const;  // valid until the next step

  private:
    const Database* database_;
    sqlite3_stmt* statement_;
};

class Database {
  public:
    // Opens or makes the file, with write-ahead log, foreign keys, and a wait of five seconds for others.
    // `subject` names in errors what is kept there, as a plural: "conversations".
    static base::Result<std::unique_ptr<Database>> open(const std::string& path, std::string subject);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    base::Result<Statement> prepare(std::string_view sql);
    base::Result<void> execute(const std::string& sql);  // one or several statements without values
    // A whole copy of the database as it is now into `path`, which is replaced only when the copy is
    // complete.
    base::Result<void> copyTo(const std::string& path);
    // Replaces all that is in the database by what such a copy holds; other connections see it too.
    base::Result<void> restoreFrom(const std::string& copy);
    // The words of a text as the index of chunks keeps them.
    base::Result<std::vector<StemmedWord>> stemmed(std::string_view text) const;
    // Takes what was deleted out of these FTS5 tables, which keep its words, and out of the log. Waits for no
    // reader: what one still reads stays in the log until it is done.
    base::Result<void> wipeTraces(std::initializer_list<const char*> wordTables);
    std::int64_t changes() const;  // rows that the last statement changed
    std::int64_t lastId() const;   // of the row that was inserted last
    // Another one whenever this or another connection has changed the database.
    base::Result<std::string> version();
    const std::string& path() const { return path_; }
    const std::string& subject() const { return subject_; }

  private:
    friend class Statement;
    Database(std::string path, std::string subject, sqlite3* handle)
        : path_(std::move(path)), subject_(std::move(subject)), handle_(handle) {}
    tl::unexpected<base::Error> failure(const std::string& what) const;
    tl::unexpected<base::Error> failure() const;  // of reading or writing

    std::string path_;
    std::string subject_;
    sqlite3* handle_;
};

}  // namespace hearth::rag

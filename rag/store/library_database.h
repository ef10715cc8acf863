// A database that can hold a library: what LibraryStore asks of it, in the SQL that SQLite and PostgreSQL
// have in common, and what each does its own way. One connection, used by one thread at a time; its queries
// must not outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "rag/library_store.h"
#include "rag/word_tokenizer.h"

namespace hearth::rag {

struct ChunkRow;

// A statement with its values. Positions count from 1, as in SQL; columns from 0.
class Query {
  public:
    class Body {
      public:
        virtual ~Body() = default;
        virtual void bind(int position, std::int64_t value) = 0;
        virtual void bind(int position, std::string_view text) = 0;
        virtual void bind(int position, std::span<const std::byte> blob) = 0;
        virtual base::Result<bool> step() = 0;
        virtual void reset() = 0;
        virtual std::int64_t integer(int column) const = 0;
        virtual std::string text(int column) const = 0;
        virtual std::vector<std::byte> blob(int column) const = 0;
    };
    explicit Query(std::unique_ptr<Body> body) : body_(std::move(body)) {}

    template <typename Value>
    Query& bind(int position, const Value& value) {
        body_->bind(position, value);
        return *this;
    }
    base::Result<bool> step() { return body_->step(); }  // true: a row is there to be read
    base::Result<void> run() {                           // to the end
        for (;;) {
            const auto row = step();
            if (!row) return tl::unexpected<base::Error>(row.error());
            if (!*row) return {};
        }
    }
    void reset() { body_->reset(); }  // to be bound and stepped again
    std::int64_t integer(int column) const { return body_->integer(column); }
    std::string text(int column) const { return body_->text(column); }
    std::vector<std::byte> blob(int column) const { return body_->blob(column); }

  private:
    std::unique_ptr<Body> body_;
};

class LibraryDatabase {
  public:
    virtual ~LibraryDatabase() = default;

    virtual base::Result<Query> prepare(const std::string& sql) = 0;
    virtual base::Result<void> execute(const std::string& sql) = 0;  // one or several without values
    virtual base::Result<void> begin() = 0;                          // a transaction that writes
    virtual base::Result<void> commit() = 0;
    virtual void rollBack() = 0;
    // What is read between the two is of one state. May lie within another one or within a transaction.
    virtual base::Result<void> beginReading() = 0;
    virtual void endReading() = 0;
    virtual base::Result<std::string> version() = 0;  // another one whenever documents came, changed or went
    virtual base::Result<void> wipeTraces() = 0;      // as LibraryStore has it
    virtual base::Result<std::int64_t> lastId() = 0;  // of the row that was inserted last
    virtual base::Result<std::int64_t> bytes() = 0;   // that the library takes
    virtual const std::string& name() const = 0;      // the file, or the address without what is secret in it
    // What the name of the file of its graph ends in: "" where the library is this machine's own.
    virtual base::Result<std::string> graphSuffix() = 0;

    // --- words: the same tokenizer in every database, so that the same chunks are found
    virtual base::Result<std::vector<StemmedWord>> stemmed(std::string_view text) = 0;
    // Of the chunk that was inserted last.
    virtual base::Result<void> keepWords(const std::string& headings, const std::string& text) = 0;
    // Another one whenever a chunk came or went since.
    virtual base::Result<std::string> wordState() = 0;
    using EachChunkRow = std::function<void(const ChunkRow& row)>;
    virtual base::Result<void> eachChunkRow(const EachChunkRow& each) = 0;  // ids rising
    // Where a stem occurs, as Postings has it: chunks and places in them rising.
    using EachPlace = std::function<void(ChunkId chunk, std::uint32_t place)>;
    virtual base::Result<void> eachPlace(const std::string& stem, const EachPlace& each) = 0;
    // Chunks in which these words follow each other.
    virtual base::Result<std::int64_t> countWithPhrase(const std::vector<std::string>& words) = 0;
};

// What is read while it lives is of one state of the database. May lie within another one or within a
// transaction.
class Snapshot {
  public:
    static base::Result<Snapshot> of(LibraryDatabase& database) {
        if (auto begun = database.beginReading(); !begun) return tl::unexpected<base::Error>(begun.error());
        return Snapshot(database);
    }
    ~Snapshot() {
        if (database_ != nullptr) database_->endReading();
    }
    Snapshot(Snapshot&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    Snapshot& operator=(Snapshot&&) = delete;

  private:
    explicit Snapshot(LibraryDatabase& database) : database_(&database) {}
    LibraryDatabase* database_;
};

// Each opens or makes the tables and brings them to this version. Errors: those of LibraryStore::open.
base::Result<std::unique_ptr<LibraryDatabase>> openSqliteLibrary(const std::string& path);
base::Result<std::unique_ptr<LibraryDatabase>> openPostgresLibrary(const std::string& address,
                                                                   std::shared_ptr<privacy::Egress> wayOut);

// The first column of the first row; 0 where there is none.
base::Result<std::int64_t> oneInteger(LibraryDatabase& database, const std::string& sql);

}  // namespace hearth::rag

// A transaction of one call: undone when it goes out of scope before commit(). The thread of the connection.
#pragma once

#include <utility>

#include "base/result.h"
#include "rag/sqlite.h"

namespace hearth::rag {

class Transaction {
  public:
    static base::Result<Transaction> begin(Database& database) {
        if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun)
            return tl::unexpected<base::Error>(begun.error());
        return Transaction(database);
    }
    ~Transaction() {
        if (database_ != nullptr)
            (void)database_->execute("ROLLBACK");  // the first error is the one to report
    }
    Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;

    base::Result<void> commit() {
        auto done = database_->execute("COMMIT");
        if (done) database_ = nullptr;
        return done;
    }

  private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_;
};

}  // namespace hearth::rag

// A transaction of one call: undone when it goes out of scope before commit(). The thread of the connection.
#pragma once

#include <utility>

#include "base/result.h"
#include "store/library_database.h"

namespace hearth::rag {

class Transaction {
  public:
    static base::Result<Transaction> begin(LibraryDatabase& database) {
        if (auto begun = database.begin(); !begun) return tl::unexpected<base::Error>(begun.error());
        return Transaction(database);
    }
    ~Transaction() {
        if (database_ != nullptr) database_->rollBack();
    }
    Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;

    base::Result<void> commit() {
        auto done = database_->commit();
        if (done) database_ = nullptr;
        return done;
    }

  private:
    explicit Transaction(LibraryDatabase& database) : database_(&database) {}
    LibraryDatabase* database_;
};

}  // namespace hearth::rag

// A connection to a PostgreSQL server, with Results in place of codes. To another machine it goes only with
// the leave of privacy::Egress, which is asked again before every statement, and whose log has what went. A
// connection that was lost is made again, but never within a transaction: that is gone as a whole. One thread
// at a time.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "privacy/egress.h"
#include "store/postgres/address.h"

namespace hearth::rag::postgres {

using Rows = std::unique_ptr<PGresult, decltype(&PQclear)>;

// The values of a statement, as the server takes them.
class Values {
  public:
    enum class Kind { Integer, Text, Bytes };
    void set(int position, std::string value, Kind kind);  // positions count from 1

  private:
    friend class Connection;
    std::vector<std::string> data_;
    std::vector<Kind> kinds_;
};

class Connection {
  public:
    // `wayOut`: may be null for this machine. Errors: those of readAddress(); Refused (no leave, the server
    // does not let in), NotFound (no such database), Io (no server), Unsupported (text is not UTF-8 there).
    static base::Result<std::unique_ptr<Connection>> open(const std::string& address,
                                                          std::shared_ptr<privacy::Egress> wayOut);

    // One statement. Errors: Refused (offline; the user may not), Conflict (others), Io, with what the server
    // says.
    base::Result<Rows> ask(const std::string& sql, const Values& values);
    base::Result<void> execute(const std::string& sql);  // one or several without values
    base::Result<void> begin();                          // waits until no other one writes
    base::Result<void> beginReading();                   // one state, as it is at the first statement
    base::Result<void> commit();
    void rollBack();
    bool inTransaction() const { return inTransaction_; }
    const std::string& name() const { return address_.shown; }

  private:
    using Handle = std::unique_ptr<PGconn, decltype(&PQfinish)>;
    Connection(Address address, std::shared_ptr<privacy::Egress> wayOut)
        : address_(std::move(address)), wayOut_(std::move(wayOut)) {}
    base::Result<void> connect();
    base::Result<void> prepareSession();
    base::Result<void> ready();  // before every statement
    base::Result<void> beginWith(const char* statements);
    base::Result<Rows> finished(Rows rows, std::size_t sent);
    base::Error notLetIn() const;
    base::Error failure(const PGresult* rows);
    bool lost() const { return !handle_ || PQstatus(handle_.get()) != CONNECTION_OK; }

    Address address_;
    std::shared_ptr<privacy::Egress> wayOut_;
    std::unique_ptr<privacy::EgressConnection> leave_;  // null on this machine; ends before wayOut_
    Handle handle_{nullptr, &PQfinish};
    bool inTransaction_ = false;
};

// A number or text of a row; 0 or "" for NULL.
std::int64_t integerAt(const PGresult* rows, int row, int column);
std::string textAt(const PGresult* rows, int row, int column);
std::vector<std::byte> bytesAt(const PGresult* rows, int row, int column);

// Text that the server takes: bytes that are no UTF-8 and zeros become U+FFFD.
std::string storable(std::string_view text);

}  // namespace hearth::rag::postgres

#include "store/postgres/connection.h"

#include <array>
#include <cstdlib>

#include "base/utf8.h"
#include "rag/library_store.h"

namespace hearth::rag::postgres {

using base::Error;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// Writers come one after the other, so that the chunks of a document have ids in a row, and nobody waits for
// somebody who waits for him. The number is nobody else's by chance alone.
constexpr const char* kBegin = "BEGIN; SELECT pg_advisory_xact_lock(7521983456121)";

// Object identifiers of types (postgresql.org/docs/15, pg_type.dat): int8, text, bytea.
constexpr std::array<Oid, 3> kTypes = {20, 25, 17};

std::string firstLine(const char* message) {
    const std::string_view all(message != nullptr ? message : "");
    return std::string(all.substr(0, all.find('\n')));
}

bool succeeded(const PGresult* rows) {
    const ExecStatusType status = PQresultStatus(rows);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

std::int64_t sizeOf(const PGresult* rows) {
    std::int64_t out = 0;
    for (int row = 0; row < PQntuples(rows); ++row)
        for (int column = 0; column < PQnfields(rows); ++column) out += PQgetlength(rows, row, column);
    return out;
}

}  // namespace

void Values::set(int position, std::string value, Kind kind) {
    const auto size = static_cast<std::size_t>(position);
    if (data_.size() < size) {
        data_.resize(size);
        kinds_.resize(size);
    }
    data_[size - 1] = std::move(value);
    kinds_[size - 1] = kind;
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& given,
                                                     std::shared_ptr<privacy::Egress> wayOut) {
    auto address = readAddress(given);
    if (!address) return tl::unexpected<Error>(address.error());
    std::unique_ptr<Connection> out(new Connection(std::move(*address), std::move(wayOut)));
    if (auto done = out->connect(); !done) return tl::unexpected<Error>(done.error());
    return out;
}

Result<void> Connection::connect() {
    leave_.reset();
    if (address_.otherMachine) {
        if (!wayOut_)
            return fail(ErrorCode::Refused, "Nobody allowed a library on another machine.", address_.host);
        auto leave = wayOut_->connect(kLibraryPurpose, address_.host, "PostgreSQL");
        if (!leave) return tl::unexpected<Error>(leave.error());
        leave_ = std::move(*leave);
    }
    const ConnectionParameters parameters(address_);
    handle_.reset(PQconnectdbParams(parameters.names.data(), parameters.values.data(), 0));
    if (lost()) {
        const Error error = notLetIn();
        if (leave_) leave_->end(error.message);
        return tl::unexpected<Error>(error);
    }
    return prepareSession();
}

// Why connecting failed. libpq gives no code for it, only what the server says in its language.
Error Connection::notLetIn() const {
    const PGconn* handle = handle_.get();
    const std::string said = firstLine(PQerrorMessage(handle));
    if (PQconnectionNeedsPassword(handle) != 0)
        return {ErrorCode::Refused,
                "The library's server wants a password, and there is none. Put it into ~/.pgpass, or into "
                "PGPASSWORD for once.",
                name()};
    const ConnectionParameters parameters(address_);
    if (PQpingParams(parameters.names.data(), parameters.values.data(), 0) != PQPING_OK)
        return {
            ErrorCode::Io,
            "The library's server cannot be reached. Is it running, and is the address right? (" + said + ")",
            name()};
    if (said.find("database") != std::string::npos && said.find("does not exist") != std::string::npos)
        return {ErrorCode::NotFound,
                "The library's server has no such database. Make it there: createdb " + address_.database +
                    " (" + said + ")",
                name()};
    if (PQconnectionUsedPassword(handle) != 0)
        return {ErrorCode::Refused,
                "The library's server does not accept the user's password. Look into ~/.pgpass and "
                "PGPASSWORD. (" +
                    said + ")",
                name()};
    return {ErrorCode::Refused, "The library's server does not let Hearth in. (" + said + ")", name()};
}

Result<void> Connection::prepareSession() {
    inTransaction_ = false;
    PQsetNoticeProcessor(
        handle_.get(), [](void*, const char*) {}, nullptr);  // "exists, skipping"
    const char* encoding = PQparameterStatus(handle_.get(), "server_encoding");
    if (encoding == nullptr || std::string_view(encoding) != "UTF8")
        return fail(ErrorCode::Unsupported,
                    "The library's database keeps text in another form than UTF-8. Make one with: createdb "
                    "--encoding=UTF8 --template=template0",
                    name());
    return execute("SET search_path TO hearth");
}

Result<void> Connection::ready() {
    if (!lost()) return leave_ ? leave_->mayGoOn() : Result<void>();
    if (inTransaction_)
        return fail(ErrorCode::Io,
                    "The connection to the library's server is lost; nothing of this was kept.", name());
    return connect();
}

Error Connection::failure(const PGresult* rows) {
    const char* code = rows != nullptr ? PQresultErrorField(rows, PG_DIAG_SQLSTATE) : nullptr;
    const std::string_view state(code != nullptr ? code : "");
    const std::string said = " (" + firstLine(PQerrorMessage(handle_.get())) + ")";
    if (lost()) {
        if (leave_) leave_->end("lost");
        return {ErrorCode::Io,
                "The connection to the library's server was lost; nothing of this was kept. Once it runs "
                "again, the same can be tried again." +
                    said,
                name()};
    }
    if (state == "42501")  // insufficient_privilege
        return {ErrorCode::Refused, "The library's server does not allow this user to do that." + said,
                name()};
    if (state.starts_with("40") || state == "55P03")  // rolled back for another one; lock not available
        return {ErrorCode::Conflict, "Another program holds the library." + said, name()};
    if (state == "53100") return {ErrorCode::Io, "The disk of the library's server is full." + said, name()};
    return {ErrorCode::Io, "The library's server could not do it." + said, name()};
}

Result<Rows> Connection::finished(Rows rows, std::size_t sent) {
    if (leave_) leave_->count(static_cast<std::int64_t>(sent), sizeOf(rows.get()));
    if (!succeeded(rows.get())) return tl::unexpected<Error>(failure(rows.get()));
    return rows;
}

Result<Rows> Connection::ask(const std::string& sql, const Values& values) {
    if (auto may = ready(); !may) return tl::unexpected<Error>(may.error());
    const std::size_t count = values.data_.size();
    std::vector<Oid> types(count);
    std::vector<const char*> data(count);
    std::vector<int> lengths(count);
    std::vector<int> formats(count);
    std::size_t sent = sql.size();
    for (std::size_t i = 0; i < count; ++i) {
        types[i] = kTypes[static_cast<std::size_t>(values.kinds_[i])];
        data[i] = values.data_[i].c_str();
        lengths[i] = static_cast<int>(values.data_[i].size());
        formats[i] = values.kinds_[i] == Values::Kind::Bytes ? 1 : 0;
        sent += values.data_[i].size();
    }
    Rows rows(PQexecParams(handle_.get(), sql.c_str(), static_cast<int>(count), types.data(), data.data(),
                           lengths.data(), formats.data(), 0),
              &PQclear);
    return finished(std::move(rows), sent);
}

Result<void> Connection::execute(const std::string& sql) {
    if (auto may = ready(); !may) return may;
    const auto rows = finished(Rows(PQexec(handle_.get(), sql.c_str()), &PQclear), sql.size());
    if (!rows) return tl::unexpected<Error>(rows.error());
    return {};
}

Result<void> Connection::begin() {
    return beginWith(kBegin);
}

Result<void> Connection::beginReading() {
    return beginWith("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

Result<void> Connection::beginWith(const char* statements) {
    auto done = execute(statements);
    inTransaction_ = done.has_value();
    if (!done) rollBack();
    return done;
}

Result<void> Connection::commit() {
    auto done = execute("COMMIT");
    if (done) inTransaction_ = false;
    return done;
}

// One that is lost was rolled back by the server.
void Connection::rollBack() {
    inTransaction_ = false;
    if (leave_ && !leave_->mayGoOn()) handle_.reset();
    if (!lost()) (void)Rows(PQexec(handle_.get(), "ROLLBACK"), &PQclear);
}

std::int64_t integerAt(const PGresult* rows, int row, int column) {
    return std::strtoll(PQgetvalue(rows, row, column), nullptr, 10);
}

std::string textAt(const PGresult* rows, int row, int column) {
    return {PQgetvalue(rows, row, column), static_cast<std::size_t>(PQgetlength(rows, row, column))};
}

std::vector<std::byte> bytesAt(const PGresult* rows, int row, int column) {
    std::size_t size = 0;
    const std::unique_ptr<unsigned char, decltype(&PQfreemem)> bytes(
        PQunescapeBytea(reinterpret_cast<const unsigned char*>(PQgetvalue(rows, row, column)), &size),
        &PQfreemem);
    const auto* begin = reinterpret_cast<const std::byte*>(bytes.get());
    return begin == nullptr ? std::vector<std::byte>() : std::vector<std::byte>(begin, begin + size);
}

std::string storable(std::string_view text) {
    std::string out = base::repairUtf8(text);
    for (std::size_t at = 0; (at = out.find('\0', at)) != std::string::npos;)
        out.replace(at, 1, "\xEF\xBF\xBD");
    return out;
}

}  // namespace hearth::rag::postgres

#include "store/postgres/address.h"

#include <libpq-fe.h>

#include <cstdlib>
#include <memory>

namespace hearth::rag::postgres {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr const char* kUsualSocket = "/var/run/postgresql";
constexpr const char* kSystemAuthorities = "/etc/ssl/certs/ca-certificates.crt";

using Options = std::map<std::string, std::string>;

// libpq repeats addresses that it cannot read, with the password in them.
std::string withoutAddress(std::string why) {
    why.resize(std::min(why.size(), why.find('\n')));
    const std::size_t quoted = why.find(": \"postgres");
    return quoted == std::string::npos ? why : why.substr(0, quoted);
}

Result<Options> parsed(const std::string& given) {
    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> list(
        PQconninfoParse(given.c_str(), &message), &PQconninfoFree);
    if (!list) {
        const std::string why = withoutAddress(message != nullptr ? message : "it cannot be read");
        PQfreemem(message);
        return fail(ErrorCode::InvalidInput,
                    "This is no address of a PostgreSQL database, such as "
                    "postgresql://anna@db.example.org/library: " +
                        why);
    }
    Options out;
    for (const PQconninfoOption* option = list.get(); option->keyword != nullptr; ++option)
        if (option->val != nullptr && option->val[0] != '\0') out[option->keyword] = option->val;
    return out;
}

bool isSocket(const std::string& host) {
    return host.starts_with('/') || host.starts_with('@');
}

bool isLoopback(const std::string& host) {
    return host == "localhost" || host == "127.0.0.1" || host == "::1";
}

std::string valueOf(const Options& options, const char* name) {
    const auto found = options.find(name);
    return found == options.end() ? std::string() : found->second;
}

std::string hostOf(const Options& options) {
    for (const char* name : {"host", "hostaddr"})
        if (const std::string host = valueOf(options, name); !host.empty()) return host;
    return kUsualSocket;
}

Result<void> securePath(Options& options, const std::string& host) {
    if (isSocket(host)) {
        if (options.contains("hostaddr") || std::getenv("PGHOSTADDR") != nullptr)
            return fail(ErrorCode::Refused,
                        "A socket of this machine has no hostaddr. Take it out of the address, and "
                        "PGHOSTADDR out of the environment.",
                        host);
        return {};
    }
    if (isLoopback(host)) {
        options["hostaddr"] = host == "::1" ? "::1" : "127.0.0.1";
        options.try_emplace("sslmode", "prefer");
        return {};
    }
    const std::string& mode = options.try_emplace("sslmode", "verify-full").first->second;
    if (mode != "verify-full")
        return fail(ErrorCode::Refused,
                    "Documents go to another machine only over TLS with a certificate for its name: "
                    "sslmode=verify-full, not " +
                        mode + ".",
                    host);
    options.try_emplace("sslrootcert", kSystemAuthorities);
    options["gssencmode"] = "disable";  // encrypted, but not by that certificate
    options.try_emplace("keepalives_idle", "30");
    options.try_emplace("tcp_user_timeout", "30000");  // milliseconds
    return {};
}

std::string shownAs(const Options& options, const std::string& host) {
    const std::string user = valueOf(options, "user");
    const std::string port = valueOf(options, "port");
    return "postgresql://" + (user.empty() ? "" : user + "@") + host + (port.empty() ? "" : ":" + port) +
           "/" + valueOf(options, "dbname");
}

}  // namespace

Result<Address> readAddress(const std::string& given) {
    auto options = parsed(given);
    if (!options) return tl::unexpected<base::Error>(options.error());
    Address out;
    out.host = (*options)["host"] = hostOf(*options);
    // Decided here, so that no variable of the environment decides it (PGHOST, PGHOSTADDR, PGSSLMODE, …).
    if (out.host.find(',') != std::string::npos || options->contains("service") ||
        std::getenv("PGSERVICE") != nullptr)
        return fail(ErrorCode::InvalidInput,
                    "A library has one server: name one host, and no service, neither in the address nor as "
                    "PGSERVICE in the environment.",
                    out.host);
    if (auto done = securePath(*options, out.host); !done) return tl::unexpected<base::Error>(done.error());
    options->try_emplace("connect_timeout", "10");
    (*options)["client_encoding"] = "UTF8";
    (*options)["application_name"] = "hearth";
    out.otherMachine = !isSocket(out.host) && !isLoopback(out.host);
    out.database = valueOf(*options, "dbname");
    out.shown = shownAs(*options, out.host);
    out.options = std::move(*options);
    return out;
}

ConnectionParameters::ConnectionParameters(const Address& address) {
    for (const auto& [name, value] : address.options) {
        names.push_back(name.c_str());
        values.push_back(value.c_str());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
}

}  // namespace hearth::rag::postgres

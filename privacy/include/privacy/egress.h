// The only way out of this device. A request goes to a host that is allowed for its purpose, over verified
// TLS, within bounds of size and time, and is written to the log; every redirect is checked like a request of
// its own. Variables of the environment (proxies, certificates, netrc) change nothing. While offline() says
// so, nothing is sent at all. send() may be called from any thread, several at once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "privacy/egress_connection.h"
#include "privacy/egress_log.h"

namespace hearth::privacy {

struct EgressRule {
    std::string purpose;  // "models"
    std::string host;     // "example.org", or "*.example.org" for every name below it
    bool unencrypted =
        false;  // http:// too; heeded for this machine itself alone (localhost, 127.0.0.1, ::1)
};

struct EgressLimits {
    std::uint64_t mostBytes = 16u << 20;  // of the body of an answer
    int connectMs = 15'000;
    int stallMs = 30'000;   // without a byte in either direction
    int wholeMs = 120'000;  // 0: as long as bytes come
    int redirects = 5;
};

// Names of headers are in lower case.
struct EgressHead {
    int status = 0;
    std::string url;
    std::map<std::string, std::string> headers;

    std::string header(const std::string& name) const;  // "" where there is none
};

struct EgressRequest {
    std::string purpose;
    std::string url;
    std::string method = "GET";  // GET, HEAD or POST
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::string sent;  // the user's words in it, for the log
    EgressLimits limits;
    base::CancelToken cancel;
    std::function<void(const EgressHead&)> onRedirect;  // may be empty
    // Of the last answer, that is no redirect. An error from either ends the request and is its error.
    std::function<base::Result<void>(const EgressHead&)> onHead;  // may be empty
    std::function<base::Result<void>(std::string_view)> onBody;   // empty: kept in EgressResponse::body
};

struct EgressResponse {
    EgressHead head;
    std::string body;
};

class Egress {
  public:
    struct Options {
        std::vector<EgressRule> rules;
        std::function<bool()> offline;       // asked before every request and redirect; empty: never
        std::filesystem::path certificates;  // PEM file of authorities; empty: the system's
    };

    Egress(Options options, EgressLog log) : options_(std::move(options)), log_(std::move(log)) {}

    // Gives any complete answer, also one of status 404. Errors: Refused (offline, host not allowed, not
    // encrypted), Cancelled, InvalidInput (not an address, more bytes than allowed), Io (no connection, cut
    // short, stalled, certificate).
    base::Result<EgressResponse> send(const EgressRequest& request);

    // Leave for a connection that another library makes, `method` being what the log calls it; encrypting it
    // is that library's part. Errors: Refused (offline, host not allowed), Io (of the log).
    base::Result<std::unique_ptr<EgressConnection>> connect(const std::string& purpose,
                                                            const std::string& host,
                                                            const std::string& method);

    // The log may be read while requests run.
    base::Result<std::vector<EgressEntry>> sent(int limit, int offset = 0, const std::string& purpose = {});

  private:
    friend class EgressConnection;
    base::Result<EgressResponse> hop(const EgressRequest& request, const std::string& host);
    base::Result<void> mayReach(const std::string& host) const;  // Refused while offline
    base::Result<EgressEntry> begin(EgressEntry entry);          // gives it its time and id
    base::Result<void> note(const EgressEntry& entry);

    Options options_;
    std::mutex mutex_;
    EgressLog log_;  // under mutex_
};

}  // namespace hearth::privacy

// What left this device: one row a request to another host, written before the first byte goes out and
// completed after the last one came, so that nothing sent is ever unrecorded. Owns its connection to the
// database; one thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "privacy/database.h"

namespace hearth::privacy {

struct EgressEntry {
    std::int64_t id = 0;
    std::int64_t time = 0;  // seconds since 1970 UTC, when it began
    std::string purpose;    // "models"
    std::string host;
    std::string method;              // "GET"
    std::string sent;                // the user's words in it, exactly as they were sent; empty: none
    std::int64_t bytesSent = 0;      // headers and body
    std::int64_t bytesReceived = 0;  // headers and body
    int status = 0;                  // of HTTP; 0: there was no answer
    std::string outcome;             // "" while it runs or where it was interrupted, "done", or what failed
};

class EgressLog {
  public:
    static base::Result<EgressLog> open(const std::filesystem::path& database);

    // Before the request; only `time` to `sent` are read. Gives the row's id.
    base::Result<std::int64_t> begin(const EgressEntry& entry);
    // After it: bytes, status and outcome.
    base::Result<void> complete(const EgressEntry& entry);

    // Newest first. `purpose` empty: all.
    base::Result<std::vector<EgressEntry>> list(int limit, int offset = 0, const std::string& purpose = {});
    // Deletes rows older than `time`, at the user's wish.
    base::Result<void> forgetBefore(std::int64_t time);

  private:
    explicit EgressLog(Database database) : database_(std::move(database)) {}
    Database database_;
};

}  // namespace hearth::privacy

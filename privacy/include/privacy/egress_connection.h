// A connection to another machine that another library makes and holds (PostgreSQL's), under the rules of
// Egress: to a host that is allowed for its purpose, not while offline, and in the log from before its first
// byte. Whoever holds the library's end asks mayGoOn() before everything that is sent, and counts what went.
// The Egress that gave it must outlive it. One thread at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "base/result.h"
#include "privacy/egress_log.h"

namespace hearth::privacy {

class Egress;

class EgressConnection {
  public:
    ~EgressConnection();  // as end("done") where end() was not called
    EgressConnection(const EgressConnection&) = delete;
    EgressConnection& operator=(const EgressConnection&) = delete;

    base::Result<void> mayGoOn() const;  // Refused while offline
    void count(std::int64_t sent, std::int64_t received);
    void end(const std::string& outcome);  // "done", or what failed

  private:
    friend class Egress;
    EgressConnection(Egress& egress, EgressEntry entry) : egress_(egress), entry_(std::move(entry)) {}

    Egress& egress_;
    EgressEntry entry_;
    std::chrono::steady_clock::time_point noted_ = std::chrono::steady_clock::now();  // in the log
};

}  // namespace hearth::privacy

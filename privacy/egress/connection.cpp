#include "privacy/egress_connection.h"

#include "privacy/egress.h"

namespace hearth::privacy {

namespace {

constexpr auto kNoteEvery = std::chrono::seconds(5);  // what a crash may leave uncounted

}  // namespace

EgressConnection::~EgressConnection() {
    if (entry_.outcome.empty()) end("done");
}

base::Result<void> EgressConnection::mayGoOn() const {
    return egress_.mayReach(entry_.host);
}

void EgressConnection::count(std::int64_t sent, std::int64_t received) {
    entry_.bytesSent += sent;
    entry_.bytesReceived += received;
    const auto now = std::chrono::steady_clock::now();
    if (now - noted_ < kNoteEvery) return;
    noted_ = now;
    (void)egress_.note(entry_);  // what went is gone; the row of its beginning is there
}

void EgressConnection::end(const std::string& outcome) {
    entry_.outcome = outcome;
    (void)egress_.note(entry_);  // what went is gone; the row of its beginning is there
}

}  // namespace hearth::privacy

// A larger model on another machine, behind any server that speaks OpenAI's interface: asked through
// privacy/egress alone, so that it is allowed, bounded and recorded. Knows nothing of masking: it sends what
// it is given. ask() may be called from any thread; the Egress must outlive it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "privacy/egress.h"

namespace hearth::agent {

// The purpose under which egress must allow the server's host.
inline constexpr const char* kRemotePurpose = "larger model";

struct RemoteServer {
    std::string url;    // "https://gateway.example.org/v1"
    std::string model;  // as the server lists it
    std::string key;    // empty: none is shown
};

struct RemoteMessage {
    std::string role;  // "system", "user" or "assistant"
    std::string text;
};

struct RemoteLimits {
    int stallMs = 30'000;  // without a byte
    int wholeMs = 300'000;
    int mostWaitMs = 10'000;  // that a server may ask for with 429 or 503
    int retries = 2;          // after such an answer
    std::uint64_t mostBytes = 8u << 20;
    int mostTokens = 2048;
};

class RemoteModel {
  public:
    RemoteModel(privacy::Egress& egress, RemoteServer server, RemoteLimits limits = {})
        : egress_(egress), server_(std::move(server)), limits_(limits) {}

    // The host that is asked; errors: those of an address that is none.
    base::Result<std::string> host() const;

    // What the server lists. Errors: Refused (key, offline, host not allowed), Io, InvalidInput (no such
    // answer as the interface has).
    base::Result<std::vector<std::string>> models(const base::CancelToken& cancel);

    // The answer, told piece by piece as it comes. Where it breaks off, the error says so and what came
    // before has been told. Errors: as models(), NotFound (no such model), Cancelled.
    base::Result<std::string> ask(const std::vector<RemoteMessage>& messages,
                                  const std::function<void(std::string_view)>& onText,
                                  const base::CancelToken& cancel);

    const RemoteServer& server() const { return server_; }

  private:
    privacy::EgressRequest request(const std::string& path, const base::CancelToken& cancel) const;

    privacy::Egress& egress_;
    RemoteServer server_;
    RemoteLimits limits_;
};

}  // namespace hearth::agent

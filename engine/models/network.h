// What every architecture gives to a session: from token ids to logits. A Network holds weights only; it is
// immutable and shared by sessions on any thread. What changes is a NetworkState, one a session.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "base/cancel.h"
#include "base/result.h"
#include "engine/session.h"
#include "gguf/reader.h"
#include "kernels/compute.h"

namespace hearth::engine {

class NetworkState {
  public:
    virtual ~NetworkState() = default;
    // Steps back so that `position` tokens remain. Gives how many really do: fewer where an architecture
    // cannot go back to every point.
    virtual int rewind(int position) = 0;
    // Makes rewind() to here possible, where it would not be: `position` tokens are in the state. For points
    // at which conversations branch off; a state keeps as many as memory allows.
    virtual void checkpoint(int position) { (void)position; }
    virtual bool wantsCheckpoints() const { return false; }
    virtual std::uint64_t bytes() const = 0;
};

enum class LogitRows { None, Last, All };

struct ForwardInput {
    std::span<const TokenId> tokens;  // n ids of the vocabulary, n >= 1
    int start = 0;                    // position of the first; start + n is within the context
    LogitRows rows = LogitRows::Last;
    base::CancelToken cancel;
    bool vectors = false;  // what the last norm gives, [rows, embedding], in place of logits
};

class Network {
  public:
    virtual ~Network() = default;
    virtual int vocabulary() const = 0;
    virtual int embedding() const = 0;  // width of what predicts the logits
    // How many tokens of a prompt to compute at once: many, but so few that a single product, which cannot be
    // interrupted, takes tens of milliseconds.
    virtual int promptChunk() const = 0;
    virtual base::Result<std::unique_ptr<NetworkState>> newState(int context, CacheType cache) const = 0;

    // Computes tokens after those that the state holds. logits: [0, 1 or n, vocabulary] f32, as `rows` says,
    // or vectors of the embedding's width.
    // False if it was cancelled: logits are then undefined, and rewind(input.start) must tell what is left.
    virtual bool forward(Compute& compute, NetworkState& state, const ForwardInput& input,
                         float* logits) const = 0;
};

// From a file to a Network. Valid during the loading only, but for `file`, `kernels` and `pool`, which
// outlive the Network.
struct NetworkSource {
    const gguf::File& file;
    std::string architecture;  // prefix of the metadata keys
    const Kernels& kernels;
    base::ThreadPool& pool;
    bool exact = false;  // dequantize all weights to float32
    std::function<void(double)> onProgress;
    base::CancelToken cancel;
    // Told of bytes of the file that were copied and will hardly be read again; may be empty.
    std::function<void(std::span<const std::byte>)> onCopied = {};
};

}  // namespace hearth::engine

// What the blocks of a model share while tokens go through its layers: working memory, tables of angles, and
// what each layer remembers of the conversation. Belongs to one session; used by one thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/cancel.h"
#include "engine/session.h"
#include "kernels/compute.h"
#include "models/network.h"

namespace hearth::engine {

// Memory that blocks use while they compute; what a slot held is lost at the next request for it. Slots of
// a mixer may be used by every mixer, since only one computes at a time; so may those of a feed-forward
// block.
enum class Slot {
    Stream,  // [n, embedding]: the residual stream
    Normed,  // [n, embedding]: the input of a block
    Added,   // [n, embedding]: what a block adds to the stream
    Embedded,
    Extra,
    Streams,  // [n, streams, embedding]: where there are several
    Kept,     // [n, embedding]: from the head of a layer to its middle
    Beside,   // [n, embedding]: the input of a feed-forward block that runs beside the mixer
    MixerA,
    MixerB,
    MixerC,
    MixerD,
    MixerE,
    MixerF,
    FeedA,
    FeedB,
    FeedC,
    FeedD,
    FeedE,
    Count
};

class Workspace {
  public:
    // At least `count` floats, uninitialized.
    float* floats(Slot slot, std::int64_t count) {
        std::vector<float>& buffer = buffers_[static_cast<std::size_t>(slot)];
        if (buffer.size() < static_cast<std::size_t>(count)) buffer.resize(static_cast<std::size_t>(count));
        return buffer.data();
    }
    std::vector<std::byte>& bytes() { return bytes_; }

  private:
    std::array<std::vector<float>, static_cast<std::size_t>(Slot::Count)> buffers_;
    std::vector<std::byte> bytes_;
};

// What one layer remembers of the tokens so far: keys and values, or a recurrent state.
class LayerState {
  public:
    virtual ~LayerState() = default;
    // Whether the layer can go on as if only the first `position` tokens had come.
    virtual bool canReturnTo(int position) const = 0;
    // Called for a position that canReturnTo(), before tokens come from there.
    virtual void returnTo(int position) = 0;
    // A copy of everything that restore() needs to be where the layer is now; empty where the layer can
    // return to every position anyway.
    virtual std::vector<std::byte> snapshot() const { return {}; }
    virtual void restore(std::span<const std::byte> snapshot) { (void)snapshot; }
};

// Of a layer that remembers nothing by itself.
struct NoState : LayerState {
    bool canReturnTo(int) const override { return true; }
    void returnTo(int) override {}
};

// Cosines and sines of the positions on their way: [n, pairs].
struct RopeTable {
    std::vector<float> cos, sin;
};

struct Pass {
    Compute& compute;
    Workspace& work;
    const base::CancelToken& cancel;
    std::span<const TokenId> tokens;  // all that came; `n` may be fewer
    std::span<const std::unique_ptr<LayerState>> states;
    std::span<const RopeTable> ropes;
    int n;      // rows on their way
    int start;  // position of the first
};

// How tokens learn of each other in one layer: attention, or a recurrence.
class Mixer {
  public:
    virtual ~Mixer() = default;
    // Memory that newState() is given: it starts on a cache line and is not initialized.
    virtual std::uint64_t stateBytes(int context, CacheType cache) const = 0;
    virtual std::unique_ptr<LayerState> newState(int context, CacheType cache, std::byte* memory) const = 0;

    // in: [pass.n, embedding]. The layer's state, pass.states[layer], takes in all rows; out: [rows,
    // embedding] for those that are needed (None, the last one, or all), which may be `in`.
    // False if it was cancelled.
    virtual bool mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const = 0;
};

}  // namespace hearth::engine

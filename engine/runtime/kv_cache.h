// Keys and values of the tokens that a session has computed, for all layers of a model. Owned by one session
// and used by one thread. Positions are written once and may be overwritten after stepping back.
// Layout: for each layer keys, then values, each [kvHeads, positions, headDim], so that attention of one head
// reads memory in order.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "engine/session.h"
#include "kernels/compute.h"
#include "kernels/kernels.h"

namespace hearth::engine {

struct KvShape {
    int layers = 0;
    int kvHeads = 0;
    int headDim = 0;
};

class KvCache {
  public:
    // OutOfMemory, naming the size, where the machine does not have it. Memory is taken up as it is written.
    static base::Result<KvCache> create(const KvShape& shape, int positions, CacheType type);

    // Stores k, v [n, kvHeads, headDim] f32 of positions start … start + n - 1.
    void write(Compute& compute, int layer, const float* k, const float* v, int start, int n);
    // Fills in what attention needs to know of a layer's cache.
    void describe(int layer, AttentionArgs& args) const;

    int positions() const { return positions_; }
    std::uint64_t bytes() const { return memory_.size(); }

  private:
    std::byte* at(int layer, int part) const;

    KvShape shape_;
    int positions_ = 0;
    bool half_ = true;
    std::uint64_t partBytes_ = 0;  // keys, or values, of one layer
    AlignedBytes memory_;
};

}  // namespace hearth::engine

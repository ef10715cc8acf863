// Keys and values of the tokens that a session has computed, for one layer. Used by one thread; the memory
// belongs to the caller.
// Layout: keys, then values, each [kvHeads, capacity, dimension], so that attention of one head reads memory
// in order. A layer with a window keeps only the latest positions, in a ring: position p lies at p modulo
// capacity. Keys carry their positions in themselves (RoPE), so their order in the ring does not matter.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/session.h"
#include "kernels/compute.h"
#include "kernels/kernels.h"

namespace hearth::engine {

struct KvShape {
    int kvHeads = 0;
    int headDim = 0;   // of keys
    int valueDim = 0;  // of values
    int positions = 0;
    int window = 0;  // latest positions that are ever looked at, the own included; 0: all
};

class KvCache {
  public:
    KvCache(const KvShape& shape, CacheType type, std::byte* memory);
    // Bytes of memory that a cache takes.
    static std::uint64_t bytes(const KvShape& shape, CacheType type);

    // Takes in k [n, kvHeads, headDim] and v [n, kvHeads, valueDim], f32, of positions start … start + n - 1,
    // and tells where attention finds what queries at these positions look at (k, v, strides, start, window);
    // valid until the next call or a change of `scratch`.
    AttentionArgs append(Compute& compute, std::vector<std::byte>& scratch, const float* k, const float* v,
                         int start, int n);

    // Whether everything is there that tokens from `position` on look at.
    bool canReturnTo(int position) const;
    void returnTo(int position);
    std::vector<std::byte> snapshot() const;  // of a ring; empty otherwise
    void restore(std::span<const std::byte> snapshot);

  private:
    struct Part {  // keys or values
        std::byte* data;
        int dimension;
    };
    bool ring() const { return capacity_ < shape_.positions; }
    void store(Compute& compute, const Part& part, int capacity, const float* from, int at, int token,
               int n) const;
    AttentionArgs describe(const Part& keys, const Part& values, int capacity) const;
    AttentionArgs unroll(Compute& compute, std::vector<std::byte>& scratch, const float* k, const float* v,
                         int start, int n) const;

    KvShape shape_;
    int capacity_;
    int elementBytes_;
    Part keys_;
    Part values_;
    int written_ = 0;  // positions from 0 on that were ever written since the cache was empty
};

}  // namespace hearth::engine

#include "runtime/kv_cache.h"

#include <cstring>
#include <string>

namespace hearth::engine {

base::Result<KvCache> KvCache::create(const KvShape& shape, int positions, CacheType type) {
    KvCache cache;
    cache.shape_ = shape;
    cache.positions_ = positions;
    cache.half_ = type == CacheType::F16;
    // Each factor was checked to be far below 2^20 when the model was loaded: the product fits.
    cache.partBytes_ = static_cast<std::uint64_t>(shape.kvHeads) * static_cast<std::uint64_t>(positions) *
                       static_cast<std::uint64_t>(shape.headDim) * (cache.half_ ? 2 : 4);
    const std::uint64_t bytes = cache.partBytes_ * 2 * static_cast<std::uint64_t>(shape.layers);
    cache.memory_ = AlignedBytes(bytes);
    if (!cache.memory_.data())
        return base::fail(base::ErrorCode::OutOfMemory,
                          "A context of " + std::to_string(positions) + " tokens needs " +
                              std::to_string(bytes >> 20) +
                              " MiB of memory, which is not there. Choose a shorter context.");
    return cache;
}

std::byte* KvCache::at(int layer, int part) const {
    return memory_.data() +
           partBytes_ * (2 * static_cast<std::uint64_t>(layer) + static_cast<std::uint64_t>(part));
}

void KvCache::write(Compute& compute, int layer, const float* k, const float* v, int start, int n) {
    const std::int64_t headDim = shape_.headDim;
    const std::int64_t perHead = static_cast<std::int64_t>(positions_) * headDim;
    const auto store = [&](std::byte* part, const float* from, std::int64_t to) {
        if (half_)
            compute.kernels().toHalf(from, reinterpret_cast<std::uint16_t*>(part) + to, headDim);
        else
            std::memcpy(reinterpret_cast<float*>(part) + to, from, static_cast<std::size_t>(headDim) * 4);
    };
    constexpr std::int64_t kTokensAtOnce = 16;
    compute.pool().parallelFor(n, kTokensAtOnce, [&](std::int64_t begin, std::int64_t end, int) {
        for (std::int64_t t = begin; t < end; ++t) {
            for (std::int64_t head = 0; head < shape_.kvHeads; ++head) {
                const std::int64_t from = (t * shape_.kvHeads + head) * headDim;
                const std::int64_t to = head * perHead + (start + t) * headDim;
                store(at(layer, 0), k + from, to);
                store(at(layer, 1), v + from, to);
            }
        }
    });
}

void KvCache::describe(int layer, AttentionArgs& args) const {
    args.k = at(layer, 0);
    args.v = at(layer, 1);
    args.half = half_;
    args.positionStride = shape_.headDim;
    args.headStride = static_cast<std::int64_t>(positions_) * shape_.headDim;
    args.kvHeads = shape_.kvHeads;
    args.headDim = shape_.headDim;
}

}  // namespace hearth::engine

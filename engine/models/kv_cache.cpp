#include "models/kv_cache.h"

#include <algorithm>
#include <cstring>

namespace hearth::engine {

namespace {

int capacityOf(const KvShape& shape) {
    return shape.window > 0 ? std::min(shape.window, shape.positions) : shape.positions;
}

int bytesOf(CacheType type) {
    return type == CacheType::F16 ? 2 : 4;
}

// Each factor was checked to be far below 2^20 when the model was loaded: products fit.
std::uint64_t partBytes(const KvShape& shape, int capacity, int dimension, int elementBytes) {
    return static_cast<std::uint64_t>(shape.kvHeads) * static_cast<std::uint64_t>(capacity) *
           static_cast<std::uint64_t>(dimension) * static_cast<std::uint64_t>(elementBytes);
}

}  // namespace

std::uint64_t KvCache::bytes(const KvShape& shape, CacheType type) {
    return partBytes(shape, capacityOf(shape), shape.headDim + shape.valueDim, bytesOf(type));
}

KvCache::KvCache(const KvShape& shape, CacheType type, std::byte* memory)
    : shape_(shape),
      capacity_(capacityOf(shape)),
      elementBytes_(bytesOf(type)),
      keys_{memory, shape.headDim},
      values_{memory + partBytes(shape, capacity_, shape.headDim, elementBytes_), shape.valueDim} {}

// Rows token … token + n - 1 of `from` [rows, kvHeads, dimension], to position `at` of the part and on.
void KvCache::store(Compute& compute, const Part& part, int capacity, const float* from, int at, int token,
                    int n) const {
    const std::int64_t dimension = part.dimension;
    constexpr std::int64_t kTokensAtOnce = 16;
    compute.pool().parallelFor(n, kTokensAtOnce, [&](std::int64_t begin, std::int64_t end, int) {
        for (std::int64_t t = begin; t < end; ++t) {
            for (std::int64_t head = 0; head < shape_.kvHeads; ++head) {
                const float* row = from + ((token + t) * shape_.kvHeads + head) * dimension;
                const std::int64_t to = (head * capacity + (at + t) % capacity) * dimension;
                if (elementBytes_ == 2)
                    compute.kernels().toHalf(row, reinterpret_cast<std::uint16_t*>(part.data) + to,
                                             dimension);
                else
                    std::memcpy(reinterpret_cast<float*>(part.data) + to, row,
                                static_cast<std::size_t>(dimension) * sizeof(float));
            }
        }
    });
}

AttentionArgs KvCache::describe(const Part& keys, const Part& values, int capacity) const {
    AttentionArgs args;
    const auto rows = [capacity](const Part& part) {
        return CachedRows{part.data, part.dimension, std::int64_t{capacity} * part.dimension};
    };
    args.k = rows(keys);
    args.v = rows(values);
    args.half = elementBytes_ == 2;
    args.kvHeads = shape_.kvHeads;
    args.headDim = shape_.headDim;
    args.valueDim = shape_.valueDim;
    return args;
}

// The positions that the new ones look at, in order, followed by the new ones: several tokens at once would
// otherwise overwrite in the ring what the first of them still need.
AttentionArgs KvCache::unroll(Compute& compute, std::vector<std::byte>& scratch, const float* k,
                              const float* v, int start, int n) const {
    const int before = std::min(start, capacity_ - 1);
    const int capacity = before + n;
    const std::uint64_t keyBytes = partBytes(shape_, capacity, keys_.dimension, elementBytes_);
    const std::uint64_t valueBytes = partBytes(shape_, capacity, values_.dimension, elementBytes_);
    if (scratch.size() < keyBytes + valueBytes) scratch.resize(keyBytes + valueBytes);
    const Part keys{scratch.data(), keys_.dimension};
    const Part values{scratch.data() + keyBytes, values_.dimension};
    const auto copy = [&](const Part& from, const Part& to, const float* rows) {
        const auto row = static_cast<std::size_t>(from.dimension * elementBytes_);
        for (int head = 0; head < shape_.kvHeads; ++head)
            for (int i = 0; i < before; ++i) {
                const auto source = static_cast<std::size_t>(head) * static_cast<std::size_t>(capacity_) +
                                    static_cast<std::size_t>((start - before + i) % capacity_);
                const auto target = static_cast<std::size_t>(head) * static_cast<std::size_t>(capacity) +
                                    static_cast<std::size_t>(i);
                std::memcpy(to.data + target * row, from.data + source * row, row);
            }
        store(compute, to, capacity, rows, before, 0, n);
    };
    copy(keys_, keys, k);
    copy(values_, values, v);
    AttentionArgs args = describe(keys, values, capacity);
    args.start = before;
    args.window = shape_.window;
    return args;
}

AttentionArgs KvCache::append(Compute& compute, std::vector<std::byte>& scratch, const float* k,
                              const float* v, int start, int n) {
    AttentionArgs args;
    if (ring() && n > 1) {
        args = unroll(compute, scratch, k, v, start, n);
    } else {
        args = describe(keys_, values_, capacity_);
        args.start = std::min(start, capacity_ - 1);  // a full ring is looked at as a whole
        args.window = ring() ? 0 : shape_.window;
    }
    const int kept = std::min(n, capacity_);
    store(compute, keys_, capacity_, k, start + n - kept, n - kept, kept);
    store(compute, values_, capacity_, v, start + n - kept, n - kept, kept);
    written_ = std::max(written_, start + n);
    return args;
}

// A ring holds position p until position p + capacity is written.
bool KvCache::canReturnTo(int position) const {
    if (!ring() || position == 0) return true;
    return written_ <= std::max(0, position - shape_.window + 1) + capacity_;
}

void KvCache::returnTo(int position) {
    if (position == 0) written_ = 0;
}

std::vector<std::byte> KvCache::snapshot() const {
    if (!ring()) return {};
    const std::uint64_t bytes =
        partBytes(shape_, capacity_, keys_.dimension + values_.dimension, elementBytes_);
    std::vector<std::byte> out(sizeof written_ + bytes);
    std::memcpy(out.data(), &written_, sizeof written_);
    std::memcpy(out.data() + sizeof written_, keys_.data, bytes);
    return out;
}

void KvCache::restore(std::span<const std::byte> snapshot) {
    if (snapshot.empty()) return;
    std::memcpy(&written_, snapshot.data(), sizeof written_);
    std::memcpy(keys_.data, snapshot.data() + sizeof written_, snapshot.size() - sizeof written_);
}

}  // namespace hearth::engine

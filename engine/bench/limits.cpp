#include "bench/limits.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstring>

#include "engine/bench.h"
#include "kernels/compute.h"

namespace hearth::engine {
namespace {

constexpr int kPasses = 9;
constexpr std::int64_t kSlice = 1 << 20;
constexpr std::int64_t kMacRounds = 200'000;

template <typename Body>
double bestSeconds(Body body) {
    double best = 1e30;
    for (int pass = 0; pass < kPasses; ++pass) {
        const auto start = std::chrono::steady_clock::now();
        body();
        best =
            std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

std::uint64_t sumOf(const std::byte* data, std::int64_t bytes) {
    const auto* words = reinterpret_cast<const std::uint64_t*>(data);
    std::uint64_t sums[8] = {};
    constexpr std::int64_t kAhead = 512;  // words; as the kernels do, since it reads faster than without
    for (std::int64_t i = 0; i < bytes / 8; i += 8) {
        __builtin_prefetch(words + i + kAhead);
        for (int k = 0; k < 8; ++k) sums[k] += words[i + k];
    }
    std::uint64_t sum = 0;
    for (const std::uint64_t part : sums) sum += part;
    return sum;
}

}  // namespace

double measureBandwidth(base::ThreadPool& pool, std::uint64_t bytes) {
    const AlignedBytes memory(bytes);
    if (!memory.data()) return 0;
    std::memset(memory.data(), 1, bytes);
    std::atomic<std::uint64_t> total{0};
    const double seconds = bestSeconds([&] {
        pool.parallelFor(static_cast<std::int64_t>(bytes) / kSlice, 4,
                         [&](std::int64_t begin, std::int64_t end, int) {
                             total += sumOf(memory.data() + begin * kSlice, (end - begin) * kSlice);
                         });
    });
    // The sum is used, so that no compiler may leave the reading out.
    return total.load() == 0 ? 0 : static_cast<double>(bytes) / seconds;
}

double memoryBandwidth(int threads, std::uint64_t bytes) {
    base::ThreadPool pool(threads);
    return measureBandwidth(pool, bytes);
}

double measureMacRate(base::ThreadPool& pool, const Kernels& kernels, DType type) {
    const TypeKernels* types = kernels.find(type);
    const auto spin = types && types->quantizesActivations ? kernels.spinInt8 : kernels.spinFloat;
    if (!spin) return 0;
    const std::int64_t threads = pool.threads();
    std::atomic<std::int64_t> macs{0};
    const double seconds = bestSeconds([&] {
        macs = 0;
        pool.parallelFor(threads, 1, [&](std::int64_t, std::int64_t, int) { macs += spin(kMacRounds); });
    });
    return static_cast<double>(macs.load()) / seconds;
}

}  // namespace hearth::engine

// Speed of matrix products and attention, for every instruction set of this machine.
// Counters: weight bytes read a second (one input) and multiply-accumulates a second (many inputs).
#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

#include "kernels/ops.h"
#include "kernels/weights.h"
#include "tensor/rows.h"

namespace hearth::engine {
namespace {

constexpr int kThreads = 2;

std::vector<float> randomValues(std::size_t count) {
    std::mt19937 random(1);
    std::normal_distribution<float> normal(0, 1);
    std::vector<float> values(count);
    for (float& value : values) value = normal(random);
    return values;
}

// Rows of weights: one random row repeated, which is as fast to multiply as any.
std::vector<std::byte> weightsOf(DType type, std::int64_t rows, std::int64_t cols) {
    const std::vector<float> values = randomValues(static_cast<std::size_t>(cols));
    const std::uint64_t rowBytes = bytesOf(type, static_cast<std::uint64_t>(cols));
    std::vector<std::byte> bytes(rowBytes * static_cast<std::uint64_t>(rows));
    quantizeRow(type, values.data(), bytes.data(), cols);
    for (std::uint64_t at = rowBytes; at < bytes.size(); at += rowBytes) {
        std::copy_n(bytes.begin(), rowBytes, bytes.begin() + static_cast<std::ptrdiff_t>(at));
    }
    return bytes;
}

void multiply(benchmark::State& state, const Kernels* kernels, DType type, std::int64_t rows,
              std::int64_t cols, int n) {
    base::ThreadPool pool(kThreads);
    const auto bytes = weightsOf(type, rows, cols);
    const auto matrix = WeightMatrix::create(*kernels, pool, type, rows, cols, bytes.data());
    if (!matrix) return state.SkipWithError(matrix.error().text().c_str());
    Compute compute(*kernels, pool);
    const auto x = randomValues(static_cast<std::size_t>(n * cols));
    std::vector<float> y(static_cast<std::size_t>(n * rows));
    for (auto _ : state) {
        matmul(compute, *matrix, x.data(), y.data(), n);
        benchmark::ClobberMemory();
    }
    const auto calls = static_cast<double>(state.iterations());
    state.counters["bytes/s"] =
        benchmark::Counter(calls * static_cast<double>(matrix->streamedBytes()), benchmark::Counter::kIsRate);
    state.counters["macs/s"] =
        benchmark::Counter(calls * static_cast<double>(rows * cols * n), benchmark::Counter::kIsRate);
}

void attend(benchmark::State& state, const Kernels* kernels, int n, int start) {
    base::ThreadPool pool(kThreads);
    Compute compute(*kernels, pool);
    AttentionArgs args;
    args.n = n;
    args.heads = 32;
    args.kvHeads = 4;
    args.headDim = args.valueDim = 64;
    args.start = start;
    args.scale = 0.125f;
    const auto q = randomValues(static_cast<std::size_t>(n) * 2048);
    std::vector<float> out(q.size());
    const std::vector<std::uint16_t> cache(static_cast<std::size_t>(start + n) * 256, 0x2e66);
    args.q = q.data();
    args.out = out.data();
    args.k = args.v = {cache.data(), 256, 64};
    for (auto _ : state) {
        attention(compute, args);
        benchmark::ClobberMemory();
    }
}

void registerAll() {
    constexpr DType types[] = {DType::Q4_0, DType::Q8_0, DType::Q4_K, DType::Q6_K,
                               DType::F16,  DType::BF16, DType::F32};
    for (const char* isa : {"avx512", "avx2", "reference"}) {
        const auto kernels = selectKernels(isa);
        if (!kernels) continue;
        for (const DType type : types) {
            for (const int n : {1, 4, 16, 512}) {
                // One input: far more weights than caches hold, as in a whole model. Many: one layer's
                // matrix.
                const std::int64_t rows = n == 1 ? 65536 : 5632;
                if ((*kernels)->isa == Isa::Reference && n > 1) continue;
                const std::string title =
                    std::string(isa) + "/" + std::string(name(type)) + "/n" + std::to_string(n);
                benchmark::RegisterBenchmark(title.c_str(), multiply, *kernels, type, rows, 2048, n)
                    ->UseRealTime();
            }
        }
        for (const auto& [n, start] : {std::pair(1, 511), std::pair(1, 4095), std::pair(512, 0)}) {
            const std::string title =
                std::string(isa) + "/attention/n" + std::to_string(n) + "/start" + std::to_string(start);
            benchmark::RegisterBenchmark(title.c_str(), attend, *kernels, n, start)->UseRealTime();
        }
    }
}

}  // namespace
}  // namespace hearth::engine

int main(int argc, char** argv) {
    hearth::engine::registerAll();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}

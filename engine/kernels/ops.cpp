#include "kernels/ops.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace hearth::engine {
namespace {

// Elements below which one thread is done before a second has started.
constexpr std::int64_t kSerial = 8192;

// Shares out n rows of `cols` elements.
template <typename Body>
void forRows(Compute& compute, std::int64_t n, std::int64_t cols, Body&& body) {
    const std::int64_t grain = std::max<std::int64_t>(1, kSerial / std::max<std::int64_t>(1, cols));
    compute.pool().parallelFor(n, grain, [&](std::int64_t begin, std::int64_t end, int) {
        for (std::int64_t row = begin; row < end; ++row) body(row);
    });
}

// Shares out `count` elements.
template <typename Body>
void forElements(Compute& compute, std::int64_t count, Body&& body) {
    compute.pool().parallelFor(count, kSerial,
                               [&](std::int64_t begin, std::int64_t end, int) { body(begin, end - begin); });
}

}  // namespace

void rmsNorm(Compute& compute, const float* x, const float* weight, float* out, int n, std::int64_t cols,
             float epsilon) {
    forRows(compute, n, cols, [&](std::int64_t t) {
        compute.kernels().rmsNorm(x + t * cols, weight, out + t * cols, cols, epsilon);
    });
}

void layerNorm(Compute& compute, const float* x, const float* weight, const float* bias, float* out, int n,
               std::int64_t cols, float epsilon) {
    forRows(compute, n, cols, [&](std::int64_t t) {
        const float* from = x + t * cols;
        double sum = 0;
        double squares = 0;
        for (std::int64_t i = 0; i < cols; ++i) sum += from[i];
        const double mean = sum / static_cast<double>(cols);
        for (std::int64_t i = 0; i < cols; ++i) squares += (from[i] - mean) * (from[i] - mean);
        const double inverse = 1 / std::sqrt(squares / static_cast<double>(cols) + epsilon);
        for (std::int64_t i = 0; i < cols; ++i)
            out[t * cols + i] = static_cast<float>((from[i] - mean) * inverse) * weight[i] + bias[i];
    });
}

void ropeTable(const double* inverseFrequencies, int pairs, int firstPosition, int n, float magnitude,
               float* cos, float* sin) {
    for (int t = 0; t < n; ++t) {
        for (int i = 0; i < pairs; ++i) {
            const double angle = (firstPosition + t) * inverseFrequencies[i];
            *cos++ = static_cast<float>(std::cos(angle)) * magnitude;
            *sin++ = static_cast<float>(std::sin(angle)) * magnitude;
        }
    }
}

void rope(Compute& compute, float* x, const float* cos, const float* sin, int n, int heads, int headDim,
          int pairs, RopeStyle style) {
    const auto rotate =
        style == RopeStyle::Neox ? compute.kernels().ropeNeox : compute.kernels().ropeInterleaved;
    const std::int64_t row = static_cast<std::int64_t>(heads) * headDim;
    forRows(compute, n, row, [&](std::int64_t t) {
        for (int h = 0; h < heads; ++h) {
            rotate(x + t * row + static_cast<std::int64_t>(h) * headDim, cos + t * pairs, sin + t * pairs,
                   pairs);
        }
    });
}

void gatedUnit(Compute& compute, GatedUnit unit, const float* gate, const float* up, float* out,
               std::int64_t count) {
    forElements(compute, count, [&](std::int64_t begin, std::int64_t length) {
        compute.kernels().gatedUnit(unit, gate + begin, up + begin, out + begin, length);
    });
}

void activate(Compute& compute, GatedUnit unit, float* x, std::int64_t count) {
    static const std::vector<float> ones(kSerial, 1.0f);  // forElements gives no more at once
    forElements(compute, count, [&](std::int64_t begin, std::int64_t length) {
        compute.kernels().gatedUnit(unit, x + begin, ones.data(), x + begin, length);
    });
}

void addTo(Compute& compute, float* y, const float* x, std::int64_t count) {
    forElements(compute, count, [&](std::int64_t begin, std::int64_t length) {
        compute.kernels().add(y + begin, x + begin, length);
    });
}

void scaleBy(Compute& compute, float* x, std::int64_t count, float factor) {
    if (factor == 1) return;
    forElements(compute, count, [&](std::int64_t begin, std::int64_t length) {
        for (std::int64_t i = begin; i < begin + length; ++i) x[i] *= factor;
    });
}

void capAt(Compute& compute, float* x, std::int64_t count, float cap) {
    forElements(compute, count, [&](std::int64_t begin, std::int64_t length) {
        for (std::int64_t i = begin; i < begin + length; ++i) x[i] = cap * std::tanh(x[i] / cap);
    });
}

void softmax(Compute& compute, float* x, int n, std::int64_t cols) {
    forRows(compute, n, cols, [&](std::int64_t t) { compute.kernels().softmax(x + t * cols, cols); });
}

void toHalf(Compute& compute, const float* in, std::uint16_t* out, std::int64_t count) {
    forElements(compute, count, [&](std::int64_t begin, std::int64_t length) {
        compute.kernels().toHalf(in + begin, out + begin, length);
    });
}

void recurrence(Compute& compute, int heads, const std::function<RecurrenceArgs(int head)>& of) {
    const int blocks = of(0).blocks();
    compute.pool().parallelFor(
        std::int64_t{heads} * blocks, 1, [&](std::int64_t begin, std::int64_t end, int) {
            for (std::int64_t i = begin; i < end; ++i)
                compute.kernels().recurrence(of(static_cast<int>(i / blocks)), static_cast<int>(i % blocks));
        });
}

void attention(Compute& compute, const AttentionArgs& args) {
    if (args.n <= 0) return;
    const Kernels& kernels = compute.kernels();
    const std::int64_t scratchFloats = (kernels.attentionScratch(args) + 15) / 16 * 16;
    auto* scratch = reinterpret_cast<float*>(compute.scratch(
        static_cast<std::uint64_t>(scratchFloats * compute.pool().threads()) * sizeof(float)));
    const int block = std::clamp(kernels.attentionRows / (args.heads / args.kvHeads), 1, args.n);
    const int blocks = (args.n + block - 1) / block;
    compute.pool().parallelFor(
        static_cast<std::int64_t>(blocks) * args.kvHeads, 1,
        [&](std::int64_t begin, std::int64_t end, int thread) {
            for (std::int64_t i = begin; i < end; ++i) {
                // The last queries see most positions: longest work first.
                const int from = (blocks - 1 - static_cast<int>(i / args.kvHeads)) * block;
                kernels.attention(args, static_cast<int>(i % args.kvHeads), from,
                                  std::min(from + block, args.n), scratch + thread * scratchFloats);
            }
        });
}

}  // namespace hearth::engine

// Element-wise operations written once for all vector widths. Included only by the file of one instruction
// set, after it has defined `Vec` (see x86_avx2/vec.h) in the same unnamed namespace.
#pragma once

#include <cstdint>

#include "kernels/kernels.h"

namespace hearth::engine {
namespace {

// exp(x) to within 2 units in the last place. Argument reduction and polynomial as in Cephes' expf: x = n ln
// 2
// + r, exp(r) by a polynomial of degree 6. Results below the smallest normal number become about that number.
inline Vec exponential(Vec x) {
    x = Vec::max(Vec::min(x, Vec::all(88.0f)), Vec::all(-87.3f));
    const Vec n = Vec::round(x * Vec::all(1.44269504088896341f));
    Vec r = Vec::fma(n, Vec::all(-0.693359375f), x);
    r = Vec::fma(n, Vec::all(2.12194440e-4f), r);
    Vec p = Vec::all(1.9875691500e-4f);
    p = Vec::fma(p, r, Vec::all(1.3981999507e-3f));
    p = Vec::fma(p, r, Vec::all(8.3334519073e-3f));
    p = Vec::fma(p, r, Vec::all(4.1665795894e-2f));
    p = Vec::fma(p, r, Vec::all(1.6666665459e-1f));
    p = Vec::fma(p, r, Vec::all(5.0000001201e-1f));
    p = Vec::fma(p, r * r, r + Vec::all(1.0f));
    return Vec::scaleByPowerOfTwo(p, n);
}

// tanh(x) = 1 - 2 / (exp(2x) + 1), to about 1e-7.
inline Vec hyperbolicTangent(Vec x) {
    return Vec::all(1.0f) - Vec::all(2.0f) / (exponential(x + x) + Vec::all(1.0f));
}

// Calls body(first index, lanes) so that all `count` elements are covered once.
template <typename Body>
inline void forLanes(std::int64_t count, Body body) {
    std::int64_t i = 0;
    for (; i + Vec::kLanes <= count; i += Vec::kLanes) body(i, Vec::kLanes);
    if (i < count) body(i, static_cast<int>(count - i));
}

void rmsNormRow(const float* x, const float* weight, float* out, std::int64_t cols, float epsilon) {
    Vec squares = Vec::zero();
    forLanes(cols, [&](std::int64_t i, int lanes) {
        const Vec v = Vec::load(x + i, lanes);
        squares = Vec::fma(v, v, squares);
    });
    const float mean = squares.sum() / static_cast<float>(cols);
    const Vec scale = Vec::all(1.0f / __builtin_sqrtf(mean + epsilon));
    forLanes(cols, [&](std::int64_t i, int lanes) {
        (Vec::load(x + i, lanes) * scale * Vec::load(weight + i, lanes)).store(out + i, lanes);
    });
}

void ropeNeoxHead(float* x, const float* cos, const float* sin, int pairs) {
    forLanes(pairs, [&](std::int64_t i, int lanes) {
        const Vec a = Vec::load(x + i, lanes);
        const Vec b = Vec::load(x + pairs + i, lanes);
        const Vec c = Vec::load(cos + i, lanes);
        const Vec s = Vec::load(sin + i, lanes);
        Vec::fma(a, c, Vec::zero() - b * s).store(x + i, lanes);
        Vec::fma(b, c, a * s).store(x + pairs + i, lanes);
    });
}

// A small share of a token's time; compilers vectorize it as far as it goes.
void ropeInterleavedHead(float* x, const float* cos, const float* sin, int pairs) {
    for (int i = 0; i < pairs; ++i) {
        const float a = x[2 * i];
        const float b = x[2 * i + 1];
        x[2 * i] = a * cos[i] - b * sin[i];
        x[2 * i + 1] = a * sin[i] + b * cos[i];
    }
}

inline Vec sigmoid(Vec x) {
    return Vec::all(1.0f) / (exponential(Vec::zero() - x) + Vec::all(1.0f));
}

inline Vec gateThrough(GatedUnit unit, Vec gate, Vec up) {
    switch (unit) {
        case GatedUnit::Silu:
            return gate * sigmoid(gate) * up;
        case GatedUnit::Sigmoid:
            return sigmoid(gate) * up;
        case GatedUnit::Gelu: {
            // (1 + tanh(z)) / 2 = sigmoid(2z)
            const Vec cubic = Vec::fma(gate * gate * gate, Vec::all(0.044715f), gate);
            return gate * sigmoid(Vec::all(1.5957691216f) * cubic) * up;
        }
        case GatedUnit::Relu:
            return Vec::max(gate, Vec::zero()) * up;
        case GatedUnit::ReluSquared: {
            const Vec positive = Vec::max(gate, Vec::zero());
            return positive * positive * up;
        }
        case GatedUnit::ClampedSwish: {
            gate = Vec::min(gate, Vec::all(7.0f));
            up = Vec::max(Vec::min(up, Vec::all(7.0f)), Vec::all(-7.0f));
            return gate * sigmoid(Vec::all(1.702f) * gate) * (up + Vec::all(1.0f));
        }
    }
    return gate;
}

void gatedUnitAll(GatedUnit unit, const float* gate, const float* up, float* out, std::int64_t count) {
    forLanes(count, [&](std::int64_t i, int lanes) {
        gateThrough(unit, Vec::load(gate + i, lanes), Vec::load(up + i, lanes)).store(out + i, lanes);
    });
}

void addAll(float* y, const float* x, std::int64_t count) {
    forLanes(count, [&](std::int64_t i, int lanes) {
        (Vec::load(y + i, lanes) + Vec::load(x + i, lanes)).store(y + i, lanes);
    });
}

void softmaxRow(float* x, std::int64_t count) {
    if (count <= 0) return;
    Vec most = Vec::all(x[0]);
    std::int64_t i = 0;
    for (; i + Vec::kLanes <= count; i += Vec::kLanes) most = Vec::max(most, Vec::load(x + i));
    float largest = most.largest();
    for (; i < count; ++i) largest = x[i] > largest ? x[i] : largest;
    float sum = 0;
    Vec sums = Vec::zero();
    forLanes(count, [&](std::int64_t at, int lanes) {
        const Vec e = exponential(Vec::load(x + at, lanes) - Vec::all(largest));
        e.store(x + at, lanes);
        if (lanes == Vec::kLanes) {
            sums = sums + e;
        } else {
            for (int k = 0; k < lanes; ++k) sum += x[at + k];
        }
    });
    const Vec inverse = Vec::all(1.0f / (sum + sums.sum()));
    forLanes(count,
             [&](std::int64_t at, int lanes) { (Vec::load(x + at, lanes) * inverse).store(x + at, lanes); });
}

void toHalfAll(const float* in, std::uint16_t* out, std::int64_t count) {
    forLanes(count, [&](std::int64_t i, int lanes) { Vec::load(in + i, lanes).storeHalf(out + i, lanes); });
}

void fromHalfAll(const std::uint16_t* in, float* out, std::int64_t count) {
    forLanes(count, [&](std::int64_t i, int lanes) { Vec::loadHalf(in + i, lanes).store(out + i, lanes); });
}

}  // namespace
}  // namespace hearth::engine

// The recurrence of linear attention written once for all vector widths (see elementwise.h for how this is
// included). Lanes run over the columns of the state, which do not need each other: a block of them stays in
// the first-level cache while all tokens pass by.
#pragma once

#include "kernels/kernels.h"
#include "kernels/simd/unroll.h"

namespace hearth::engine {
namespace {

constexpr int kBlockVectors = kStateColumns / Vec::kLanes;

// sums += Σ_k left[k] * rows[k], in two halves that do not wait for each other.
inline void addRows(const float* rows, const float* left, int count, Vec (&sums)[kBlockVectors]) {
    Vec odd[kBlockVectors];
    HEARTH_UNROLL
    for (int i = 0; i < kBlockVectors; ++i) odd[i] = Vec::zero();
    int k = 0;
    for (; k + 2 <= count; k += 2) {
        const Vec a = Vec::all(left[k]);
        const Vec b = Vec::all(left[k + 1]);
        HEARTH_UNROLL
        for (int i = 0; i < kBlockVectors; ++i) {
            const float* row = rows + k * kStateColumns + i * Vec::kLanes;
            sums[i] = Vec::fma(a, Vec::load(row), sums[i]);
            odd[i] = Vec::fma(b, Vec::load(row + kStateColumns), odd[i]);
        }
    }
    HEARTH_UNROLL
    for (int i = 0; i < kBlockVectors; ++i) {
        if (k < count)
            sums[i] =
                Vec::fma(Vec::all(left[k]), Vec::load(rows + k * kStateColumns + i * Vec::kLanes), sums[i]);
        sums[i] = sums[i] + odd[i];
    }
}

// rows = rows * decay + k ⊗ w; sums += Σ_k q[k] * rows[k]
inline void updateRows(const RecurrenceArgs& args, float* rows, const float* k, const float* q, float decay,
                       const Vec (&w)[kBlockVectors], Vec (&sums)[kBlockVectors]) {
    const Vec shrink = Vec::all(decay);
    for (int r = 0; r < args.keyDim; ++r) {
        const Vec key = Vec::all(k[r]);
        const Vec query = Vec::all(q[r]);
        HEARTH_UNROLL
        for (int i = 0; i < kBlockVectors; ++i) {
            float* row = rows + r * kStateColumns + i * Vec::kLanes;
            const Vec next = Vec::fma(key, w[i], Vec::load(row) * shrink);
            next.store(row);
            sums[i] = Vec::fma(query, next, sums[i]);
        }
    }
}

void recurrenceBlock(const RecurrenceArgs& args, int block) {
    float* rows = args.state + static_cast<std::int64_t>(block) * args.keyDim * kStateColumns;
    const int first = block * kStateColumns;
    const int columns = args.valueDim - first < kStateColumns ? args.valueDim - first : kStateColumns;
    for (int t = 0; t < args.n; ++t) {
        const float* k = args.k + t * args.keyStride;
        const float decay = args.decay[t * args.gateStride];
        const Vec strength = Vec::all(args.strength[t * args.gateStride]);
        float values[kStateColumns] = {};
        for (int c = 0; c < columns; ++c) values[c] = args.v[t * args.valueStride + first + c];
        Vec w[kBlockVectors];
        Vec sums[kBlockVectors];
        HEARTH_UNROLL
        for (int i = 0; i < kBlockVectors; ++i) w[i] = sums[i] = Vec::zero();
        if (args.corrects) addRows(rows, k, args.keyDim, w);
        HEARTH_UNROLL
        for (int i = 0; i < kBlockVectors; ++i)
            w[i] = (Vec::load(values + i * Vec::kLanes) - w[i] * Vec::all(decay)) * strength;
        updateRows(args, rows, k, args.q + t * args.keyStride, decay, w, sums);
        HEARTH_UNROLL
        for (int i = 0; i < kBlockVectors; ++i) sums[i].store(values + i * Vec::kLanes);
        for (int c = 0; c < columns; ++c) args.out[t * args.outStride + first + c] = values[c];
    }
}

}  // namespace
}  // namespace hearth::engine

// Products with F32, F16 and BF16 weights, written once for all vector widths (see elementwise.h for how this
// is included). Rows are multiplied where they lie: lanes run along the columns, and each loaded vector
// serves kTileRows rows or kTileTokens inputs from registers.
#pragma once

#include "kernels/kernels.h"
#include "kernels/simd/unroll.h"

namespace hearth::engine {
namespace {

struct ReadF32 {
    using Element = float;
    static Vec load(const float* p) { return Vec::load(p); }
    static Vec load(const float* p, int lanes) { return Vec::load(p, lanes); }
};
struct ReadF16 {
    using Element = std::uint16_t;
    static Vec load(const std::uint16_t* p) { return Vec::loadHalf(p); }
    static Vec load(const std::uint16_t* p, int lanes) { return Vec::loadHalf(p, lanes); }
};
struct ReadBF16 {
    using Element = std::uint16_t;
    static Vec load(const std::uint16_t* p) { return Vec::loadBfloat(p); }
    static Vec load(const std::uint16_t* p, int lanes) { return Vec::loadBfloat(p, lanes); }
};

template <typename Read, int R, int T>
void floatTile(const typename Read::Element* w, const float* x, std::int64_t cols, float* y,
               std::int64_t yStride) {
    Vec sums[R][T];
    HEARTH_UNROLL
    for (int r = 0; r < R; ++r) {
        HEARTH_UNROLL
        for (int t = 0; t < T; ++t) sums[r][t] = Vec::zero();
    }
    std::int64_t c = 0;
    for (; c + Vec::kLanes <= cols; c += Vec::kLanes) {
        Vec rows[R];
        HEARTH_UNROLL
        for (int r = 0; r < R; ++r) rows[r] = Read::load(w + r * cols + c);
        HEARTH_UNROLL
        for (int t = 0; t < T; ++t) {
            const Vec v = Vec::load(x + t * cols + c);
            HEARTH_UNROLL
            for (int r = 0; r < R; ++r) sums[r][t] = Vec::fma(rows[r], v, sums[r][t]);
        }
    }
    if (c < cols) {
        const int lanes = static_cast<int>(cols - c);
        HEARTH_UNROLL
        for (int t = 0; t < T; ++t) {
            const Vec v = Vec::load(x + t * cols + c, lanes);
            HEARTH_UNROLL
            for (int r = 0; r < R; ++r) {
                sums[r][t] = Vec::fma(Read::load(w + r * cols + c, lanes), v, sums[r][t]);
            }
        }
    }
    HEARTH_UNROLL
    for (int r = 0; r < R; ++r) {
        HEARTH_UNROLL
        for (int t = 0; t < T; ++t) y[t * yStride + r] = sums[r][t].sum();
    }
}

// One row and one input. Four sums hide the latency of additions, and memory is read in one stream.
template <typename Read>
float floatDot(const typename Read::Element* w, const float* x, std::int64_t cols) {
    constexpr int kSums = 4;
    Vec sums[kSums];
    HEARTH_UNROLL
    for (int i = 0; i < kSums; ++i) sums[i] = Vec::zero();
    std::int64_t c = 0;
    for (; c + kSums * Vec::kLanes <= cols; c += kSums * Vec::kLanes) {
        HEARTH_UNROLL
        for (int i = 0; i < kSums; ++i) {
            const std::int64_t at = c + i * Vec::kLanes;
            sums[i] = Vec::fma(Read::load(w + at), Vec::load(x + at), sums[i]);
        }
    }
    for (; c < cols; c += Vec::kLanes) {
        const int lanes = cols - c < Vec::kLanes ? static_cast<int>(cols - c) : Vec::kLanes;
        sums[0] = Vec::fma(Read::load(w + c, lanes), Vec::load(x + c, lanes), sums[0]);
    }
    return ((sums[0] + sums[1]) + (sums[2] + sums[3])).sum();
}

template <typename Read, int R>
void floatRows(const typename Read::Element* w, const MatmulArgs& args, std::int64_t row, int first,
               int last) {
    const float* x = args.x->values + first * args.cols;
    float* y = args.y + first * args.yStride + row;
    int t = first;
    for (; t + Vec::kTileTokens <= last; t += Vec::kTileTokens) {
        floatTile<Read, R, Vec::kTileTokens>(w, x, args.cols, y, args.yStride);
        x += Vec::kTileTokens * args.cols;
        y += Vec::kTileTokens * args.yStride;
    }
    for (; t < last; ++t) {
        floatTile<Read, R, 1>(w, x, args.cols, y, args.yStride);
        x += args.cols;
        y += args.yStride;
    }
}

template <typename Read>
void matmulFloats(const MatmulArgs& args) {
    const auto* weights = reinterpret_cast<const typename Read::Element*>(args.weights);
    if (args.x->n == 1) {
        for (std::int64_t row = args.rowBegin; row < args.rowEnd; ++row) {
            args.y[row] = floatDot<Read>(weights + row * args.cols, args.x->values, args.cols);
        }
        return;
    }
    // Inputs that stay in the second-level cache while all rows of the range pass by.
    constexpr int kInputs = 8 * Vec::kTileTokens;
    for (int first = 0; first < args.x->n; first += kInputs) {
        const int last = first + kInputs < args.x->n ? first + kInputs : args.x->n;
        std::int64_t row = args.rowBegin;
        for (; row + Vec::kTileRows <= args.rowEnd; row += Vec::kTileRows) {
            floatRows<Read, Vec::kTileRows>(weights + row * args.cols, args, row, first, last);
        }
        for (; row < args.rowEnd; ++row)
            floatRows<Read, 1>(weights + row * args.cols, args, row, first, last);
    }
}

}  // namespace
}  // namespace hearth::engine

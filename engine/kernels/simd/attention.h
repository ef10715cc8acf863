// Attention written once for all vector widths (see elementwise.h for how this is included).
//
// A row is a pair of query and head; lanes run over rows, so that scores, running maxima, sums and outputs
// are all computed lane by lane: keys and values are read as they lie in the cache and nothing is ever added
// up across lanes. Positions are taken kTile at a time with a running maximum (Milakov & Gimelshein 2018).
#pragma once

#include "kernels/kernels.h"
#include "kernels/simd/elementwise.h"
#include "kernels/simd/unroll.h"

namespace hearth::engine {
namespace {

constexpr int kTilePositions = 32;
constexpr float kMasked = -1e30f;  // a score that weighs nothing, and whose differences stay numbers

inline std::int64_t paddedRows(std::int64_t rows) {
    constexpr int step = 2 * Vec::kLanes;
    return (rows + step - 1) / step * step;
}

// Values are taken eight numbers at a time; what a head lacks is filled up with zeros.
inline int paddedValues(const AttentionArgs& args) {
    return (args.valueDim + 7) / 8 * 8;
}

struct AttentionScratch {
    float* queries;  // [headDim, rows], scaled
    float* out;      // [padded valueDim, rows]
    float* scores;   // [kTilePositions, rows]
    float* most;     // [rows], running maximum
    float* sum;      // [rows], of the weights so far
    float* first;    // [rows], first position seen, as a number
    float* last;     // [rows], last position seen, as a number
    float* own;      // [rows], position of the query, as a number
    float* slope;    // [rows], what a score loses by a position of distance
    float* keys;     // [kTilePositions, headDim]
    float* values;   // [kTilePositions, padded valueDim]
    std::int64_t rows;
};

inline std::int64_t attentionFloats(const AttentionArgs& args, std::int64_t rows) {
    const int dimensions = args.headDim + paddedValues(args);
    return paddedRows(rows) * (dimensions + kTilePositions + 6) + kTilePositions * dimensions;
}

inline AttentionScratch layOut(const AttentionArgs& args, std::int64_t rows, float* memory) {
    const std::int64_t padded = paddedRows(rows);
    AttentionScratch s{};
    s.rows = padded;
    s.queries = memory;
    s.out = s.queries + padded * args.headDim;
    s.scores = s.out + padded * paddedValues(args);
    s.most = s.scores + padded * kTilePositions;
    s.sum = s.most + padded;
    s.first = s.sum + padded;
    s.last = s.first + padded;
    s.own = s.last + padded;
    s.slope = s.own + padded;
    s.keys = s.slope + padded;
    s.values = s.keys + kTilePositions * args.headDim;
    return s;
}

// Which query and head row `row` of the block is, counted in heads from query 0.
inline std::int64_t headRow(const AttentionArgs& args, int kvHead, int queryBegin, std::int64_t row) {
    const int group = args.heads / args.kvHeads;
    return (queryBegin + row / group) * args.heads + kvHead * group + row % group;
}

inline void readQueries(const AttentionArgs& args, int kvHead, int queryBegin, std::int64_t rows,
                        const AttentionScratch& s) {
    const int group = args.heads / args.kvHeads;
    for (std::int64_t row = 0; row < s.rows; ++row) {
        // Rows beyond the block repeat the last one: their results are not written.
        const std::int64_t from = row < rows ? row : rows - 1;
        const std::int64_t head = headRow(args, kvHead, queryBegin, from);
        const float* q = args.q + head * args.headDim;
        for (int d = 0; d < args.headDim; ++d) s.queries[d * s.rows + row] = q[d] * args.scale;
        s.most[row] = args.sinks ? args.sinks[head % args.heads] : kMasked;
        s.sum[row] = args.sinks ? 1 : 0;
        const int query = queryBegin + static_cast<int>(from / group);
        s.first[row] = static_cast<float>(firstSeen(args, query));
        s.last[row] = static_cast<float>(lastSeen(args, query));
        s.own[row] = static_cast<float>(args.start + query);
        s.slope[row] = args.slopes ? args.slopes[head % args.heads] : 0;
    }
    for (std::int64_t i = 0; i < s.rows * paddedValues(args); ++i) s.out[i] = 0;
}

// Positions first … first + count - 1 into rows of `width`, the first `dimension` of which are in the cache.
inline void readTile(const AttentionArgs& args, const CachedRows& rows, int kvHead, int first, int count,
                     int dimension, int width, float* tile) {
    for (int p = 0; p < count; ++p) {
        const std::int64_t at = (first + p) * rows.positionStride + kvHead * rows.headStride;
        float* to = tile + p * width;
        if (args.half) {
            fromHalfAll(static_cast<const std::uint16_t*>(rows.data) + at, to, dimension);
        } else {
            const float* from = static_cast<const float*>(rows.data) + at;
            forLanes(dimension,
                     [&](std::int64_t i, int lanes) { Vec::load(from + i, lanes).store(to + i, lanes); });
        }
        for (int d = dimension; d < width; ++d) to[d] = 0;
    }
}

// a[R][2 vectors] += left[r, k] * right[k, 2 vectors] over k; left has strides for r and k.
template <int R, int V>
inline void outerSum(Vec (&sums)[R][V], const float* left, std::int64_t rowStride, std::int64_t stepStride,
                     const float* right, std::int64_t rightStride, int steps) {
    for (int k = 0; k < steps; ++k) {
        Vec lanes[V];
        HEARTH_UNROLL
        for (int v = 0; v < V; ++v) lanes[v] = Vec::load(right + k * rightStride + v * Vec::kLanes);
        HEARTH_UNROLL
        for (int r = 0; r < R; ++r) {
            const Vec factor = Vec::all(left[r * rowStride + k * stepStride]);
            HEARTH_UNROLL
            for (int v = 0; v < V; ++v) sums[r][v] = Vec::fma(factor, lanes[v], sums[r][v]);
        }
    }
}

// scores[p .. p + P) for the lanes at `lane`.
template <int P, int V>
inline void scorePositions(const AttentionArgs& args, const AttentionScratch& s, int p, std::int64_t lane) {
    Vec sums[P][V];
    HEARTH_UNROLL
    for (int i = 0; i < P; ++i) {
        HEARTH_UNROLL
        for (int v = 0; v < V; ++v) sums[i][v] = Vec::zero();
    }
    outerSum<P, V>(sums, s.keys + p * args.headDim, args.headDim, 1, s.queries + lane, s.rows, args.headDim);
    HEARTH_UNROLL
    for (int i = 0; i < P; ++i) {
        HEARTH_UNROLL
        for (int v = 0; v < V; ++v) sums[i][v].store(s.scores + (p + i) * s.rows + lane + v * Vec::kLanes);
    }
}

// out[d .. d + D) for the lanes at `lane`.
template <int D, int V>
inline void addValues(const AttentionArgs& args, const AttentionScratch& s, int count, int d,
                      std::int64_t lane) {
    Vec sums[D][V];
    float* out = s.out + d * s.rows + lane;
    HEARTH_UNROLL
    for (int i = 0; i < D; ++i) {
        HEARTH_UNROLL
        for (int v = 0; v < V; ++v) sums[i][v] = Vec::load(out + i * s.rows + v * Vec::kLanes);
    }
    outerSum<D, V>(sums, s.values + d, 1, paddedValues(args), s.scores + lane, s.rows, count);
    HEARTH_UNROLL
    for (int i = 0; i < D; ++i) {
        HEARTH_UNROLL
        for (int v = 0; v < V; ++v) sums[i][v].store(out + i * s.rows + v * Vec::kLanes);
    }
}

// Caps, lowers by distance and masks scores of one vector of rows; their running maximum.
inline Vec finishScores(const AttentionArgs& args, const AttentionScratch& s, int first, int count,
                        bool masked, std::int64_t lane) {
    float* scores = s.scores + lane;
    Vec most = Vec::load(s.most + lane);
    const Vec begin = Vec::load(s.first + lane);
    const Vec last = Vec::load(s.last + lane);
    const Vec own = Vec::load(s.own + lane);
    const Vec slope = Vec::load(s.slope + lane);
    for (int p = 0; p < count; ++p) {
        Vec score = Vec::load(scores + p * s.rows);
        const Vec position = Vec::all(static_cast<float>(first + p));
        if (args.cap > 0) score = Vec::all(args.cap) * hyperbolicTangent(score / Vec::all(args.cap));
        if (args.slopes) score = Vec::fma(slope, Vec::min(position - own, own - position), score);
        if (masked) score = Vec::whereInside(begin, position, last, score, Vec::all(kMasked));
        if (masked || args.cap > 0 || args.slopes) score.store(scores + p * s.rows);
        most = Vec::max(most, score);
    }
    return most;
}

// Exponentiates scores and rescales what there is, for one vector of rows.
inline void softmaxTile(const AttentionArgs& args, const AttentionScratch& s, int first, int count,
                        bool masked, std::int64_t lane) {
    float* scores = s.scores + lane;
    const Vec before = Vec::load(s.most + lane);
    const Vec most = finishScores(args, s, first, count, masked, lane);
    const Vec shrink = exponential(before - most);
    Vec sum = Vec::load(s.sum + lane) * shrink;
    for (int p = 0; p < count; ++p) {
        const Vec weight = exponential(Vec::load(scores + p * s.rows) - most);
        weight.store(scores + p * s.rows);
        sum = sum + weight;
    }
    most.store(s.most + lane);
    sum.store(s.sum + lane);
    for (int d = 0; d < args.valueDim; ++d) {
        float* out = s.out + d * s.rows + lane;
        (Vec::load(out) * shrink).store(out);
    }
}

template <int V>
inline void attendLanes(const AttentionArgs& args, const AttentionScratch& s, int first, int count,
                        bool masked, std::int64_t lane) {
    constexpr int kBlock = Vec::kTileRows == 4 ? 8 : 4;
    int p = 0;
    for (; p + kBlock <= count; p += kBlock) scorePositions<kBlock, V>(args, s, p, lane);
    for (; p < count; ++p) scorePositions<1, V>(args, s, p, lane);
    HEARTH_UNROLL
    for (int v = 0; v < V; ++v) softmaxTile(args, s, first, count, masked, lane + v * Vec::kLanes);
    for (int d = 0; d < paddedValues(args); d += kBlock) addValues<kBlock, V>(args, s, count, d, lane);
}

inline void writeOut(const AttentionArgs& args, int kvHead, int queryBegin, std::int64_t rows,
                     const AttentionScratch& s) {
    for (std::int64_t row = 0; row < rows; ++row) {
        float* out = args.out + headRow(args, kvHead, queryBegin, row) * args.valueDim;
        const float inverse = 1.0f / s.sum[row];
        for (int d = 0; d < args.valueDim; ++d) out[d] = s.out[d * s.rows + row] * inverse;
    }
}

void attendBlock(const AttentionArgs& args, int kvHead, int queryBegin, int queryEnd, float* memory) {
    const int group = args.heads / args.kvHeads;
    const std::int64_t rows = static_cast<std::int64_t>(queryEnd - queryBegin) * group;
    const AttentionScratch s = layOut(args, rows, memory);
    readQueries(args, kvHead, queryBegin, rows, s);
    const int end = lastSeen(args, queryEnd - 1) + 1;
    for (int first = firstSeen(args, queryBegin); first < end; first += kTilePositions) {
        const int count = end - first < kTilePositions ? end - first : kTilePositions;
        // A tile that every query sees whole needs no mask.
        const bool masked = first + count > lastSeen(args, queryBegin) + 1 || args.window > 0;
        readTile(args, args.k, kvHead, first, count, args.headDim, args.headDim, s.keys);
        readTile(args, args.v, kvHead, first, count, args.valueDim, paddedValues(args), s.values);
        std::int64_t lane = 0;
        const std::int64_t used = (rows + Vec::kLanes - 1) / Vec::kLanes * Vec::kLanes;
        for (; lane + 2 * Vec::kLanes <= used; lane += 2 * Vec::kLanes) {
            attendLanes<2>(args, s, first, count, masked, lane);
        }
        if (lane < used) attendLanes<1>(args, s, first, count, masked, lane);
    }
    writeOut(args, kvHead, queryBegin, rows, s);
}

constexpr int kAttentionRows = 64;

std::int64_t attentionScratchFloats(const AttentionArgs& args) {
    const int group = args.heads / args.kvHeads;
    return attentionFloats(args, group > kAttentionRows ? group : kAttentionRows);
}

}  // namespace
}  // namespace hearth::engine

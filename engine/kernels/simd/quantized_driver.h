// Walks the panels of a packed matrix and the inputs in the order that keeps both in cache; written once for
// all instruction sets (see elementwise.h for how this is included). `Format` has:
//   static constexpr int kTile            inputs that one pass over a panel serves; divides kInputTile
//   template <int T> static void tile(panel bytes, TileInput, float* sums [T, 16])
//   static std::int64_t panelBytes(std::int64_t cols)
#pragma once

#include "kernels/kernels.h"
#include "kernels/packed/layout.h"
#include "kernels/simd/unroll.h"

namespace hearth::engine {
namespace {

// Some inputs of one tile of the activations: input t, group g is at slot g * width + t of these.
struct TileInput {
    std::int64_t groups;  // cols / 32
    std::int64_t width;
    const std::int8_t* numbers;
    const float* scales;
    const std::int32_t* negatedSums;
    const std::int32_t* negatedHalfSums;

    void advance() {  // to the next group
        numbers += width * kGroup;
        scales += width;
        negatedSums += width;
        negatedHalfSums += 2 * width;
    }
};

inline TileInput tileInput(const Activations& x, int first) {
    const std::int64_t slot = x.slot(first);
    return {x.cols / kGroup, x.width(first),       x.numbers + slot * kGroup,
            x.scales + slot, x.negatedSums + slot, x.negatedHalfSums + 2 * slot};
}

// A single input waits for memory. The processor sees the pattern late where a superblock has several parts,
// so kernels ask for what comes kAhead bytes later; beyond the matrix that does nothing.
template <int Bytes>
inline void prefetchAhead(const void* p) {
    constexpr int kAhead = 4096;
    HEARTH_UNROLL
    for (int at = 0; at < Bytes; at += 64) __builtin_prefetch(static_cast<const char*>(p) + kAhead + at);
}

template <typename Format, int T>
inline void panelTile(const MatmulArgs& args, std::int64_t panel, int first) {
    alignas(64) float sums[T * packed::kPanelRows];
    const std::byte* weights = args.weights + panel * Format::panelBytes(args.cols);
    Format::template tile<T>(weights, tileInput(*args.x, first), sums);
    const std::int64_t row = panel * packed::kPanelRows;
    const std::int64_t left = args.rowEnd - row;
    const int count = left < packed::kPanelRows ? static_cast<int>(left) : packed::kPanelRows;
    for (int t = 0; t < T; ++t) {
        float* y = args.y + (first + t) * args.yStride + row;
        if (count == packed::kPanelRows) {
            __builtin_memcpy(y, sums + t * packed::kPanelRows, packed::kPanelRows * sizeof(float));
        } else {
            for (int r = 0; r < count; ++r) y[r] = sums[t * packed::kPanelRows + r];
        }
    }
}

// Inputs [first, last), fewer than a full tile.
template <typename Format>
inline void panelRest(const MatmulArgs& args, std::int64_t panel, int first, int last) {
    for (; last - first >= 4; first += 4) panelTile<Format, 4>(args, panel, first);
    if (last - first >= 2) {
        panelTile<Format, 2>(args, panel, first);
        first += 2;
    }
    if (first < last) panelTile<Format, 1>(args, panel, first);
}

template <typename Format>
void matmulPacked(const MatmulArgs& args) {
    const std::int64_t firstPanel = args.rowBegin / packed::kPanelRows;
    const std::int64_t lastPanel = (args.rowEnd + packed::kPanelRows - 1) / packed::kPanelRows;
    const int full = args.x->n / Format::kTile * Format::kTile;
    // All panels of the range fit the second-level cache (see chunkRows), one tile of inputs the first.
    for (int first = 0; first < full; first += Format::kTile) {
        for (std::int64_t panel = firstPanel; panel < lastPanel; ++panel) {
            panelTile<Format, Format::kTile>(args, panel, first);
        }
    }
    if (full == args.x->n) return;
    for (std::int64_t panel = firstPanel; panel < lastPanel; ++panel) {
        panelRest<Format>(args, panel, full, args.x->n);
    }
}

}  // namespace
}  // namespace hearth::engine

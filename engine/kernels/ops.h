// Operations of a transformer besides matrix products, shared out over the threads of a Compute.
// All tensors are float32 and row-major. No operation fails.
#pragma once

#include <cstdint>
#include <functional>

#include "kernels/compute.h"

namespace hearth::engine {

// out[t] = x[t] / sqrt(mean(x[t]²) + epsilon) * weight (Zhang & Sennrich 2019, equation 4). x, out: [n,
// cols], which may be the same; weight: [cols].
void rmsNorm(Compute& compute, const float* x, const float* weight, float* out, int n, std::int64_t cols,
             float epsilon);

// out[t] = (x[t] - mean(x[t])) / sqrt(variance(x[t]) + epsilon) * weight + bias (Ba et al. 2016). x, out: [n,
// cols], which may be the same; weight, bias: [cols].
void layerNorm(Compute& compute, const float* x, const float* weight, const float* bias, float* out, int n,
               std::int64_t cols, float epsilon);

// Cosines and sines for rotary position embedding (Su et al. 2021, equation 34): cos, sin: [n, pairs] for
// angles position * inverseFrequency[pair], multiplied by `magnitude`. Angles are computed in double.
void ropeTable(const double* inverseFrequencies, int pairs, int firstPosition, int n, float magnitude,
               float* cos, float* sin);

enum class RopeStyle {
    Interleaved,  // pairs (2i, 2i + 1), as llama models in GGUF files have them
    Neox          // pairs (i, i + pairs)
};

// Rotates the first 2 * pairs elements of each head of x [n, heads, headDim] in place; row t of the table is
// for row t of x.
void rope(Compute& compute, float* x, const float* cos, const float* sin, int n, int heads, int headDim,
          int pairs, RopeStyle style);

// out = activation(gate) * up, element by element (Shazeer 2020); out may be either input.
void gatedUnit(Compute& compute, GatedUnit unit, const float* gate, const float* up, float* out,
               std::int64_t count);

// x = activation(x): the unit without a partner.
void activate(Compute& compute, GatedUnit unit, float* x, std::int64_t count);

void addTo(Compute& compute, float* y, const float* x, std::int64_t count);  // y += x
void scaleBy(Compute& compute, float* x, std::int64_t count, float factor);
void capAt(Compute& compute, float* x, std::int64_t count, float cap);  // x = cap * tanh(x / cap)
void softmax(Compute& compute, float* x, int n, std::int64_t cols);     // each row, in place

void toHalf(Compute& compute, const float* in, std::uint16_t* out, std::int64_t count);

// The recurrences of all heads, shared out by blocks of columns: `of(head)` gives each head's.
void recurrence(Compute& compute, int heads, const std::function<RecurrenceArgs(int head)>& of);

// Causal attention of n queries over the cache: out[t, h] = Σ_p softmax_p(scale * q[t, h]·k[p]) v[p].
// Computed block by block with a running maximum (Milakov & Gimelshein 2018), so no [n, positions] matrix
// exists. heads is a multiple of kvHeads.
void attention(Compute& compute, const AttentionArgs& args);

}  // namespace hearth::engine

// The table of arithmetic that depends on the processor: one instance per instruction set, chosen once.
// Every entry works on plain memory, keeps no state and may be called from any thread; callers share out work
// over threads (see weights.h and ops.h). Float results of two tables may differ by rounding only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "tensor/dtype.h"

namespace hearth::engine {

// Activations are quantized in groups of this many columns.
inline constexpr int kGroup = 32;

// Rows of input whose groups lie together, so that one pass over weights serves them all from one address.
inline constexpr int kInputTile = 16;

// The input of a product, [n, cols], in both forms; the quantized one only where a weight type uses it.
// Quantized groups lie in slots: tile by tile of kInputTile rows (fewer in the last one), in a tile group by
// group, in a group row by row.
struct Activations {
    int n = 0;
    std::int64_t cols = 0;
    const float* values = nullptr;         // [n, cols]
    const std::int8_t* numbers = nullptr;  // [slots, kGroup], value = scale of its slot * number
    const float* scales = nullptr;         // [slots]
    // Sums of the numbers of each group and of each half of a group, negated: weights are stored as numbers
    // around a positive middle, and what the middle adds is taken off through these.
    const std::int32_t* negatedSums = nullptr;      // [slots]
    const std::int32_t* negatedHalfSums = nullptr;  // [slots, 2]

    // Rows in the tile of row t; also the distance of the slots of successive groups of row t.
    int width(int t) const {
        const int left = n - t / kInputTile * kInputTile;
        return left < kInputTile ? left : kInputTile;
    }
    // The slot of group 0 of row t.
    std::int64_t slot(int t) const { return t / kInputTile * kInputTile * (cols / kGroup) + t % kInputTile; }
};

// Where one row of Activations is written: its group g goes to slot g * stride of these.
struct QuantizedRow {
    std::int8_t* numbers;
    float* scales;
    std::int32_t* negatedSums;
    std::int32_t* negatedHalfSums;
    std::int64_t stride = 1;
};

// y[t, r] = Σ_c weights[r, c] * x[t, c] for rows r in [rowBegin, rowEnd) and all n rows t of x. `rowBegin` is
// a multiple of the type's rowGrain. y is [n, yStride] and points at row 0 of the matrix.
struct MatmulArgs {
    const std::byte* weights = nullptr;  // as `pack` left them, or raw rows where there is no `pack`
    std::int64_t rows = 0;
    std::int64_t cols = 0;
    const Activations* x = nullptr;
    float* y = nullptr;
    std::int64_t yStride = 0;
    std::int64_t rowBegin = 0;
    std::int64_t rowEnd = 0;
};

// How one weight type is multiplied.
struct TypeKernels {
    DType type;
    bool quantizesActivations;
    int rowGrain;  // rows that lie together; work is shared out in multiples of it

    // Bytes of the packed matrix, and packing of rows [rowBegin, rowEnd) into it; null: raw rows are used.
    // rowBegin is a multiple of rowGrain, rowEnd too unless it is `rows`.
    std::uint64_t (*packedBytes)(std::int64_t rows, std::int64_t cols);
    void (*pack)(const std::byte* raw, std::int64_t rows, std::int64_t cols, std::int64_t rowBegin,
                 std::int64_t rowEnd, std::byte* packed);

    void (*matmul)(const MatmulArgs& args);
};

// Keys or values in a cache: element d of a position and head lies at position * positionStride + head *
// headStride + d.
struct CachedRows {
    const void* data = nullptr;       // F16 or F32
    std::int64_t positionStride = 0;  // in elements, as the other
    std::int64_t headStride = 0;
};

// Attention of query rows over a cache, for the query heads that share one key/value head (grouped-query
// attention). Query t is at position start + t and sees positions max(0, start + t - window + 1) … start + t,
// and `ahead` more of those that there are.
struct AttentionArgs {
    const float* q = nullptr;      // [n, heads, headDim]
    float* out = nullptr;          // [n, heads, valueDim]
    const float* sinks = nullptr;  // [heads], a score beside those of the positions, of no value; may be null
    // [heads]: a score loses slope * distance of query and key (Press et al. 2022); may be null
    const float* slopes = nullptr;
    CachedRows k, v;
    bool half = true;  // cache elements are F16; otherwise F32
    int n = 0;
    int heads = 0;
    int kvHeads = 0;
    int headDim = 0;   // of queries and keys
    int valueDim = 0;  // of values
    int start = 0;     // tokens in the cache before query 0; those of the queries are already in it too
    int window = 0;    // positions seen, the own included; 0: all
    int ahead = 0;     // 0: a position sees none after it
    float scale = 1;   // of the scores, usually 1 / sqrt(headDim)
    float cap = 0;     // scaled scores become cap * tanh(score / cap); 0: they stay
};

// The positions that query `query` sees. Of internal linkage: files of one instruction set include them.
static inline int firstSeen(const AttentionArgs& args, int query) {
    const int own = args.start + query;
    return args.window > 0 && own >= args.window ? own - args.window + 1 : 0;
}
static inline int lastSeen(const AttentionArgs& args, int query) {
    const int last = args.start + args.n - 1;
    const int own = args.start + query;
    return args.ahead < last - own ? own + args.ahead : last;
}

// Columns of a recurrent state that lie together.
inline constexpr int kStateColumns = 16;

// The recurrence of linear attention with decay, of one head, for n tokens one after the other:
//   w = strength * (v - decay * Sᵀk), or strength * v;  S = decay * S + k ⊗ w;  out = Sᵀq
// With the correction it is the gated delta rule (Yang et al. 2024, equation 10), without it Mamba-2 (Dao &
// Gu 2024), where k is B, q is C, v is x and strength the length of the step.
struct RecurrenceArgs {
    float* state = nullptr;  // S, in blocks of columns: [blocks, keyDim, kStateColumns], the last one padded
    const float* q = nullptr;         // [keyDim], that of token t at t * keyStride
    const float* k = nullptr;         // the same
    const float* v = nullptr;         // [valueDim], at t * valueStride
    float* out = nullptr;             // [valueDim], at t * outStride
    const float* decay = nullptr;     // at t * gateStride
    const float* strength = nullptr;  // the same
    std::int64_t keyStride = 0;
    std::int64_t valueStride = 0;
    std::int64_t outStride = 0;
    std::int64_t gateStride = 0;
    int n = 0;
    int keyDim = 0;
    int valueDim = 0;
    bool corrects = false;

    int blocks() const { return (valueDim + kStateColumns - 1) / kStateColumns; }
};

// How a gate lets its partner through (Shazeer 2020).
enum class GatedUnit {
    Silu,         // gate * sigmoid(gate) * up
    Sigmoid,      // sigmoid(gate) * up
    Gelu,         // gate * (1 + tanh(√(2/π) (gate + 0.044715 gate³))) / 2 * up
    Relu,         // max(gate, 0) * up
    ReluSquared,  // max(gate, 0)² * up
    // gpt-oss: gate at most 7, up between -7 and 7; gate * sigmoid(1.702 gate) * (up + 1)
    ClampedSwish
};

enum class Isa { Reference, Avx2, Avx512 };

struct Kernels {
    Isa isa;
    std::string_view name;  // as in HEARTH_ISA

    const TypeKernels* types;
    int typeCount;

    // One row of `cols` (a multiple of kGroup) values: number = round to nearest even of value * (127 /
    // largest magnitude of the group), scale = that magnitude / 127.
    void (*quantizeRow)(const float* x, std::int64_t cols, const QuantizedRow& out);

    // out = x / sqrt(mean(x²) + epsilon) * weight, over one row; out may be x.
    void (*rmsNorm)(const float* x, const float* weight, float* out, std::int64_t cols, float epsilon);
    // Rotates pairs of one head in place; cos, sin: [pairs]. Interleaved: (x[2i], x[2i+1]); neox: (x[i],
    // x[i+pairs]).
    void (*ropeInterleaved)(float* x, const float* cos, const float* sin, int pairs);
    void (*ropeNeox)(float* x, const float* cos, const float* sin, int pairs);
    // out = activation(gate) * up; out may be either input.
    void (*gatedUnit)(GatedUnit unit, const float* gate, const float* up, float* out, std::int64_t count);
    void (*add)(float* y, const float* x, std::int64_t count);  // y += x
    void (*softmax)(float* x, std::int64_t count);              // in place
    void (*toHalf)(const float* in, std::uint16_t* out, std::int64_t count);
    void (*fromHalf)(const std::uint16_t* in, float* out, std::int64_t count);

    // Queries [queryBegin, queryEnd) of the heads that share `kvHead`. `scratch` has attentionScratch()
    // floats.
    void (*attention)(const AttentionArgs& args, int kvHead, int queryBegin, int queryEnd, float* scratch);
    std::int64_t (*attentionScratch)(const AttentionArgs& args);
    // One block of columns of a recurrent state.
    void (*recurrence)(const RecurrenceArgs& args, int block);
    int attentionRows;  // pairs of query and head to hand over at once in a long prompt

    // For measuring what the processor can do at best: products in registers with the instructions that
    // quantized and float weights are multiplied with. Both give the number of multiply-accumulates done; may
    // be null.
    std::int64_t (*spinInt8)(std::int64_t rounds);
    std::int64_t (*spinFloat)(std::int64_t rounds);
    std::string_view int8Instruction;   // "vpdpbusd"
    std::string_view floatInstruction;  // "vfmadd231ps"

    const TypeKernels* find(DType type) const;
};

// The table for a name ("reference", "avx2", "avx512"), or for the best instruction set of this machine where
// the name is empty. Unsupported if the machine lacks it; InvalidInput for other names.
base::Result<const Kernels*> selectKernels(std::string_view isa);

// The table that HEARTH_ISA asks for; read once. Errors as above, naming the variable.
base::Result<const Kernels*> defaultKernels();

}  // namespace hearth::engine

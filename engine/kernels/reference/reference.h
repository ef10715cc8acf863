// The scalar reference: what every other kernel is compared with. Clear first, fast never.
#pragma once

#include "kernels/kernels.h"

namespace hearth::engine::reference {

void matmulFloat(const MatmulArgs& args);  // F32, sums in double
void matmulF16(const MatmulArgs& args);
void matmulBF16(const MatmulArgs& args);

// Any type of blocks, with quantized activations.
void matmulBlocks(DType type, const MatmulArgs& args);
template <DType type>
void matmulBlocks(const MatmulArgs& args) {
    matmulBlocks(type, args);
}
// The row of a table for raw rows of such a type.
template <DType type>
inline constexpr TypeKernels kBlocks = {type, true, 1, nullptr, nullptr, matmulBlocks<type>};

void quantizeRow(const float* x, std::int64_t cols, const QuantizedRow& out);

void rmsNorm(const float* x, const float* weight, float* out, std::int64_t cols, float epsilon);
void ropeInterleaved(float* x, const float* cos, const float* sin, int pairs);
void ropeNeox(float* x, const float* cos, const float* sin, int pairs);
void gatedUnit(GatedUnit unit, const float* gate, const float* up, float* out, std::int64_t count);
void add(float* y, const float* x, std::int64_t count);
void softmax(float* x, std::int64_t count);
void toHalf(const float* in, std::uint16_t* out, std::int64_t count);
void fromHalf(const std::uint16_t* in, float* out, std::int64_t count);

void attention(const AttentionArgs& args, int kvHead, int queryBegin, int queryEnd, float* scratch);
std::int64_t attentionScratch(const AttentionArgs& args);

void recurrence(const RecurrenceArgs& args, int block);

}  // namespace hearth::engine::reference

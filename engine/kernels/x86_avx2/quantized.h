// Products with quantized weights, and the quantization of their input, for the avx2 table.
#pragma once

#include "kernels/kernels.h"

namespace hearth::engine::avx2 {

void matmulQ4_0(const MatmulArgs& args);
void matmulQ8_0(const MatmulArgs& args);
void matmulQ4_K(const MatmulArgs& args);
void matmulQ6_K(const MatmulArgs& args);

void quantizeRow(const float* x, std::int64_t cols, const QuantizedRow& out);

}  // namespace hearth::engine::avx2

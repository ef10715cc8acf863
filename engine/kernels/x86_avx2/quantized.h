// Products with quantized weights, and the quantization of their input, for the avx2 table.
#pragma once

#include "kernels/kernels.h"
#include "kernels/packed/layout.h"

namespace hearth::engine::avx2 {

// Defined in panels.h, made in panels_blocks.cpp and panels_super.cpp.
template <DType type>
void matmulPanels(const MatmulArgs& args);

template <DType type>
inline constexpr TypeKernels kPanels = {
    type, true, packed::kPanelRows, packed::bytes<type>, packed::pack<type>, matmulPanels<type>};

void quantizeRow(const float* x, std::int64_t cols, const QuantizedRow& out);

}  // namespace hearth::engine::avx2

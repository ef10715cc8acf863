// Types of 256 weights a block.
#include "kernels/x86_avx512/panels.h"

namespace hearth::engine::avx512 {

template void matmulPanels<DType::Q2_K>(const MatmulArgs&);
template void matmulPanels<DType::Q3_K>(const MatmulArgs&);
template void matmulPanels<DType::Q4_K>(const MatmulArgs&);
template void matmulPanels<DType::Q5_K>(const MatmulArgs&);
template void matmulPanels<DType::Q6_K>(const MatmulArgs&);
template void matmulPanels<DType::IQ4_XS>(const MatmulArgs&);
template void matmulPanels<DType::TQ1_0>(const MatmulArgs&);
template void matmulPanels<DType::TQ2_0>(const MatmulArgs&);

}  // namespace hearth::engine::avx512

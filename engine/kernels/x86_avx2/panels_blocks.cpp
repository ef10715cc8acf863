// Types of 32 weights a block, and of 64.
#include "kernels/x86_avx2/panels.h"

namespace hearth::engine::avx2 {

template void matmulPanels<DType::Q4_0>(const MatmulArgs&);
template void matmulPanels<DType::Q4_1>(const MatmulArgs&);
template void matmulPanels<DType::Q5_0>(const MatmulArgs&);
template void matmulPanels<DType::Q5_1>(const MatmulArgs&);
template void matmulPanels<DType::Q8_0>(const MatmulArgs&);
template void matmulPanels<DType::IQ4_NL>(const MatmulArgs&);
template void matmulPanels<DType::MXFP4>(const MatmulArgs&);
template void matmulPanels<DType::NVFP4>(const MatmulArgs&);

}  // namespace hearth::engine::avx2

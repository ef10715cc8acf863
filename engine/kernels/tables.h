// The tables there are; private to dispatch, which knows whether the processor can run them.
#pragma once

#include "kernels/kernels.h"

namespace hearth::engine {

const Kernels& referenceKernels();
#if defined(HEARTH_X86)
const Kernels& avx2Kernels();
const Kernels& avx512Kernels();
#endif

}  // namespace hearth::engine

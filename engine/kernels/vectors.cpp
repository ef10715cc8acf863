#include "engine/vectors.h"

#include "kernels/distance.h"
#include "kernels/tables.h"

namespace hearth::engine {

DotInt8 dotInt8For(Isa isa) {
#if defined(HEARTH_X86)
    if (isa == Isa::Avx512) return &avx512::dotInt8;
    if (isa == Isa::Avx2) return &avx2::dotInt8;
#endif
    (void)isa;
    return &reference::dotInt8;
}

const VectorKernels& vectorKernels() {
    static const VectorKernels chosen = [] {
        const auto kernels = defaultKernels();
        const Kernels& table = kernels ? **kernels : referenceKernels();
        return VectorKernels{dotInt8For(table.isa), table.toHalf, table.fromHalf};
    }();
    return chosen;
}

}  // namespace hearth::engine

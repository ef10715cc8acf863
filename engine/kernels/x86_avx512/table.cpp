// The avx512 table.
#include "kernels/x86_avx512/vec.h"
// vec.h comes first: the shared algorithms are written in terms of it.
#include "kernels/tables.h"
#include "kernels/x86_avx512/peak.h"
#include "kernels/x86_avx512/quantized.h"

namespace hearth::engine {
namespace isa = avx512;
}  // namespace hearth::engine

#include "kernels/simd/table.h"

namespace hearth::engine {

const Kernels& avx512Kernels() {
    static constexpr Kernels kTable = simdTable(Isa::Avx512, "avx512", "vpdpbusd zmm", "vfmadd231ps zmm");
    return kTable;
}

}  // namespace hearth::engine

// The avx2 table.
#include "kernels/x86_avx2/vec.h"
// vec.h comes first: the shared algorithms are written in terms of it.
#include "kernels/tables.h"
#include "kernels/x86_avx2/peak.h"
#include "kernels/x86_avx2/quantized.h"

namespace hearth::engine {
namespace isa = avx2;
}  // namespace hearth::engine

#include "kernels/simd/table.h"

namespace hearth::engine {

const Kernels& avx2Kernels() {
    static constexpr Kernels kTable =
        simdTable(Isa::Avx2, "avx2", "vpmaddubsw + vpaddw ymm", "vfmadd231ps ymm");
    return kTable;
}

}  // namespace hearth::engine

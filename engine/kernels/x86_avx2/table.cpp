// The avx2 table, and its float operations: shared algorithms compiled for this instruction set.
#include "kernels/x86_avx2/vec.h"
// vec.h comes first: the shared algorithms are written in terms of it.
#include "kernels/kernels.h"
#include "kernels/reference/reference.h"
#include "kernels/simd/attention.h"
#include "kernels/simd/elementwise.h"
#include "kernels/simd/float_matmul.h"
#include "kernels/simd/recurrence.h"
#include "kernels/tables.h"
#include "kernels/x86_avx2/peak.h"
#include "kernels/x86_avx2/quantized.h"

namespace hearth::engine {
namespace {

using avx2::kPanels;
using reference::kBlocks;

constexpr TypeKernels kTypes[] = {
    {DType::F32, false, Vec::kTileRows, nullptr, nullptr, matmulFloats<ReadF32>},
    {DType::F16, false, Vec::kTileRows, nullptr, nullptr, matmulFloats<ReadF16>},
    {DType::BF16, false, Vec::kTileRows, nullptr, nullptr, matmulFloats<ReadBF16>},
    kPanels<DType::Q4_0>,
    kPanels<DType::Q4_1>,
    kPanels<DType::Q5_0>,
    kPanels<DType::Q5_1>,
    kPanels<DType::Q8_0>,
    kPanels<DType::Q2_K>,
    kPanels<DType::Q3_K>,
    kPanels<DType::Q4_K>,
    kPanels<DType::Q5_K>,
    kPanels<DType::Q6_K>,
    kPanels<DType::IQ4_NL>,
    kPanels<DType::IQ4_XS>,
    kPanels<DType::TQ1_0>,
    kPanels<DType::TQ2_0>,
    kPanels<DType::MXFP4>,
    kBlocks<DType::Q8_1>,
    kBlocks<DType::Q8_K>,
};

}  // namespace

const Kernels& avx2Kernels() {
    static const Kernels table{Isa::Avx2,
                               "avx2",
                               kTypes,
                               sizeof kTypes / sizeof *kTypes,
                               avx2::quantizeRow,
                               rmsNormRow,
                               ropeInterleavedHead,
                               ropeNeoxHead,
                               gatedUnitAll,
                               addAll,
                               softmaxRow,
                               toHalfAll,
                               fromHalfAll,
                               attendBlock,
                               attentionScratchFloats,
                               recurrenceBlock,
                               kAttentionRows,
                               avx2::spinInt8,
                               avx2::spinFloat,
                               "vpmaddubsw + vpaddw ymm",
                               "vfmadd231ps ymm"};
    return table;
}

}  // namespace hearth::engine

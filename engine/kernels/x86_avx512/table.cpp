// The avx512 table, and its float operations: shared algorithms compiled for this instruction set.
#include "kernels/x86_avx512/vec.h"
// vec.h comes first: the shared algorithms are written in terms of it.
#include "kernels/kernels.h"
#include "kernels/reference/reference.h"
#include "kernels/simd/attention.h"
#include "kernels/simd/elementwise.h"
#include "kernels/simd/float_matmul.h"
#include "kernels/simd/recurrence.h"
#include "kernels/tables.h"
#include "kernels/x86_avx512/peak.h"
#include "kernels/x86_avx512/quantized.h"

namespace hearth::engine {
namespace {

using avx512::kPanels;
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

const Kernels& avx512Kernels() {
    static const Kernels table{Isa::Avx512,
                               "avx512",
                               kTypes,
                               sizeof kTypes / sizeof *kTypes,
                               avx512::quantizeRow,
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
                               avx512::spinInt8,
                               avx512::spinFloat,
                               "vpdpbusd zmm",
                               "vfmadd231ps zmm"};
    return table;
}

}  // namespace hearth::engine

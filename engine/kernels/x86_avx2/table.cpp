// The avx2 table, and its float operations: shared algorithms compiled for this instruction set.
#include "kernels/x86_avx2/vec.h"
// vec.h comes first: the shared algorithms are written in terms of it.
#include "kernels/kernels.h"
#include "kernels/packed/layout.h"
#include "kernels/reference/reference.h"
#include "kernels/simd/attention.h"
#include "kernels/simd/elementwise.h"
#include "kernels/simd/float_matmul.h"
#include "kernels/tables.h"
#include "kernels/x86_avx2/peak.h"
#include "kernels/x86_avx2/quantized.h"

namespace hearth::engine {
namespace {

using reference::kBlocks;

constexpr int kRows = packed::kPanelRows;
constexpr TypeKernels kTypes[] = {
    {DType::F32, false, Vec::kTileRows, nullptr, nullptr, matmulFloats<ReadF32>},
    {DType::F16, false, Vec::kTileRows, nullptr, nullptr, matmulFloats<ReadF16>},
    {DType::BF16, false, Vec::kTileRows, nullptr, nullptr, matmulFloats<ReadBF16>},
    {DType::Q4_0, true, kRows, packed::bytesQ4_0, packed::packQ4_0, avx2::matmulQ4_0},
    {DType::Q8_0, true, kRows, packed::bytesQ8_0, packed::packQ8_0, avx2::matmulQ8_0},
    {DType::Q4_K, true, kRows, packed::bytesQ4_K, packed::packQ4_K, avx2::matmulQ4_K},
    {DType::Q6_K, true, kRows, packed::bytesQ6_K, packed::packQ6_K, avx2::matmulQ6_K},
    kBlocks<DType::Q4_1>,
    kBlocks<DType::Q5_0>,
    kBlocks<DType::Q5_1>,
    kBlocks<DType::Q8_1>,
    kBlocks<DType::Q2_K>,
    kBlocks<DType::Q3_K>,
    kBlocks<DType::Q5_K>,
    kBlocks<DType::Q8_K>,
    kBlocks<DType::IQ4_NL>,
    kBlocks<DType::IQ4_XS>,
    kBlocks<DType::TQ1_0>,
    kBlocks<DType::TQ2_0>,
    kBlocks<DType::MXFP4>,
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
                               kAttentionRows,
                               avx2::spinInt8,
                               avx2::spinFloat,
                               "vpmaddubsw + vpaddw ymm",
                               "vfmadd231ps ymm"};
    return table;
}

}  // namespace hearth::engine

// The table of one instruction set: shared algorithms compiled for it, and its own products. Included once by
// each, behind its vec.h, quantized.h and peak.h and with `isa` as a name for their namespace. All of it has
// internal linkage, and nothing is left to be computed when the program runs.
#pragma once

#include "kernels/kernels.h"
#include "kernels/reference/reference.h"
#include "kernels/simd/attention.h"
#include "kernels/simd/elementwise.h"
#include "kernels/simd/float_matmul.h"
#include "kernels/simd/recurrence.h"

namespace hearth::engine {
namespace {

constexpr TypeKernels kTypes[] = {
    {DType::F32, false, Vec::kTileRows, nullptr, nullptr, matmulFloats<ReadF32>},
    {DType::F16, false, Vec::kTileRows, nullptr, nullptr, matmulFloats<ReadF16>},
    {DType::BF16, false, Vec::kTileRows, nullptr, nullptr, matmulFloats<ReadBF16>},
    isa::kPanels<DType::Q4_0>,
    isa::kPanels<DType::Q4_1>,
    isa::kPanels<DType::Q5_0>,
    isa::kPanels<DType::Q5_1>,
    isa::kPanels<DType::Q8_0>,
    isa::kPanels<DType::Q2_K>,
    isa::kPanels<DType::Q3_K>,
    isa::kPanels<DType::Q4_K>,
    isa::kPanels<DType::Q5_K>,
    isa::kPanels<DType::Q6_K>,
    isa::kPanels<DType::IQ4_NL>,
    isa::kPanels<DType::IQ4_XS>,
    isa::kPanels<DType::TQ1_0>,
    isa::kPanels<DType::TQ2_0>,
    isa::kPanels<DType::MXFP4>,
    isa::kPanels<DType::NVFP4>,
    reference::kBlocks<DType::Q8_1>,
    reference::kBlocks<DType::Q8_K>,
};

// The instructions that quantized and float weights are multiplied with.
consteval Kernels simdTable(Isa id, std::string_view name, std::string_view int8, std::string_view floats) {
    return {id,
            name,
            kTypes,
            sizeof kTypes / sizeof *kTypes,
            isa::quantizeRow,
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
            isa::spinInt8,
            isa::spinFloat,
            int8,
            floats};
}

}  // namespace
}  // namespace hearth::engine

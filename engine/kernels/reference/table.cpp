#include <iterator>

#include "kernels/reference/reference.h"
#include "kernels/tables.h"

namespace hearth::engine {
namespace {

using reference::kBlocks;

constexpr TypeKernels kTypes[] = {
    {DType::F32, false, 1, nullptr, nullptr, reference::matmulFloat},
    {DType::F16, false, 1, nullptr, nullptr, reference::matmulF16},
    {DType::BF16, false, 1, nullptr, nullptr, reference::matmulBF16},
    kBlocks<DType::Q4_0>,
    kBlocks<DType::Q4_1>,
    kBlocks<DType::Q5_0>,
    kBlocks<DType::Q5_1>,
    kBlocks<DType::Q8_0>,
    kBlocks<DType::Q8_1>,
    kBlocks<DType::Q2_K>,
    kBlocks<DType::Q3_K>,
    kBlocks<DType::Q4_K>,
    kBlocks<DType::Q5_K>,
    kBlocks<DType::Q6_K>,
    kBlocks<DType::Q8_K>,
    kBlocks<DType::IQ4_NL>,
    kBlocks<DType::IQ4_XS>,
    kBlocks<DType::TQ1_0>,
    kBlocks<DType::TQ2_0>,
    kBlocks<DType::MXFP4>,
    kBlocks<DType::NVFP4>,
};

}  // namespace

const Kernels& referenceKernels() {
    static const Kernels table{Isa::Reference,
                               "reference",
                               kTypes,
                               static_cast<int>(std::size(kTypes)),
                               reference::quantizeRow,
                               reference::rmsNorm,
                               reference::ropeInterleaved,
                               reference::ropeNeox,
                               reference::gatedUnit,
                               reference::add,
                               reference::softmax,
                               reference::toHalf,
                               reference::fromHalf,
                               reference::attention,
                               reference::attentionScratch,
                               reference::recurrence,
                               64,
                               nullptr,
                               nullptr,
                               "scalar",
                               "scalar"};
    return table;
}

}  // namespace hearth::engine

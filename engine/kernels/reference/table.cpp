#include <iterator>

#include "kernels/reference/reference.h"
#include "kernels/tables.h"

namespace hearth::engine {
namespace {

constexpr TypeKernels kTypes[] = {
    {DType::F32, false, 1, nullptr, nullptr, reference::matmulFloat},
    {DType::F16, false, 1, nullptr, nullptr, reference::matmulF16},
    {DType::BF16, false, 1, nullptr, nullptr, reference::matmulBF16},
    {DType::Q4_0, true, 1, nullptr, nullptr, reference::matmulQ4_0},
    {DType::Q8_0, true, 1, nullptr, nullptr, reference::matmulQ8_0},
    {DType::Q4_K, true, 1, nullptr, nullptr, reference::matmulQ4_K},
    {DType::Q6_K, true, 1, nullptr, nullptr, reference::matmulQ6_K},
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
                               reference::siluMul,
                               reference::add,
                               reference::softmax,
                               reference::toHalf,
                               reference::fromHalf,
                               reference::attention,
                               reference::attentionScratch,
                               64,
                               nullptr,
                               nullptr,
                               "scalar",
                               "scalar"};
    return table;
}

}  // namespace hearth::engine

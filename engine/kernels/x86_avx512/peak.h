// How many multiply-accumulates the processor does at best with the avx512 instructions of the kernels.
#pragma once

#include <cstdint>

namespace hearth::engine::avx512 {

// Run `rounds` rounds of independent products in registers; both give the number of multiply-accumulates
// done.
std::int64_t spinInt8(std::int64_t rounds);
std::int64_t spinFloat(std::int64_t rounds);

}  // namespace hearth::engine::avx512

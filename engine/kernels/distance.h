// Products of byte vectors, one form an instruction set. Pure; a form runs where its instructions are there.
#pragma once

#include <cstdint>

#include "kernels/kernels.h"

namespace hearth::engine {

// The sum of a[i] * b[i]; count at most 2^16.
using DotInt8 = std::int32_t (*)(const std::int8_t* a, const std::int8_t* b, std::int64_t count);
DotInt8 dotInt8For(Isa isa);

namespace reference {
std::int32_t dotInt8(const std::int8_t* a, const std::int8_t* b, std::int64_t count);
}
namespace avx2 {
std::int32_t dotInt8(const std::int8_t* a, const std::int8_t* b, std::int64_t count);
}
namespace avx512 {
std::int32_t dotInt8(const std::int8_t* a, const std::int8_t* b, std::int64_t count);
}

}  // namespace hearth::engine

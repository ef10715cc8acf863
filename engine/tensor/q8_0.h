// Q8_0: 32 weights as signed bytes and one scale. value = scale * number.
#pragma once

#include <cstdint>

namespace hearth::engine {

struct BlockQ8_0 {
    std::uint16_t scale;  // half precision
    std::int8_t numbers[32];
};
static_assert(sizeof(BlockQ8_0) == 34);

// `elements` is a multiple of 32.
void dequantizeQ8_0(const BlockQ8_0* blocks, float* out, std::int64_t elements);
void quantizeQ8_0(const float* in, BlockQ8_0* blocks, std::int64_t elements);

}  // namespace hearth::engine

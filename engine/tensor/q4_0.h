// Q4_0: 32 weights as 4-bit numbers around 8 and one scale. value = scale * (number - 8).
// Layout as in the GGUF specification: low nibbles are elements 0-15, high nibbles 16-31.
#pragma once

#include <cstdint>

namespace hearth::engine {

struct BlockQ4_0 {
    std::uint16_t scale;  // half precision
    std::uint8_t numbers[16];
};
static_assert(sizeof(BlockQ4_0) == 18);

// `elements` is a multiple of 32.
void dequantizeQ4_0(const BlockQ4_0* blocks, float* out, std::int64_t elements);
void quantizeQ4_0(const float* in, BlockQ4_0* blocks, std::int64_t elements);

}  // namespace hearth::engine

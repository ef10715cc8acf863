// Q4_K: 256 weights in 8 groups of 32; each group has a 6-bit scale and a 6-bit minimum, the block a scale
// for both. value = scale * groupScale * number - minScale * groupMin, number in 0 … 15.
#pragma once

#include <cstdint>

namespace hearth::engine {

struct BlockQ4_K {
    std::uint16_t scale;        // half precision, of the group scales
    std::uint16_t minScale;     // half precision, of the group minima
    std::uint8_t groups[12];    // 8 scales and 8 minima of 6 bits: see groupOf
    std::uint8_t numbers[128];  // for each pair of groups 32 bytes: low nibbles the first, high the second
};
static_assert(sizeof(BlockQ4_K) == 144);

struct GroupQ4_K {
    std::uint8_t scale;  // 0 … 63
    std::uint8_t min;    // 0 … 63
};

// Groups 0-3 lie in the low 6 bits of bytes 0-3 (scales) and 4-7 (minima). Groups 4-7 have their low 4 bits
// in bytes 8-11 (scale below minimum) and their high 2 bits on top of those of groups 0-3.
inline GroupQ4_K groupOf(const std::uint8_t groups[12], int group) {
    if (group < 4) {
        return {static_cast<std::uint8_t>(groups[group] & 63),
                static_cast<std::uint8_t>(groups[group + 4] & 63)};
    }
    const int low = groups[group + 4];
    return {static_cast<std::uint8_t>((low & 15) | ((groups[group - 4] >> 6) << 4)),
            static_cast<std::uint8_t>((low >> 4) | ((groups[group] >> 6) << 4))};
}

// `elements` is a multiple of 256.
void dequantizeQ4_K(const BlockQ4_K* blocks, float* out, std::int64_t elements);
void quantizeQ4_K(const float* in, BlockQ4_K* blocks, std::int64_t elements);

}  // namespace hearth::engine

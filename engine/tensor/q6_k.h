// Q6_K: 256 weights as 6-bit numbers around 32, in 16 groups of 16 with a signed 8-bit scale each, and a
// scale for the block. value = scale * groupScale * (number - 32).
#pragma once

#include <cstdint>

namespace hearth::engine {

struct BlockQ6_K {
    std::uint8_t low[128];   // low 4 bits: see numberOf
    std::uint8_t high[64];   // high 2 bits
    std::int8_t groups[16];  // scale of each 16 weights
    std::uint16_t scale;     // half precision
};
static_assert(sizeof(BlockQ6_K) == 210);

// Where weight `i` of a block lies: each half of the block has 64 bytes of low bits, whose nibbles serve 32
// weights at a time (bytes 0-31 low, bytes 32-63 low, bytes 0-31 high, bytes 32-63 high), and 32 bytes of
// high bits, two bits for each of these four runs.
struct PlaceQ6_K {
    int lowByte;
    int lowShift;
    int highByte;
    int highShift;
};
inline PlaceQ6_K placeOf(int i) {
    const int half = i / 128;
    const int run = i % 128 / 32;
    const int l = i % 32;
    return {half * 64 + (run & 1) * 32 + l, (run >> 1) * 4, half * 32 + l, run * 2};
}

// The number of weight `i`, 0 … 63.
inline int numberOf(const BlockQ6_K& block, int i) {
    const PlaceQ6_K at = placeOf(i);
    return ((block.low[at.lowByte] >> at.lowShift) & 15) |
           (((block.high[at.highByte] >> at.highShift) & 3) << 4);
}

// `elements` is a multiple of 256.
void dequantizeQ6_K(const BlockQ6_K* blocks, float* out, std::int64_t elements);
void quantizeQ6_K(const float* in, BlockQ6_K* blocks, std::int64_t elements);

}  // namespace hearth::engine

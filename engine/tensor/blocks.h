// How quantized weights lie in a file: one struct a type, as the GGUF specification (ggml) defines them.
// "half" is an IEEE binary16 bit pattern. Where nothing else is said, 32 four-bit codes take 16 bytes: low
// nibbles are weights 0-15, high nibbles 16-31. What the numbers mean is in codes.h.
#pragma once

#include <cstdint>

namespace hearth::engine {

struct BlockQ4_0 {
    std::uint16_t scale;  // half
    std::uint8_t nibbles[16];
};
struct BlockQ4_1 {
    std::uint16_t scale;   // half
    std::uint16_t offset;  // half, added
    std::uint8_t nibbles[16];
};
struct BlockQ5_0 {
    std::uint16_t scale;     // half
    std::uint8_t fifths[4];  // bit i: the highest bit of weight i
    std::uint8_t nibbles[16];
};
struct BlockQ5_1 {
    std::uint16_t scale;   // half
    std::uint16_t offset;  // half, added
    std::uint8_t fifths[4];
    std::uint8_t nibbles[16];
};
struct BlockQ8_0 {
    std::uint16_t scale;  // half
    std::int8_t numbers[32];
};
struct BlockQ8_1 {
    std::uint16_t scale;  // half
    std::uint16_t sum;    // half, of the weights
    std::int8_t numbers[32];
};
struct BlockIQ4_NL {
    std::uint16_t scale;  // half
    std::uint8_t nibbles[16];
};
struct BlockMXFP4 {
    std::uint8_t exponent;  // scale = 2^(exponent - 127)
    std::uint8_t nibbles[16];
};
struct BlockNVFP4 {            // 64 weights in groups of 16
    std::uint8_t scales[4];    // UE4M3: the 8-bit numbers E4M3 of the OCP specification, without a sign
    std::uint8_t nibbles[32];  // 8 a group: low nibbles its first half, high nibbles its second
};

// Superblocks of 256 weights. Runs of bits: each half of the block takes 32 bytes, bits 2r and 2r + 1 of
// byte l belong to weight 32r + l of that half.
struct BlockQ2_K {
    std::uint8_t groups[16];  // of 16 weights: low nibble scale, high nibble minimum
    std::uint8_t pairs[64];
    std::uint16_t scale;     // half
    std::uint16_t minScale;  // half
};
struct BlockQ3_K {
    std::uint8_t thirds[32];  // bit r of byte l: the highest bit of weight 32r + l
    std::uint8_t pairs[64];
    std::uint8_t groups[12];  // 16 scales of 6 bits, see codes.cpp
    std::uint16_t scale;      // half
};
// Q4_K and Q5_K: each 32 bytes of nibbles serve 64 weights, low nibbles the first 32.
struct BlockQ4_K {
    std::uint16_t scale;      // half
    std::uint16_t minScale;   // half
    std::uint8_t groups[12];  // 8 scales and 8 minima of 6 bits, see codes.cpp
    std::uint8_t nibbles[128];
};
struct BlockQ5_K {
    std::uint16_t scale;      // half
    std::uint16_t minScale;   // half
    std::uint8_t groups[12];  // as Q4_K
    std::uint8_t fifths[32];  // bit g of byte l: the highest bit of weight 32g + l
    std::uint8_t nibbles[128];
};
// Each half of the block has 64 bytes of low bits, whose nibbles serve 32 weights at a time (bytes 0-31 low,
// 32-63 low, 0-31 high, 32-63 high), and a run of high bits.
struct BlockQ6_K {
    std::uint8_t low[128];
    std::uint8_t high[64];
    std::int8_t groups[16];  // of 16 weights
    std::uint16_t scale;     // half
};
struct BlockQ8_K {
    std::uint8_t scale[4];  // float32; as bytes, since a block may start at any even address
    std::int8_t numbers[256];
    std::int16_t sums[16];
};
struct BlockIQ4_XS {
    std::uint16_t scale;          // half
    std::uint16_t groupHigh;      // bits 2g, 2g + 1: the high bits of group scale g
    std::uint8_t groupLow[4];     // nibbles: the low bits
    std::uint8_t nibbles[8][16];  // a group of 32 each
};
// Five digits of base 3 in a byte, the first the most significant, as a fraction of 256 (rounded up): bytes
// 0-31 hold weights byte + 32 digit, bytes 32-47 weights 160 + byte + 16 digit, and the last four bytes, of
// four digits each, weights 240 + byte + 4 digit.
struct BlockTQ1_0 {
    std::uint8_t digits[48];
    std::uint8_t last[4];
    std::uint16_t scale;  // half
};
struct BlockTQ2_0 {
    std::uint8_t pairs[64];
    std::uint16_t scale;  // half
};

static_assert(sizeof(BlockQ4_0) == 18 && sizeof(BlockQ4_1) == 20 && sizeof(BlockQ5_0) == 22);
static_assert(sizeof(BlockQ5_1) == 24 && sizeof(BlockQ8_0) == 34 && sizeof(BlockQ8_1) == 36);
static_assert(sizeof(BlockIQ4_NL) == 18 && sizeof(BlockMXFP4) == 17 && sizeof(BlockNVFP4) == 36);
static_assert(sizeof(BlockIQ4_XS) == 136);
static_assert(sizeof(BlockQ2_K) == 84 && sizeof(BlockQ3_K) == 110 && sizeof(BlockQ4_K) == 144);
static_assert(sizeof(BlockQ5_K) == 176 && sizeof(BlockQ6_K) == 210 && sizeof(BlockQ8_K) == 292);
static_assert(sizeof(BlockTQ1_0) == 54 && sizeof(BlockTQ2_0) == 66);

}  // namespace hearth::engine

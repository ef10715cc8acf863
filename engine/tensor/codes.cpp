#include "tensor/codes.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "tensor/bit_runs.h"
#include "tensor/blocks.h"
#include "tensor/half.h"

namespace hearth::engine {

const std::int8_t kValuesIQ4[16] = {-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113};
const std::int8_t kValuesMXFP4[16] = {0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12};

namespace {

// A block with one scale, and for some an offset that is added.
template <typename Block>
void unpackScale(const Block& block, Codes& out) {
    out.scale = halfToFloat(block.scale);
    out.groupScales[0] = 1;
    out.groupMins[0] = 1;
    out.minScale = 0;
    if constexpr (requires { block.offset; }) out.minScale = -halfToFloat(block.offset);
}
template <typename Block>
void writeScale(const Codes& codes, Block& block) {
    block.scale = floatToHalf(codes.scale);
    if constexpr (requires { block.offset; }) block.offset = floatToHalf(-codes.minScale);
}

// Blocks of 32 with nibbles, and for some a fifth bit.
template <typename Block>
void unpack32(const std::byte* bytes, Codes& out) {
    const auto& block = *reinterpret_cast<const Block*>(bytes);
    unpackScale(block, out);
    readNibbles(block.nibbles, out.codes);
    if constexpr (requires { block.fifths; }) readBits(block.fifths, 4, out.codes);
}
template <typename Block>
void write32(const Codes& codes, std::byte* bytes) {
    auto& block = *reinterpret_cast<Block*>(bytes);
    std::memset(&block, 0, sizeof block);
    writeScale(codes, block);
    writeNibbles(codes.codes, block.nibbles);
    if constexpr (requires { block.fifths; }) {
        for (int i = 0; i < 32; ++i) block.fifths[i / 8] |= ((codes.codes[i] >> 4) & 1) << i % 8;
    }
}

// Bytes as codes around 128.
template <typename Block>
void unpackBytes(const std::byte* bytes, Codes& out) {
    const auto& block = *reinterpret_cast<const Block*>(bytes);
    if constexpr (sizeof(block.scale) == 4) {
        std::memcpy(&out.scale, block.scale, 4);
        out.minScale = 0;
        out.groupScales[0] = 1;
    } else {
        unpackScale(block, out);
    }
    for (std::size_t i = 0; i < sizeof block.numbers; ++i)
        out.codes[i] = static_cast<std::uint8_t>(block.numbers[i] + 128);
}
void writeQ8_0(const Codes& codes, std::byte* bytes) {
    auto& block = *reinterpret_cast<BlockQ8_0*>(bytes);
    writeScale(codes, block);
    for (int i = 0; i < 32; ++i) block.numbers[i] = static_cast<std::int8_t>(codes.codes[i] - 128);
}

void unpackMXFP4(const std::byte* bytes, Codes& out) {
    const auto& block = *reinterpret_cast<const BlockMXFP4*>(bytes);
    // Half of 2^(exponent - 127), since the values are doubled; the two least are subnormal.
    const std::uint32_t e = block.exponent;
    out.scale = std::bit_cast<float>(e < 2 ? 0x200000u << e : (e - 1) << 23);
    out.minScale = 0;
    out.groupScales[0] = 1;
    readNibbles(block.nibbles, out.codes);
}
void writeMXFP4(const Codes& codes, std::byte* bytes) {
    auto& block = *reinterpret_cast<BlockMXFP4*>(bytes);
    block.exponent = static_cast<std::uint8_t>((std::bit_cast<std::uint32_t>(codes.scale) >> 23) + 1);
    writeNibbles(codes.codes, block.nibbles);
}

// A number of E4M3 in units of its least step, 2^-9; its one code that is no number counts as zero.
std::int32_t stepsUE4M3(std::uint8_t number) {
    const int exponent = (number >> 3) & 15;
    const int mantissa = number & 7;
    if ((number & 127) == 127) return 0;
    return exponent == 0 ? mantissa : (8 + mantissa) << (exponent - 1);
}
void unpackNVFP4(const std::byte* bytes, Codes& out) {
    const auto& block = *reinterpret_cast<const BlockNVFP4*>(bytes);
    out.scale = 0x1p-10f;  // half of a step, since the values are doubled
    out.minScale = 0;
    for (int g = 0; g < 4; ++g) {
        out.groupScales[g] = stepsUE4M3(block.scales[g]);
        for (int i = 0; i < 8; ++i) {
            out.codes[16 * g + i] = block.nibbles[8 * g + i] & 15;
            out.codes[16 * g + 8 + i] = block.nibbles[8 * g + i] >> 4;
        }
    }
}

void unpackQ2_K(const std::byte* bytes, Codes& out) {
    const auto& block = *reinterpret_cast<const BlockQ2_K*>(bytes);
    out.scale = halfToFloat(block.scale);
    out.minScale = halfToFloat(block.minScale);
    for (int g = 0; g < 16; ++g) {
        out.groupScales[g] = block.groups[g] & 15;
        out.groupMins[g] = block.groups[g] >> 4;
    }
    readPairs(block.pairs, out.codes);
}
void writeQ2_K(const Codes& codes, std::byte* bytes) {
    auto& block = *reinterpret_cast<BlockQ2_K*>(bytes);
    block.scale = floatToHalf(codes.scale);
    block.minScale = floatToHalf(codes.minScale);
    for (int g = 0; g < 16; ++g)
        block.groups[g] = static_cast<std::uint8_t>(codes.groupScales[g] | (codes.groupMins[g] << 4));
    writePairs(codes.codes, block.pairs);
}

// Scales of Q3_K, 6 bits around 32: low nibbles of scales 0-7 and 8-15 in the nibbles of bytes 0-7, high bits
// of scales j, j + 4, j + 8, j + 12 from low to high in byte 8 + j.
void unpackQ3_K(const std::byte* bytes, Codes& out) {
    const auto& block = *reinterpret_cast<const BlockQ3_K*>(bytes);
    out.scale = halfToFloat(block.scale);
    out.minScale = 0;
    for (int g = 0; g < 16; ++g) {
        const int low = (block.groups[g % 8] >> (g / 8 * 4)) & 15;
        const int high = (block.groups[8 + g % 4] >> (g / 4 * 2)) & 3;
        out.groupScales[g] = (low | (high << 4)) - 32;
    }
    readPairs(block.pairs, out.codes);
    readPlane(block.thirds, 2, out.codes);
}
void writeQ3_K(const Codes& codes, std::byte* bytes) {
    auto& block = *reinterpret_cast<BlockQ3_K*>(bytes);
    std::memset(&block, 0, sizeof block);
    block.scale = floatToHalf(codes.scale);
    for (int g = 0; g < 16; ++g) {
        const int scale = codes.groupScales[g] + 32;
        block.groups[g % 8] |= static_cast<std::uint8_t>((scale & 15) << (g / 8 * 4));
        block.groups[8 + g % 4] |= static_cast<std::uint8_t>((scale >> 4) << (g / 4 * 2));
    }
    writePairs(codes.codes, block.pairs);
    writePlane(codes.codes, 2, block.thirds);
}

// Groups 0-3 lie in the low 6 bits of bytes 0-3 (scales) and 4-7 (minima). Groups 4-7 have their low 4 bits
// in bytes 8-11 (scale below minimum) and their high 2 bits on top of those of groups 0-3.
void unpackSixBits(const std::uint8_t groups[12], Codes& out) {
    for (int g = 0; g < 4; ++g) {
        out.groupScales[g] = groups[g] & 63;
        out.groupMins[g] = groups[g + 4] & 63;
        out.groupScales[g + 4] = (groups[g + 8] & 15) | ((groups[g] >> 6) << 4);
        out.groupMins[g + 4] = static_cast<std::uint8_t>((groups[g + 8] >> 4) | ((groups[g + 4] >> 6) << 4));
    }
}
void writeSixBits(const Codes& codes, std::uint8_t groups[12]) {
    const std::int32_t* scales = codes.groupScales;
    const std::uint8_t* mins = codes.groupMins;
    for (int g = 0; g < 4; ++g) {
        groups[g] = static_cast<std::uint8_t>(scales[g] | ((scales[g + 4] >> 4) << 6));
        groups[g + 4] = static_cast<std::uint8_t>(mins[g] | ((mins[g + 4] >> 4) << 6));
        groups[g + 8] = static_cast<std::uint8_t>((scales[g + 4] & 15) | ((mins[g + 4] & 15) << 4));
    }
}

template <typename Block>  // Q4_K, Q5_K
void unpackAffineK(const std::byte* bytes, Codes& out) {
    const auto& block = *reinterpret_cast<const Block*>(bytes);
    out.scale = halfToFloat(block.scale);
    out.minScale = halfToFloat(block.minScale);
    unpackSixBits(block.groups, out);
    for (int pair = 0; pair < 4; ++pair) {
        const std::uint8_t* from = block.nibbles + 32 * pair;
        std::uint8_t* codes = out.codes + 64 * pair;
        for (int l = 0; l < 32; ++l) {
            codes[l] = from[l] & 15;
            codes[l + 32] = from[l] >> 4;
        }
    }
    if constexpr (requires { block.fifths; }) readPlane(block.fifths, 4, out.codes);
}
template <typename Block>
void writeAffineK(const Codes& codes, std::byte* bytes) {
    auto& block = *reinterpret_cast<Block*>(bytes);
    std::memset(&block, 0, sizeof block);
    block.scale = floatToHalf(codes.scale);
    block.minScale = floatToHalf(codes.minScale);
    writeSixBits(codes, block.groups);
    for (int i = 0; i < 128; ++i) {
        const int first = i / 32 * 64 + i % 32;
        block.nibbles[i] =
            static_cast<std::uint8_t>((codes.codes[first] & 15) | ((codes.codes[first + 32] & 15) << 4));
    }
    if constexpr (requires { block.fifths; }) writePlane(codes.codes, 4, block.fifths);
}

// Q6_K, run by run of 32 weights: their low bits are in nibbles at `byte`.
struct RunQ6_K {
    int byte;
    int shift;
};
RunQ6_K runOf(int run) {
    return {run / 4 * 64 + run % 2 * 32, run % 4 / 2 * 4};
}

void unpackQ6_K(const std::byte* bytes, Codes& out) {
    const auto& block = *reinterpret_cast<const BlockQ6_K*>(bytes);
    out.scale = halfToFloat(block.scale);
    out.minScale = 0;
    std::copy(std::begin(block.groups), std::end(block.groups), out.groupScales);
    readPairs(block.high, out.codes);
    for (int run = 0; run < 8; ++run) {
        const std::uint8_t* low = block.low + runOf(run).byte;
        const int shift = runOf(run).shift;
        std::uint8_t* codes = out.codes + 32 * run;
        for (int l = 0; l < 32; ++l)
            codes[l] = static_cast<std::uint8_t>((codes[l] << 4) | ((low[l] >> shift) & 15));
    }
}
void writeQ6_K(const Codes& codes, std::byte* bytes) {
    auto& block = *reinterpret_cast<BlockQ6_K*>(bytes);
    std::memset(&block, 0, sizeof block);
    block.scale = floatToHalf(codes.scale);
    for (int g = 0; g < 16; ++g) block.groups[g] = static_cast<std::int8_t>(codes.groupScales[g]);
    std::uint8_t high[256];
    for (int i = 0; i < 256; ++i) {
        const RunQ6_K at = runOf(i / 32);
        block.low[at.byte + i % 32] |= static_cast<std::uint8_t>((codes.codes[i] & 15) << at.shift);
        high[i] = codes.codes[i] >> 4;
    }
    writePairs(high, block.high);
}

void unpackIQ4_XS(const std::byte* bytes, Codes& out) {
    const auto& block = *reinterpret_cast<const BlockIQ4_XS*>(bytes);
    out.scale = halfToFloat(block.scale);
    out.minScale = 0;
    for (int g = 0; g < 8; ++g) {
        const int low = (block.groupLow[g / 2] >> (g % 2 * 4)) & 15;
        const int high = (block.groupHigh >> (2 * g)) & 3;
        out.groupScales[g] = (low | (high << 4)) - 32;
        readNibbles(block.nibbles[g], out.codes + 32 * g);
    }
}
void writeIQ4_XS(const Codes& codes, std::byte* bytes) {
    auto& block = *reinterpret_cast<BlockIQ4_XS*>(bytes);
    std::memset(&block, 0, sizeof block);
    block.scale = floatToHalf(codes.scale);
    for (int g = 0; g < 8; ++g) {
        const int scale = codes.groupScales[g] + 32;
        block.groupLow[g / 2] |= static_cast<std::uint8_t>((scale & 15) << (g % 2 * 4));
        block.groupHigh |= static_cast<std::uint16_t>((scale >> 4) << (2 * g));
        writeNibbles(codes.codes + 32 * g, block.nibbles[g]);
    }
}

void unpackTQ1_0(const std::byte* bytes, Codes& out) {
    const auto& block = *reinterpret_cast<const BlockTQ1_0*>(bytes);
    unpackScale(block, out);
    readDigits(block.digits, 32, 5, out.codes);
    readDigits(block.digits + 32, 16, 5, out.codes + 160);
    readDigits(block.last, 4, 4, out.codes + 240);
}
void writeTQ1_0(const Codes& codes, std::byte* bytes) {
    auto& block = *reinterpret_cast<BlockTQ1_0*>(bytes);
    block.scale = floatToHalf(codes.scale);
    writeDigits(codes.codes, 32, 5, block.digits);
    writeDigits(codes.codes + 160, 16, 5, block.digits + 32);
    writeDigits(codes.codes + 240, 4, 4, block.last);
}

void unpackTQ2_0(const std::byte* bytes, Codes& out) {
    const auto& block = *reinterpret_cast<const BlockTQ2_0*>(bytes);
    unpackScale(block, out);
    readPairs(block.pairs, out.codes);
}
void writeTQ2_0(const Codes& codes, std::byte* bytes) {
    auto& block = *reinterpret_cast<BlockTQ2_0*>(bytes);
    block.scale = floatToHalf(codes.scale);
    writePairs(codes.codes, block.pairs);
}

// clang-format off
constexpr BlockFormat kFormats[] = {
    // type, size, group, levels, middle, values, group scales, minima
    {DType::Q4_0, 32, 32, 16, 8, nullptr, 1, 1, false, unpack32<BlockQ4_0>, write32<BlockQ4_0>},
    {DType::Q4_1, 32, 32, 16, 0, nullptr, 1, 1, true, unpack32<BlockQ4_1>, write32<BlockQ4_1>},
    {DType::Q5_0, 32, 32, 32, 16, nullptr, 1, 1, false, unpack32<BlockQ5_0>, write32<BlockQ5_0>},
    {DType::Q5_1, 32, 32, 32, 0, nullptr, 1, 1, true, unpack32<BlockQ5_1>, write32<BlockQ5_1>},
    {DType::Q8_0, 32, 32, 256, 128, nullptr, 1, 1, false, unpackBytes<BlockQ8_0>, writeQ8_0},
    {DType::Q8_1, 32, 32, 256, 128, nullptr, 1, 1, false, unpackBytes<BlockQ8_1>, nullptr},
    {DType::Q2_K, 256, 16, 4, 0, nullptr, 0, 15, true, unpackQ2_K, writeQ2_K},
    {DType::Q3_K, 256, 16, 8, 4, nullptr, -32, 31, false, unpackQ3_K, writeQ3_K},
    {DType::Q4_K, 256, 32, 16, 0, nullptr, 0, 63, true, unpackAffineK<BlockQ4_K>, writeAffineK<BlockQ4_K>},
    {DType::Q5_K, 256, 32, 32, 0, nullptr, 0, 63, true, unpackAffineK<BlockQ5_K>, writeAffineK<BlockQ5_K>},
    {DType::Q6_K, 256, 16, 64, 32, nullptr, -128, 127, false, unpackQ6_K, writeQ6_K},
    {DType::Q8_K, 256, 256, 256, 128, nullptr, 1, 1, false, unpackBytes<BlockQ8_K>, nullptr},
    {DType::IQ4_NL, 32, 32, 16, 0, kValuesIQ4, 1, 1, false, unpack32<BlockIQ4_NL>, write32<BlockIQ4_NL>},
    {DType::IQ4_XS, 256, 32, 16, 0, kValuesIQ4, -32, 31, false, unpackIQ4_XS, writeIQ4_XS},
    {DType::TQ1_0, 256, 256, 3, 1, nullptr, 1, 1, false, unpackTQ1_0, writeTQ1_0},
    {DType::TQ2_0, 256, 256, 3, 1, nullptr, 1, 1, false, unpackTQ2_0, writeTQ2_0},
    {DType::MXFP4, 32, 32, 16, 0, kValuesMXFP4, 1, 1, false, unpackMXFP4, writeMXFP4},
    {DType::NVFP4, 64, 16, 16, 0, kValuesMXFP4, 0, 448 * 512, false, unpackNVFP4, nullptr},
};
// clang-format on

}  // namespace

std::span<const BlockFormat> blockFormats() {
    return kFormats;
}

const BlockFormat* blockFormat(DType type) {
    for (const BlockFormat& format : kFormats) {
        if (format.type == type) return &format;
    }
    return nullptr;
}

void dequantizeCodes(const BlockFormat& format, const Codes& codes, float* out) {
    for (int g = 0; g < format.groups(); ++g) {
        const float scale = codes.scale * static_cast<float>(codes.groupScales[g]);
        const float min = format.minima ? codes.minScale * static_cast<float>(codes.groupMins[g]) : 0.0f;
        for (int i = g * format.group; i < (g + 1) * format.group; ++i)
            out[i] = scale * static_cast<float>(format.value(codes.codes[i])) - min;
    }
}

}  // namespace hearth::engine

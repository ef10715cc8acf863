// Blocks of all quantized types in one common form: a code for each weight, and the scales. Reading weights,
// the reference products, packing for vector kernels and quantizing are written once in terms of it; a type
// is a row of a table and the two functions that unpack and write its block. Plain functions without state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "tensor/dtype.h"

namespace hearth::engine {

// Weight i of a block, in group g = i / format.group:
//   scale * groupScales[g] * format.value(codes[i]) - minScale * groupMins[g]
struct Codes {
    std::uint8_t codes[256];
    float scale;     // as stored: half precision, or a power of two for MXFP4 and NVFP4
    float minScale;  // half precision; 0 for types without minima
    std::int32_t groupScales[16];
    std::uint8_t groupMins[16];
};

struct BlockFormat {
    DType type;
    int size;                   // weights of a block: 32, 64 or 256
    int group;                  // weights that share a scale: 16, 32 or 256
    int levels;                 // codes are 0 … levels - 1
    int middle;                 // value = code - middle, where there is no table
    const std::int8_t* values;  // of the codes; null: see middle
    int scaleLow;               // group scales are scaleLow … scaleHigh; both 1: there are none
    int scaleHigh;
    bool minima;
    void (*unpack)(const std::byte* block, Codes& out);
    void (*write)(const Codes& codes, std::byte* block);

    int value(int code) const { return values ? values[code] : code - middle; }
    int groups() const { return group > size ? 1 : size / group; }
};

std::span<const BlockFormat> blockFormats();
// Null for a type that is not quantized in such blocks.
const BlockFormat* blockFormat(DType type);

// The weights of one block.
void dequantizeCodes(const BlockFormat& format, const Codes& codes, float* out);

// Codes 0 … 15 of IQ4_NL and IQ4_XS, and of MXFP4 and NVFP4 (twice the numbers of E2M1 in the OCP
// microscaling specification).
extern const std::int8_t kValuesIQ4[16];
extern const std::int8_t kValuesMXFP4[16];

}  // namespace hearth::engine

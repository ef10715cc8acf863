#include "tensor/q6_k.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "tensor/half.h"
#include "tensor/scale_search.h"

namespace hearth::engine {
namespace {

void quantizeBlock(const float* in, BlockQ6_K& block) {
    int numbers[256];
    float scales[16];
    float extreme = 0;
    for (int g = 0; g < 16; ++g) {
        scales[g] = fitSymmetric(in + 16 * g, 16, -32, 31, numbers + 16 * g);
        if (std::fabs(scales[g]) > std::fabs(extreme)) extreme = scales[g];
    }
    std::memset(&block, 0, sizeof block);
    block.scale = floatToHalf(extreme / -128);  // the group scales reach one further below zero
    const float unit = halfToFloat(block.scale);
    for (int g = 0; g < 16; ++g) {
        const float wantedScale = unit == 0 ? 0 : std::nearbyint(scales[g] / unit);
        block.groups[g] = static_cast<std::int8_t>(std::clamp(wantedScale, -128.0f, 127.0f));
        const float scale = unit * static_cast<float>(block.groups[g]);
        for (int i = 16 * g; i < 16 * (g + 1); ++i) {
            const float wanted = scale == 0 ? 0 : std::nearbyint(in[i] / scale);
            const int number = static_cast<int>(std::clamp(wanted, -32.0f, 31.0f)) + 32;
            const PlaceQ6_K at = placeOf(i);
            block.low[at.lowByte] =
                static_cast<std::uint8_t>(block.low[at.lowByte] | ((number & 15) << at.lowShift));
            block.high[at.highByte] =
                static_cast<std::uint8_t>(block.high[at.highByte] | ((number >> 4) << at.highShift));
        }
    }
}

}  // namespace

void dequantizeQ6_K(const BlockQ6_K* blocks, float* out, std::int64_t elements) {
    for (std::int64_t b = 0; b < elements / 256; ++b, out += 256) {
        const float unit = halfToFloat(blocks[b].scale);
        for (int i = 0; i < 256; ++i) {
            out[i] = unit * static_cast<float>(blocks[b].groups[i / 16]) *
                     static_cast<float>(numberOf(blocks[b], i) - 32);
        }
    }
}

void quantizeQ6_K(const float* in, BlockQ6_K* blocks, std::int64_t elements) {
    for (std::int64_t b = 0; b < elements / 256; ++b) quantizeBlock(in + 256 * b, blocks[b]);
}

}  // namespace hearth::engine

#include "tensor/q4_k.h"

#include <algorithm>
#include <cmath>

#include "tensor/half.h"
#include "tensor/scale_search.h"

namespace hearth::engine {
namespace {

void packGroups(const int scales[8], const int mins[8], std::uint8_t groups[12]) {
    for (int g = 0; g < 4; ++g) {
        groups[g] = static_cast<std::uint8_t>(scales[g] | ((scales[g + 4] >> 4) << 6));
        groups[g + 4] = static_cast<std::uint8_t>(mins[g] | ((mins[g + 4] >> 4) << 6));
        groups[g + 8] = static_cast<std::uint8_t>((scales[g + 4] & 15) | ((mins[g + 4] & 15) << 4));
    }
}

int sixBits(float value, float unit) {
    return unit == 0 ? 0 : static_cast<int>(std::clamp(std::nearbyint(value / unit), 0.0f, 63.0f));
}

void quantizeBlock(const float* in, BlockQ4_K& block) {
    int numbers[256];
    AffineFit fits[8];
    float largestScale = 0;
    float largestMin = 0;
    for (int g = 0; g < 8; ++g) {
        fits[g] = fitAffine(in + 32 * g, 32, 15, numbers + 32 * g);
        largestScale = std::max(largestScale, fits[g].scale);
        largestMin = std::max(largestMin, fits[g].min);
    }
    block.scale = floatToHalf(largestScale / 63);
    block.minScale = floatToHalf(largestMin / 63);
    const float scaleUnit = halfToFloat(block.scale);
    const float minUnit = halfToFloat(block.minScale);
    int scales[8];
    int mins[8];
    for (int g = 0; g < 8; ++g) {
        scales[g] = sixBits(fits[g].scale, scaleUnit);
        mins[g] = sixBits(fits[g].min, minUnit);
        const float scale = scaleUnit * static_cast<float>(scales[g]);
        const float min = minUnit * static_cast<float>(mins[g]);
        for (int i = 32 * g; i < 32 * (g + 1); ++i) {
            const float wanted = scale == 0 ? 0 : std::nearbyint((in[i] + min) / scale);
            numbers[i] = static_cast<int>(std::clamp(wanted, 0.0f, 15.0f));
        }
    }
    packGroups(scales, mins, block.groups);
    for (int i = 0; i < 128; ++i) {
        const int first = i / 32 * 64 + i % 32;
        block.numbers[i] = static_cast<std::uint8_t>(numbers[first] | (numbers[first + 32] << 4));
    }
}

}  // namespace

void dequantizeQ4_K(const BlockQ4_K* blocks, float* out, std::int64_t elements) {
    for (std::int64_t b = 0; b < elements / 256; ++b) {
        const BlockQ4_K& block = blocks[b];
        for (int g = 0; g < 8; ++g, out += 32) {
            const GroupQ4_K group = groupOf(block.groups, g);
            const float scale = halfToFloat(block.scale) * static_cast<float>(group.scale);
            const float min = halfToFloat(block.minScale) * static_cast<float>(group.min);
            const std::uint8_t* numbers = block.numbers + g / 2 * 32;
            const int shift = (g & 1) * 4;
            for (int i = 0; i < 32; ++i) {
                out[i] = scale * static_cast<float>((numbers[i] >> shift) & 15) - min;
            }
        }
    }
}

void quantizeQ4_K(const float* in, BlockQ4_K* blocks, std::int64_t elements) {
    for (std::int64_t b = 0; b < elements / 256; ++b) quantizeBlock(in + 256 * b, blocks[b]);
}

}  // namespace hearth::engine

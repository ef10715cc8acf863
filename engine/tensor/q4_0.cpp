#include "tensor/q4_0.h"

#include <algorithm>
#include <cmath>

#include "tensor/half.h"
#include "tensor/scale_search.h"

namespace hearth::engine {

void dequantizeQ4_0(const BlockQ4_0* blocks, float* out, std::int64_t elements) {
    for (std::int64_t b = 0; b < elements / 32; ++b, out += 32) {
        const float scale = halfToFloat(blocks[b].scale);
        for (int i = 0; i < 16; ++i) {
            out[i] = scale * static_cast<float>((blocks[b].numbers[i] & 15) - 8);
            out[i + 16] = scale * static_cast<float>((blocks[b].numbers[i] >> 4) - 8);
        }
    }
}

void quantizeQ4_0(const float* in, BlockQ4_0* blocks, std::int64_t elements) {
    for (std::int64_t b = 0; b < elements / 32; ++b, in += 32) {
        int numbers[32];
        blocks[b].scale = floatToHalf(fitSymmetric(in, 32, -8, 7, numbers));
        const float scale = halfToFloat(blocks[b].scale);  // round to the scale that is stored
        for (int i = 0; i < 32; ++i) {
            const float wanted = scale == 0 ? 0 : std::nearbyint(in[i] / scale);
            numbers[i] = static_cast<int>(std::clamp(wanted, -8.0f, 7.0f)) + 8;
        }
        for (int i = 0; i < 16; ++i) {
            blocks[b].numbers[i] = static_cast<std::uint8_t>(numbers[i] | (numbers[i + 16] << 4));
        }
    }
}

}  // namespace hearth::engine

#include "tensor/q8_0.h"

#include <algorithm>
#include <cmath>

#include "tensor/half.h"

namespace hearth::engine {

void dequantizeQ8_0(const BlockQ8_0* blocks, float* out, std::int64_t elements) {
    for (std::int64_t b = 0; b < elements / 32; ++b, out += 32) {
        const float scale = halfToFloat(blocks[b].scale);
        for (int i = 0; i < 32; ++i) out[i] = scale * static_cast<float>(blocks[b].numbers[i]);
    }
}

void quantizeQ8_0(const float* in, BlockQ8_0* blocks, std::int64_t elements) {
    for (std::int64_t b = 0; b < elements / 32; ++b, in += 32) {
        float largest = 0;
        for (int i = 0; i < 32; ++i) largest = std::max(largest, std::fabs(in[i]));
        blocks[b].scale = floatToHalf(largest / 127);
        const float scale = halfToFloat(blocks[b].scale);
        const float inverse = scale == 0 ? 0 : 1 / scale;
        for (int i = 0; i < 32; ++i) {
            const float wanted = std::clamp(std::nearbyint(in[i] * inverse), -127.0f, 127.0f);
            blocks[b].numbers[i] = static_cast<std::int8_t>(wanted);
        }
    }
}

}  // namespace hearth::engine

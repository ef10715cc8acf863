#include <algorithm>
#include <cmath>

#include "kernels/reference/reference.h"
#include "tensor/half.h"

namespace hearth::engine::reference {

void quantizeRow(const float* x, std::int64_t cols, const QuantizedRow& out) {
    for (std::int64_t g = 0; g < cols / kGroup; ++g) {
        float largest = 0;
        for (int i = 0; i < kGroup; ++i) largest = std::max(largest, std::fabs(x[g * kGroup + i]));
        const float inverse = largest == 0 ? 0 : 127 / largest;
        const std::int64_t slot = g * out.stride;
        std::int32_t sums[2] = {0, 0};
        for (int i = 0; i < kGroup; ++i) {
            const float scaled = x[g * kGroup + i] * inverse;
            // Damaged weights give numbers that are none, and the smallest ones overflow the inverse.
            const float within = scaled <= 127 ? std::max(scaled, -127.0f) : 127.0f;
            const int number = static_cast<int>(std::nearbyint(within));
            out.numbers[slot * kGroup + i] = static_cast<std::int8_t>(number);
            sums[i / 16] -= number;
        }
        out.scales[slot] = largest / 127;
        out.negatedSums[slot] = sums[0] + sums[1];
        out.negatedHalfSums[2 * slot] = sums[0];
        out.negatedHalfSums[2 * slot + 1] = sums[1];
    }
}

void rmsNorm(const float* x, const float* weight, float* out, std::int64_t cols, float epsilon) {
    double squares = 0;
    for (std::int64_t i = 0; i < cols; ++i) squares += static_cast<double>(x[i]) * x[i];
    const auto scale = static_cast<float>(1 / std::sqrt(squares / static_cast<double>(cols) + epsilon));
    for (std::int64_t i = 0; i < cols; ++i) out[i] = x[i] * scale * weight[i];
}

void ropeInterleaved(float* x, const float* cos, const float* sin, int pairs) {
    for (int i = 0; i < pairs; ++i) {
        const float a = x[2 * i];
        const float b = x[2 * i + 1];
        x[2 * i] = a * cos[i] - b * sin[i];
        x[2 * i + 1] = a * sin[i] + b * cos[i];
    }
}

void ropeNeox(float* x, const float* cos, const float* sin, int pairs) {
    for (int i = 0; i < pairs; ++i) {
        const float a = x[i];
        const float b = x[i + pairs];
        x[i] = a * cos[i] - b * sin[i];
        x[i + pairs] = a * sin[i] + b * cos[i];
    }
}

namespace {

float gateThrough(GatedUnit unit, float gate, float up) {
    switch (unit) {
        case GatedUnit::Silu:
            return gate / (1 + std::exp(-gate)) * up;
        case GatedUnit::Sigmoid:
            return up / (1 + std::exp(-gate));
        case GatedUnit::Gelu:
            return 0.5f * gate * (1 + std::tanh(0.7978845608f * (gate + 0.044715f * gate * gate * gate))) *
                   up;
        case GatedUnit::Relu:
            return gate > 0 ? gate * up : 0;
        case GatedUnit::ReluSquared:
            return gate > 0 ? gate * gate * up : 0;
        case GatedUnit::ClampedSwish: {
            const float low = std::min(gate, 7.0f);
            return low / (1 + std::exp(-1.702f * low)) * (std::clamp(up, -7.0f, 7.0f) + 1);
        }
    }
    return gate;
}

}  // namespace

void gatedUnit(GatedUnit unit, const float* gate, const float* up, float* out, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) out[i] = gateThrough(unit, gate[i], up[i]);
}

void add(float* y, const float* x, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) y[i] += x[i];
}

void softmax(float* x, std::int64_t count) {
    if (count <= 0) return;
    const float largest = *std::max_element(x, x + count);
    double sum = 0;
    for (std::int64_t i = 0; i < count; ++i) {
        x[i] = std::exp(x[i] - largest);
        sum += x[i];
    }
    const auto inverse = static_cast<float>(1 / sum);
    for (std::int64_t i = 0; i < count; ++i) x[i] *= inverse;
}

void toHalf(const float* in, std::uint16_t* out, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) out[i] = floatToHalf(in[i]);
}

void fromHalf(const std::uint16_t* in, float* out, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) out[i] = halfToFloat(in[i]);
}

}  // namespace hearth::engine::reference

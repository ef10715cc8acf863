#include "kernels/reference/reference.h"
#include "tensor/half.h"
#include "tensor/q4_0.h"
#include "tensor/q4_k.h"
#include "tensor/q6_k.h"
#include "tensor/q8_0.h"

namespace hearth::engine::reference {
namespace {

// Calls dot(row bytes, t) for every row of the range and every row t of the input.
template <typename Dot>
void forAll(const MatmulArgs& args, DType type, Dot dot) {
    const auto rowBytes = static_cast<std::int64_t>(bytesOf(type, static_cast<std::uint64_t>(args.cols)));
    for (std::int64_t r = args.rowBegin; r < args.rowEnd; ++r) {
        const std::byte* row = args.weights + r * rowBytes;
        for (int t = 0; t < args.x->n; ++t) args.y[t * args.yStride + r] = dot(row, t);
    }
}

template <typename Element, typename Convert>
void matmulElements(const MatmulArgs& args, DType type, Convert convert) {
    forAll(args, type, [&](const std::byte* row, int t) {
        const auto* w = reinterpret_cast<const Element*>(row);
        const float* x = args.x->values + t * args.cols;
        double sum = 0;
        for (std::int64_t c = 0; c < args.cols; ++c) sum += static_cast<double>(convert(w[c])) * x[c];
        return static_cast<float>(sum);
    });
}

// One row of quantized input: group g is at slot g * width.
struct InputRow {
    const std::int8_t* slots;
    const float* scales;
    const std::int32_t* negatedSums;
    std::int64_t width;

    const std::int8_t* numbers(std::int64_t group) const { return slots + group * width * kGroup; }
    float scale(std::int64_t group) const { return scales[group * width]; }
    float negatedSum(std::int64_t group) const { return static_cast<float>(negatedSums[group * width]); }
};

InputRow inputRow(const MatmulArgs& args, int t) {
    const std::int64_t slot = args.x->slot(t);
    return {args.x->numbers + slot * kGroup, args.x->scales + slot, args.x->negatedSums + slot,
            args.x->width(t)};
}

}  // namespace

void matmulFloat(const MatmulArgs& args) {
    matmulElements<float>(args, DType::F32, [](float w) { return w; });
}
void matmulF16(const MatmulArgs& args) {
    matmulElements<std::uint16_t>(args, DType::F16, halfToFloat);
}
void matmulBF16(const MatmulArgs& args) {
    matmulElements<std::uint16_t>(args, DType::BF16, bfloatToFloat);
}

void matmulQ4_0(const MatmulArgs& args) {
    forAll(args, DType::Q4_0, [&](const std::byte* row, int t) {
        const auto* blocks = reinterpret_cast<const BlockQ4_0*>(row);
        const InputRow x = inputRow(args, t);
        float sum = 0;
        for (std::int64_t b = 0; b < args.cols / 32; ++b) {
            int dot = 0;
            for (int i = 0; i < 16; ++i) {
                dot += ((blocks[b].numbers[i] & 15) - 8) * x.numbers(b)[i];
                dot += ((blocks[b].numbers[i] >> 4) - 8) * x.numbers(b)[i + 16];
            }
            sum += halfToFloat(blocks[b].scale) * x.scale(b) * static_cast<float>(dot);
        }
        return sum;
    });
}

void matmulQ8_0(const MatmulArgs& args) {
    forAll(args, DType::Q8_0, [&](const std::byte* row, int t) {
        const auto* blocks = reinterpret_cast<const BlockQ8_0*>(row);
        const InputRow x = inputRow(args, t);
        float sum = 0;
        for (std::int64_t b = 0; b < args.cols / 32; ++b) {
            int dot = 0;
            for (int i = 0; i < 32; ++i) dot += blocks[b].numbers[i] * x.numbers(b)[i];
            sum += halfToFloat(blocks[b].scale) * x.scale(b) * static_cast<float>(dot);
        }
        return sum;
    });
}

void matmulQ4_K(const MatmulArgs& args) {
    forAll(args, DType::Q4_K, [&](const std::byte* row, int t) {
        const auto* blocks = reinterpret_cast<const BlockQ4_K*>(row);
        const InputRow x = inputRow(args, t);
        float sum = 0;
        for (std::int64_t b = 0; b < args.cols / 256; ++b) {
            for (int g = 0; g < 8; ++g) {
                const GroupQ4_K group = groupOf(blocks[b].groups, g);
                const std::uint8_t* w = blocks[b].numbers + g / 2 * 32;
                const std::int64_t at = 8 * b + g;
                int dot = 0;
                for (int i = 0; i < 32; ++i) dot += ((w[i] >> (g & 1) * 4) & 15) * x.numbers(at)[i];
                const float scale = halfToFloat(blocks[b].scale) * static_cast<float>(group.scale);
                const float min = halfToFloat(blocks[b].minScale) * static_cast<float>(group.min);
                sum += x.scale(at) * (scale * static_cast<float>(dot) + min * x.negatedSum(at));
            }
        }
        return sum;
    });
}

void matmulQ6_K(const MatmulArgs& args) {
    forAll(args, DType::Q6_K, [&](const std::byte* row, int t) {
        const auto* blocks = reinterpret_cast<const BlockQ6_K*>(row);
        const InputRow x = inputRow(args, t);
        float sum = 0;
        for (std::int64_t b = 0; b < args.cols / 256; ++b) {
            for (int g = 0; g < 16; ++g) {
                const std::int64_t at = 16 * b + g;
                int dot = 0;
                for (int i = 0; i < 16; ++i) {
                    dot += (numberOf(blocks[b], 16 * g + i) - 32) * x.numbers(at / 2)[at % 2 * 16 + i];
                }
                const float scale = halfToFloat(blocks[b].scale) * static_cast<float>(blocks[b].groups[g]);
                sum += scale * x.scale(at / 2) * static_cast<float>(dot);
            }
        }
        return sum;
    });
}

}  // namespace hearth::engine::reference

#include "kernels/reference/reference.h"
#include "tensor/codes.h"
#include "tensor/half.h"

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

// Σ over one run of up to 32 columns with one weight scale, in units of the activations' scale.
float runProduct(const BlockFormat& format, const Codes& codes, int begin, int end, const std::int8_t* x) {
    int dot = 0;
    int sum = 0;
    for (int i = begin; i < end; ++i) {
        dot += format.value(codes.codes[i]) * x[i - begin];
        sum += x[i - begin];
    }
    const int g = begin / format.group;
    const float scale = codes.scale * static_cast<float>(codes.groupScales[g]);
    if (!format.minima) return scale * static_cast<float>(dot);
    const float min = codes.minScale * static_cast<float>(codes.groupMins[g]);
    return scale * static_cast<float>(dot) - min * static_cast<float>(sum);
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

void matmulBlocks(DType type, const MatmulArgs& args) {
    const BlockFormat& format = *blockFormat(type);
    const auto rowBytes = static_cast<std::int64_t>(bytesOf(type, static_cast<std::uint64_t>(args.cols)));
    const int run = format.group < kGroup ? format.group : kGroup;
    Codes codes;
    for (std::int64_t r = args.rowBegin; r < args.rowEnd; ++r) {
        const std::byte* block = args.weights + r * rowBytes;
        for (int t = 0; t < args.x->n; ++t) args.y[t * args.yStride + r] = 0;
        for (std::int64_t c = 0; c < args.cols; c += format.size, block += info(type).blockBytes) {
            format.unpack(block, codes);
            for (int t = 0; t < args.x->n; ++t) {
                float sum = 0;
                for (int i = 0; i < format.size; i += run) {
                    // The slots of successive groups of one row are `width` apart.
                    const std::int64_t slot = args.x->slot(t) + (c + i) / kGroup * args.x->width(t);
                    const std::int8_t* numbers = args.x->numbers + slot * kGroup + (c + i) % kGroup;
                    sum += args.x->scales[slot] * runProduct(format, codes, i, i + run, numbers);
                }
                args.y[t * args.yStride + r] += sum;
            }
        }
    }
}

}  // namespace hearth::engine::reference

#include "kernels/weights.h"

#include <algorithm>
#include <string>

#include "kernels/low_rank.h"
#include "tensor/rows.h"

namespace hearth::engine {
namespace {

using base::ErrorCode;

// Rows that one thread packs or dequantizes at a time.
constexpr std::int64_t kPackRows = 64;

// Weight bytes that a thread takes at a time: a share of the second-level cache, so that the rows are still
// there for the next tokens of a long prompt, and small enough to even out threads that started late.
constexpr std::int64_t kChunkBytes = 128 * 1024;
// Ranges per thread there should at least be.
constexpr std::int64_t kRangesPerThread = 4;

std::uint64_t rounded(std::uint64_t bytes) {
    return (bytes + 63) / 64 * 64;
}

std::int64_t chunkRows(const WeightMatrix& weights, int threads) {
    const std::int64_t grain = weights.kernels().rowGrain;
    const std::int64_t bytesPerRow =
        std::max<std::int64_t>(1, static_cast<std::int64_t>(weights.streamedBytes()) / weights.rows());
    const std::int64_t byCache = kChunkBytes / bytesPerRow;
    const std::int64_t byThreads = weights.rows() / (threads * kRangesPerThread);
    return std::max<std::int64_t>(1, std::min(byCache, byThreads) / grain) * grain;
}

// Quantizes x [n, cols] into scratch memory.
Activations quantize(Compute& compute, const float* x, std::int64_t cols, int n) {
    const std::int64_t groups = cols / kGroup;
    const std::uint64_t numberBytes = rounded(static_cast<std::uint64_t>(n * cols));
    const std::uint64_t groupBytes = rounded(static_cast<std::uint64_t>(n * groups) * sizeof(float));
    std::byte* memory = compute.scratch(numberBytes + 4 * groupBytes);
    auto* numbers = reinterpret_cast<std::int8_t*>(memory);
    auto* scales = reinterpret_cast<float*>(memory + numberBytes);
    auto* sums = reinterpret_cast<std::int32_t*>(memory + numberBytes + groupBytes);
    auto* halfSums = reinterpret_cast<std::int32_t*>(memory + numberBytes + 2 * groupBytes);
    const Activations input{n, cols, x, numbers, scales, sums, halfSums};
    // A few rows are quantized faster than a second thread starts.
    const std::int64_t grain = n < 4 ? n : std::max(1, n / (compute.pool().threads() * 4));
    compute.pool().parallelFor(n, grain, [&](std::int64_t begin, std::int64_t end, int) {
        for (int t = static_cast<int>(begin); t < end; ++t) {
            const std::int64_t slot = input.slot(t);
            compute.kernels().quantizeRow(
                x + t * cols, cols,
                {numbers + slot * kGroup, scales + slot, sums + slot, halfSums + 2 * slot, input.width(t)});
        }
    });
    return input;
}

}  // namespace

base::Result<WeightMatrix> WeightMatrix::create(const Kernels& kernels, base::ThreadPool& pool, DType type,
                                                std::int64_t rows, std::int64_t cols, const std::byte* data,
                                                bool exact) {
    if (const auto readable = requireDequantize(type); !readable) return tl::unexpected(readable.error());
    if (rows <= 0 || cols <= 0 || cols % info(type).blockSize != 0) {
        return base::fail(ErrorCode::InvalidInput,
                          "A matrix of " + std::to_string(rows) + " rows and " + std::to_string(cols) +
                              " columns cannot hold weights of type " + std::string(name(type)) + ".");
    }
    const bool expand = exact && type != DType::F32;
    WeightMatrix matrix;
    matrix.type_ = type;
    matrix.rows_ = rows;
    matrix.cols_ = cols;
    matrix.data_ = data;
    matrix.kernels_ = kernels.find(expand ? DType::F32 : type);
    if (!matrix.kernels_) {
        return base::fail(ErrorCode::Unsupported,
                          "There are no kernels for weights of type " + std::string(name(type)) + ".");
    }
    const TypeKernels& use = *matrix.kernels_;
    if (!expand && !use.pack) return matrix;
    matrix.owned_ = AlignedBytes(expand ? static_cast<std::uint64_t>(rows * cols) * sizeof(float)
                                        : use.packedBytes(rows, cols));
    if (!matrix.owned_.data()) {
        return base::fail(ErrorCode::OutOfMemory,
                          "There is not enough memory for the weights of this model.");
    }
    const auto rowBytes = static_cast<std::int64_t>(bytesOf(type, static_cast<std::uint64_t>(cols)));
    pool.parallelFor(rows, kPackRows, [&](std::int64_t begin, std::int64_t end, int) {
        if (!expand) {
            use.pack(data, rows, cols, begin, end, matrix.owned_.data());
            return;
        }
        auto* out = reinterpret_cast<float*>(matrix.owned_.data());
        for (std::int64_t r = begin; r < end; ++r)
            dequantizeRow(type, data + r * rowBytes, out + r * cols, cols);
    });
    return matrix;
}

std::uint64_t WeightMatrix::streamedBytes() const {
    if (owned_.data()) return owned_.size();
    return static_cast<std::uint64_t>(rows_) * bytesOf(type_, static_cast<std::uint64_t>(cols_));
}

WeightMatrix WeightMatrix::part(std::int64_t first, std::int64_t count) const {
    WeightMatrix matrix;
    matrix.kernels_ = kernels_;
    matrix.type_ = kernels_->type;
    matrix.rows_ = count;
    matrix.cols_ = cols_;
    matrix.data_ = multiplied() + static_cast<std::uint64_t>(first) *
                                      bytesOf(matrix.type_, static_cast<std::uint64_t>(cols_));
    return matrix;
}

void WeightMatrix::row(std::int64_t index, float* out) const {
    const auto rowBytes = static_cast<std::int64_t>(bytesOf(type_, static_cast<std::uint64_t>(cols_)));
    dequantizeRow(type_, data_ + index * rowBytes, out, cols_);
}

void matmulGroup(Compute& compute, std::span<const Product> products, const float* x, int n) {
    if (products.empty() || n <= 0) return;
    for (std::size_t i = 0; compute.observer() && i < products.size(); ++i)
        compute.observer()->onProduct(*products[i].weights, x, n);
    Activations input;
    input.n = n;
    input.cols = products[0].weights->cols();
    input.values = x;
    bool quantized = false;
    for (const Product& product : products) quantized |= product.weights->kernels().quantizesActivations;
    if (quantized) input = quantize(compute, x, input.cols, n);

    // Chunks of all matrices in one row of numbers, so that no thread waits between two matrices.
    const int threads = compute.pool().threads();
    std::int64_t chunks = 0;
    for (const Product& product : products) {
        const std::int64_t size = chunkRows(*product.weights, threads);
        chunks += (product.weights->rows() + size - 1) / size;
    }
    compute.pool().parallelFor(chunks, 1, [&](std::int64_t begin, std::int64_t end, int) {
        for (std::int64_t chunk = begin; chunk < end; ++chunk) {
            std::int64_t index = chunk;
            for (const Product& product : products) {
                const WeightMatrix& weights = *product.weights;
                const std::int64_t size = chunkRows(weights, threads);
                const std::int64_t count = (weights.rows() + size - 1) / size;
                if (index >= count) {
                    index -= count;
                    continue;
                }
                MatmulArgs args{weights.multiplied(),
                                weights.rows(),
                                weights.cols(),
                                &input,
                                product.y,
                                weights.rows(),
                                index * size,
                                0};
                args.rowEnd = std::min(weights.rows(), args.rowBegin + size);
                weights.kernels().matmul(args);
                break;
            }
        }
    });
    if (!compute.additions()) return;
    for (const Product& product : products) compute.additions()->apply(compute, product, x, n);
}

void lookUp(Compute& compute, const WeightMatrix& weights, std::span<const std::int32_t> indices,
            float* out) {
    for (std::size_t i = 0; i < indices.size(); ++i)
        weights.row(indices[i], out + static_cast<std::int64_t>(i) * weights.cols());
    if (compute.additions()) compute.additions()->applyToRows(compute, weights, indices, out);
}

void matmul(Compute& compute, const WeightMatrix& weights, const float* x, float* y, int n) {
    const Product product{&weights, y};
    matmulGroup(compute, {&product, 1}, x, n);
}

}  // namespace hearth::engine

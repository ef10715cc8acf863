// Weight matrices as they are multiplied, and the products.
// A WeightMatrix is immutable once made and may be used by any number of threads.
//
// Rows in a file lie one after the other, which makes a processor add up across vector lanes at the end of
// each block. Quantized matrices are therefore repacked on load: 16 rows side by side, a lane each. The copy
// takes as much memory as the file's bytes; the mapped pages it was made from are clean, are not touched
// again except by `row`, and may be given back to the system with madvise. Float types are multiplied where
// they lie.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/result.h"
#include "kernels/compute.h"
#include "kernels/kernels.h"
#include "tensor/dtype.h"

namespace hearth::engine {

class WeightMatrix {
  public:
    WeightMatrix() = default;

    // A matrix [rows, cols] at `data` (row-major, bytesOf(type, cols) a row), which must stay valid as long
    // as the matrix. exact: weights are dequantized to float32 and multiplied as such. Errors: Unsupported
    // for a type without kernels, InvalidInput where cols is no multiple of the block size, OutOfMemory for
    // the copy.
    static base::Result<WeightMatrix> create(const Kernels& kernels, base::ThreadPool& pool, DType type,
                                             std::int64_t rows, std::int64_t cols, const std::byte* data,
                                             bool exact = false);

    std::int64_t rows() const { return rows_; }
    std::int64_t cols() const { return cols_; }
    DType type() const { return type_; }  // as in the file
    bool empty() const { return rows_ == 0; }

    // Bytes that a product reads, and bytes that this object allocated itself. Where the latter is not 0, a
    // product does not touch `data`.
    std::uint64_t streamedBytes() const;
    std::uint64_t ownedBytes() const { return owned_.size(); }

    // Row `index` as float32, for embeddings: out has cols() values. Reads `data`.
    void row(std::int64_t index, float* out) const;

    // Rows [first, first + count) as a matrix that borrows from this one; only where a product reads plain
    // rows, as it does for F32, F16 and BF16.
    WeightMatrix part(std::int64_t first, std::int64_t count) const;

    const TypeKernels& kernels() const { return *kernels_; }
    const std::byte* source() const { return data_; }  // where its rows lie in the file
    const std::byte* multiplied() const { return owned_.data() ? owned_.data() : data_; }

  private:
    const TypeKernels* kernels_ = nullptr;
    DType type_ = DType::F32;
    std::int64_t rows_ = 0;
    std::int64_t cols_ = 0;
    const std::byte* data_ = nullptr;
    AlignedBytes owned_;
};

// One of several matrices that are multiplied by the same input.
struct Product {
    const WeightMatrix* weights;
    float* y;  // [n, weights->rows()]
};

// y = x Wᵀ for each product: x is [n, cols], all matrices have that many columns. The input is quantized
// once, and the threads meet once for all of them (twice if n > 1). What the Compute's adapters add to these
// weights is added.
void matmulGroup(Compute& compute, std::span<const Product> products, const float* x, int n);

// The same for one matrix.
void matmul(Compute& compute, const WeightMatrix& weights, const float* x, float* y, int n);

// The rows of an embedding: out [indices, cols] f32, with what adapters add.
void lookUp(Compute& compute, const WeightMatrix& weights, std::span<const std::int32_t> indices, float* out);

}  // namespace hearth::engine

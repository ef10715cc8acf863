// Tensors of a file as the weights of an architecture, each checked to be there and to have its shape. The
// first error is kept, as in Parameters. Reports progress by bytes. Used by one thread.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "kernels/weights.h"
#include "models/network.h"

namespace hearth::engine {

class WeightsReader {
  public:
    explicit WeightsReader(const NetworkSource& source);

    bool has(const std::string& name) const { return source_.file.findTensor(name) != nullptr; }
    // Tokens that the embedding has rows for; 1 where it is missing, which reading it tells.
    int vocabulary() const { return rowsOf("token_embd.weight"); }
    // Rows of a matrix; 1 where it is missing, which reading it tells.
    int rowsOf(const std::string& name) const;
    // [count] as float32.
    std::vector<float> vector(const std::string& name, std::int64_t count);
    std::vector<float> optionalVector(const std::string& name, std::int64_t count);
    // [rows, cols] as float32, row by row; the optional one empty where it is missing.
    std::vector<float> rows(const std::string& name, std::int64_t rows, std::int64_t cols);
    std::vector<float> optionalRows(const std::string& name, std::int64_t rows, std::int64_t cols);
    // [rows, cols]: in the file's order of dimensions (cols, rows).
    WeightMatrix matrix(const std::string& name, std::int64_t rows, std::int64_t cols);
    // [Σ rows, cols]: several matrices, one above the other.
    struct Part {
        WeightMatrix* into;
        std::int64_t rows;
    };
    void stacked(const std::string& name, std::int64_t cols, std::span<const Part> parts);
    // Of a tensor [count, rows, cols], of each matrix `taken` rows from `first` on: one matrix an expert.
    struct Slices {
        int count;
        std::int64_t rows, cols;
        std::int64_t first, taken;
    };
    std::vector<WeightMatrix> experts(const std::string& name, const Slices& slices);

    // Tensors that are known but not needed.
    void ignore(const std::string& name) { taken_.insert(name); }

    base::Result<void> check() const;
    // Unsupported where a tensor of the first `layers` layers, or of none, was neither read nor ignored: the
    // file holds more than would be computed.
    base::Result<void> checkAllTaken(std::size_t layers) const;

  private:
    const gguf::TensorView* find(const std::string& name, std::initializer_list<std::int64_t> shape);
    std::vector<float> floats(const gguf::TensorView* tensor);
    void fail(base::Error error, const std::string& name);
    void advance(std::uint64_t bytes);

    const NetworkSource& source_;
    std::uint64_t total_ = 0;
    std::uint64_t done_ = 0;
    std::optional<base::Error> error_;
    std::set<std::string, std::less<>> taken_;
};

}  // namespace hearth::engine

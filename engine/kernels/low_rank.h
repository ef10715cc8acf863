// Low-rank additions to weights that stay as they are (LoRA, Hu et al. 2021, equation 3): W x becomes
// W x + Σ scale B (A x). A set belongs to one session, is told to its Compute, and is used by one thread;
// the matrices A and B belong to somebody else and must outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "kernels/weights.h"

namespace hearth::engine {

struct LowRankTerm {
    const WeightMatrix* a = nullptr;  // [rank, columns of W]; for looked-up rows [rows of W, rank]
    const WeightMatrix* b = nullptr;  // [rows of W, rank]; for looked-up rows [columns of W, rank]
    float scale = 1;
};

class LowRankSet {
  public:
    // `weights` are the bytes of W in the file it came from: so a set needs no names, and finds the parts of
    // a matrix that an architecture cuts into several.
    void addToProducts(std::span<const std::byte> weights, const LowRankTerm& term);
    void addToLookups(std::span<const std::byte> weights, const LowRankTerm& term);
    bool empty() const { return products_.empty() && lookups_.empty(); }

    // Adds to product.y [n, rows] what the terms for its weights give for x [n, cols].
    void apply(Compute& compute, const Product& product, const float* x, int n);
    // Adds to rows [indices, cols] that were read from `weights`. Terms whose A is shorter than an index are
    // the caller's mistake.
    void applyToRows(Compute& compute, const WeightMatrix& weights, std::span<const std::int32_t> indices,
                     float* rows);

  private:
    struct Entry {
        std::size_t bytes = 0;
        std::vector<LowRankTerm> terms;
    };
    using Entries = std::map<const std::byte*, Entry>;
    static Entries::const_iterator find(const Entries& entries, const std::byte* at);
    void multiply(Compute& compute, const LowRankTerm& term, const WeightMatrix& b, float* y, int n);

    Entries products_;
    Entries lookups_;
    std::vector<float> reduced_;  // [n, rank]
    std::vector<float> added_;    // [tokens at once, rows]
};

}  // namespace hearth::engine

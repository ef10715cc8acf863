// A matrix with what may belong to it: a bias, and one factor for all its weights. Immutable once loaded.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

#include "kernels/weights.h"
#include "models/pass.h"
#include "models/weights_reader.h"

namespace hearth::engine {

struct Linear {
    WeightMatrix weights;     // [rows, cols]
    std::vector<float> bias;  // [rows], or empty
    float scale = 1;          // of the weights; files of ternary models have it beside them
};

// Tensors name + ".weight", and ".bias" and ".scale" where the file has them.
Linear readLinear(WeightsReader& reader, const std::string& name, std::int64_t rows, std::int64_t cols);

struct LinearPart {
    Linear* into;
    std::int64_t rows;
};
// Several that a file holds as one, one above the other.
void readStacked(WeightsReader& reader, const std::string& name, std::int64_t cols,
                 std::initializer_list<LinearPart> parts);

// `count` of them, one an expert, from tensors with one dimension more.
std::vector<Linear> readLinears(WeightsReader& reader, const std::string& name, int count, std::int64_t rows,
                                std::int64_t cols);

// As above where one tensor holds several sets, of every expert one matrix above the other.
void readStackedLinears(WeightsReader& reader, const std::string& name, int count, std::int64_t rows,
                        std::int64_t cols, std::initializer_list<std::vector<Linear>*> sets);

struct LinearProduct {
    const Linear* linear;
    float* y;  // [n, rows]
};
// y = scale * x Wᵀ + bias for each. x: [n, cols].
void apply(const Pass& pass, std::span<const LinearProduct> products, const float* x, int n);
inline void apply(const Pass& pass, std::initializer_list<LinearProduct> products, const float* x, int n) {
    apply(pass, std::span(products.begin(), products.size()), x, n);
}

}  // namespace hearth::engine

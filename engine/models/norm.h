// The norm in front of a block or behind it. Immutable once loaded.
#pragma once

#include <string>
#include <vector>

#include "models/pass.h"
#include "models/weights_reader.h"

namespace hearth::engine {

enum class NormKind {
    Rms,    // Zhang & Sennrich 2019
    Layer,  // Ba et al. 2016
    Bare    // the latter without weights
};

struct Norm {
    std::vector<float> weight;  // [width]; empty: there is no norm
    std::vector<float> bias;    // [width] of a LayerNorm, zeros where the file has none; otherwise empty
    bool empty() const { return weight.empty(); }
};

// Tensors name + ".weight", or in some files name alone, and, of a LayerNorm, ".bias" where the file has it;
// none of a bare one.
Norm readNorm(WeightsReader& reader, const std::string& name, int width, NormKind kind);

// x, out: [n, width], which may be the same.
void applyNorm(const Pass& pass, const Norm& norm, const float* x, float* out, int n, float epsilon);

}  // namespace hearth::engine

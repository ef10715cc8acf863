// Norms of the queries or keys of heads. Immutable once loaded.
#pragma once

#include <string>
#include <vector>

#include "models/norm.h"

namespace hearth::engine {

enum class HeadNorm {
    None,
    Bare,             // of each head, by no weights
    EachHead,         // NAME.weight: [headDim]
    EachHeadIfThere,  // the same in some files of an architecture
    OwnIfThere,       // of each head by weights of its own, [heads, headDim], in some files
    AllHeads,         // over all heads at once: [heads * headDim]
    AllHeadsIfThere
};

struct HeadNormPlan {
    HeadNorm of = HeadNorm::None;
    NormKind kind = NormKind::Rms;
};

class HeadNorms {
  public:
    HeadNorms() = default;
    // Tensors name + ".weight" and, of a LayerNorm, ".bias" where the file has it.
    HeadNorms(WeightsReader& reader, const std::string& name, const HeadNormPlan& plan, int heads, int size);

    // x: [pass.n, heads, size], in place.
    void apply(const Pass& pass, float* x, float epsilon) const;

  private:
    Norm norm_;               // of one head, or of all at once; empty: there is none
    std::vector<float> own_;  // [heads, size]: factors behind that, or empty
    int rows_ = 0;            // that are normed in a token
};

}  // namespace hearth::engine

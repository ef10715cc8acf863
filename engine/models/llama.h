// The llama architecture (Touvron et al. 2023): grouped-query attention with rotary positions, SwiGLU or
// experts, RMS norms before each, tied or separate output.
#pragma once

#include <memory>

#include "base/result.h"
#include "kernels/ops.h"
#include "models/network.h"

namespace hearth::engine {

// How a relative of the architecture differs from it.
struct LlamaVariant {
    RopeStyle rope = RopeStyle::Interleaved;
    bool headNorms = false;  // RMS norm of each head of queries and keys before they rotate
    int noRopeEvery = 0;     // layers n - 1, 2n - 1, … have no positions; 0: all have
    bool fused = false;   // one matrix for queries, keys and values, one for gate and up; LongRoPE, a window
    bool scaled = false;  // embeddings, what each block adds, and logits have a factor in the metadata
};

base::Result<std::unique_ptr<Network>> loadLlama(const NetworkSource& source);
base::Result<std::unique_ptr<Network>> loadLlamaVariant(const NetworkSource& source,
                                                        const LlamaVariant& variant);

}  // namespace hearth::engine

// Qwen2 (Yang et al. 2024): llama with biases of queries, keys and values, which are taken where a file has
// them, and positions that rotate the two halves of a head against each other.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planQwen2(Parameters& p) {
    return readDecoderPlan(p, RopeStyle::Neox);
}

}  // namespace hearth::engine

// Qwen2 (Yang et al. 2024): llama with biases of queries, keys and values, which the loader takes where a
// file has them, and positions that rotate the two halves of a head against each other.
#include "models/llama.h"
#include "models/relatives.h"

namespace hearth::engine {

base::Result<std::unique_ptr<Network>> loadQwen2(const NetworkSource& source) {
    LlamaVariant variant;
    variant.rope = RopeStyle::Neox;
    return loadLlamaVariant(source, variant);
}

}  // namespace hearth::engine

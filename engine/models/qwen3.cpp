// Qwen3 (Yang et al. 2025): as Qwen2, without the biases but with norms of queries and keys.
#include "models/llama.h"
#include "models/relatives.h"

namespace hearth::engine {

base::Result<std::unique_ptr<Network>> loadQwen3(const NetworkSource& source) {
    LlamaVariant variant;
    variant.rope = RopeStyle::Neox;
    variant.headNorms = true;
    return loadLlamaVariant(source, variant);
}

}  // namespace hearth::engine

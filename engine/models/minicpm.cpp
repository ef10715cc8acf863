// MiniCPM (Hu et al. 2024): llama with factors of the embeddings, the residual stream and the logits.
#include "models/llama.h"
#include "models/relatives.h"

namespace hearth::engine {

base::Result<std::unique_ptr<Network>> loadMiniCpm(const NetworkSource& source) {
    LlamaVariant variant;
    variant.scaled = true;
    return loadLlamaVariant(source, variant);
}

}  // namespace hearth::engine

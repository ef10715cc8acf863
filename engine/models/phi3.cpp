// Phi-3 and Phi-4-mini (Abdin et al. 2024): llama with fused matrices, positions that rotate halves of a
// head, frequencies that depend on the length of the context, and a window.
#include "models/llama.h"
#include "models/relatives.h"

namespace hearth::engine {

base::Result<std::unique_ptr<Network>> loadPhi3(const NetworkSource& source) {
    LlamaVariant variant;
    variant.rope = RopeStyle::Neox;
    variant.fused = true;
    return loadLlamaVariant(source, variant);
}

}  // namespace hearth::engine

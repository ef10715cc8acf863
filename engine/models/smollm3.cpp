// SmolLM3 (Bakouch et al. 2025): llama in which every fourth layer has no positions.
#include "models/llama.h"
#include "models/relatives.h"

namespace hearth::engine {

base::Result<std::unique_ptr<Network>> loadSmolLm3(const NetworkSource& source) {
    LlamaVariant variant;
    variant.noRopeEvery = 4;
    return loadLlamaVariant(source, variant);
}

}  // namespace hearth::engine

// SmolLM3 (Bakouch et al. 2025): llama in which every fourth layer has no positions.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planSmolLm3(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Interleaved);
    for (std::size_t i = 3; i < plan.layers.size(); i += 4) plan.layers[i].attention.rope = -1;
    return plan;
}

}  // namespace hearth::engine

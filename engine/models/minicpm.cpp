// MiniCPM (Hu et al. 2024): llama with factors of the embeddings, the residual stream and the logits (section
// 3 of the paper); older files leave them to the program.
#include <cmath>

#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planMiniCpm(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Interleaved);
    const auto layers = static_cast<double>(plan.layers.size());
    plan.embeddingScale = static_cast<float>(p.number("embedding_scale", 12.0, 1e-6, 1e6));
    plan.residualScale = static_cast<float>(p.number("residual_scale", 1.4 / std::sqrt(layers), 1e-6, 1e6));
    plan.logitScale = static_cast<float>(1 / p.number("logit_scale", plan.embedding / 256.0, 1e-6, 1e6));
    return plan;
}

}  // namespace hearth::engine

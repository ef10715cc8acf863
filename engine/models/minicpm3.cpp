// MiniCPM 3 (OpenBMB 2024): MiniCPM with latent attention and frequencies that depend on the length of the
// context.
#include <cmath>

#include "models/architectures.h"
#include "models/latent_attention.h"

namespace hearth::engine {

DecoderPlan planMiniCpm3(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    // Files leave these to the program.
    plan.embeddingScale = 12;
    plan.residualScale = 1.4f / std::sqrt(static_cast<float>(plan.layers.size()));
    plan.logitScale = 256.0f / static_cast<float>(plan.embedding);
    attendLatently(plan, readLatent(p, plan));
    return plan;
}

}  // namespace hearth::engine

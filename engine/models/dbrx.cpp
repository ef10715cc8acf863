// DBRX (Databricks 2024): LayerNorms, clamped queries, keys and values, and experts in every layer.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planDbrx(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox, NormKind::Layer);
    const auto clamp = static_cast<float>(p.number("attention.clamp_kqv", 0.0, 0, 1e6));
    readRoutedExperts(p, plan, Gating::Softmax, true);
    for (LayerPlan& layer : plan.layers) {
        layer.attention.clamp = clamp;
        layer.feedForwardNorm = "attn_output_norm";
    }
    return plan;
}

}  // namespace hearth::engine

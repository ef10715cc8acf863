// Granite 3 (IBM 2024), dense or of experts: llama with factors of the embeddings, the scores, what blocks
// add, and the logits; the one with windows has sinks too.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planGranite(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Interleaved);
    plan.embeddingScale = static_cast<float>(p.number("embedding_scale", 1.0, 0, 1e6));
    plan.residualScale = static_cast<float>(p.number("residual_scale", 1.0, 0, 1e6));
    plan.logitScale = static_cast<float>(1 / p.number("logit_scale", std::nullopt, 1e-6, 1e6));
    const auto scale = static_cast<float>(p.number("attention.scale", 0.0, 0, 1e6));
    const bool rotates = p.flag("rope.scaling.finetuned", true);
    const int shared = p.optional("expert_shared_feed_forward_length", 0, 0, 1 << 20);
    for (LayerPlan& layer : plan.layers) {
        if (scale > 0) layer.attention.scale = scale;
        if (!rotates) layer.attention.rope = -1;
        layer.feedForward.experts.sharedHidden = shared;
    }
    return plan;
}

DecoderPlan planGraniteSwa(Parameters& p) {
    DecoderPlan plan = planGranite(p);
    const int window = p.required("attention.sliding_window", 1, 1 << 24);
    const std::vector<bool> windowed = readWindowedLayers(p, plan.layers.size(), 0);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        plan.layers[i].attention.sinks = true;
        plan.layers[i].attention.window = windowed[i] ? window : 0;
    }
    return plan;
}

}  // namespace hearth::engine

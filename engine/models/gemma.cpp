// Gemma (Gemma Team 2024): llama with GELU and scaled embeddings.
#include "models/gemma.h"

#include <cmath>

#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan readGemmaPlan(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    plan.embeddingScale = std::sqrt(static_cast<float>(plan.embedding));
    plan.logitCap = static_cast<float>(p.number("final_logit_softcapping", 0.0, 0, 1e6));
    for (LayerPlan& layer : plan.layers)
        layer.feedForward.unit = layer.feedForward.experts.unit = GatedUnit::Gelu;
    return plan;
}

void addGemmaWindows(Parameters& p, DecoderPlan& plan, int window, int period, double localBase) {
    const std::vector<bool> windowed = readWindowedLayers(p, plan.layers.size(), period);
    const bool ownRope = window > 0 && localBase > 0;
    if (ownRope) plan.ropes.push_back(localRope(p, plan.ropes[0], localBase));
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        LayerPlan& layer = plan.layers[i];
        layer.mixerPostNorm = "post_attention_norm";
        layer.feedForwardPostNorm = "post_ffw_norm";
        if (!windowed[i]) continue;
        layer.attention.window = window;
        layer.attention.rope = ownRope ? 1 : 0;
    }
}

void scaleGemmaScores(DecoderPlan& plan, std::size_t layersOfLargest) {
    if (plan.layers.size() != layersOfLargest) return;
    for (LayerPlan& layer : plan.layers)
        layer.attention.scale =
            1.0f / std::sqrt(static_cast<float>(plan.embedding / plan.layers[0].attention.heads));
}

void shareGemmaCaches(Parameters& p, DecoderPlan& plan, const std::vector<bool>& windowed) {
    const int layers = static_cast<int>(plan.layers.size());
    const int first = layers - p.optional("attention.shared_kv_layers", 0, 0, layers);
    for (int i = first; i < layers; ++i) {
        int from = first - 1;
        while (from >= 0 && windowed[static_cast<std::size_t>(from)] != windowed[static_cast<std::size_t>(i)])
            --from;
        if (from < 0) {
            p.fail(base::ErrorCode::InvalidInput, "attention.shared_kv_layers",
                   "leaves layer " + std::to_string(i) + " without a layer of its kind to borrow from.");
            return;
        }
        plan.layers[static_cast<std::size_t>(i)].attention.borrows = from;
        plan.layers[static_cast<std::size_t>(from)].attention.lends = true;
    }
}

DecoderPlan planGemma(Parameters& p) {
    return readGemmaPlan(p);
}

}  // namespace hearth::engine

// OLMo 2 (OLMo Team 2024) and, with windows, OLMo 3: norms behind the blocks instead of before, and norms of
// all queries and of all keys of a token.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planOlmo2(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    const int window = p.optional("attention.sliding_window", 0, 0, 1 << 24);
    const std::vector<bool> windowed = readWindowedLayers(p, plan.layers.size(), 4);
    plan.ropes.push_back(localRope(p, plan.ropes[0], plan.ropes[0].base));
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        LayerPlan& layer = plan.layers[i];
        layer.attention.norm = HeadNorm::AllHeads;
        layer.mixerNorm = layer.feedForwardNorm = "";
        layer.mixerPostNorm = "post_attention_norm";
        layer.feedForwardPostNorm = "post_ffw_norm";
        if (window == 0 || !windowed[i]) continue;
        layer.attention.window = window;
        layer.attention.rope = 1;
    }
    return plan;
}

}  // namespace hearth::engine

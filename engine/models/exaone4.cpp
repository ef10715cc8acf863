// EXAONE 4 (LG AI Research 2025): norms behind the blocks instead of before, norms of each head; where there
// are windows, the layers without have no positions.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planExaone4(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    const int window = p.optional("attention.sliding_window", 0, 0, 1 << 24);
    const std::vector<bool> windowed = readWindowedLayers(p, plan.layers.size(), 4);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        LayerPlan& layer = plan.layers[i];
        layer.attention.norm = HeadNorm::EachHead;
        layer.mixerNorm = layer.feedForwardNorm = "";
        layer.mixerPostNorm = "post_attention_norm";
        layer.feedForwardPostNorm = "post_ffw_norm";
        if (window == 0) continue;
        if (windowed[i])
            layer.attention.window = window;
        else
            layer.attention.rope = -1;
    }
    return plan;
}

}  // namespace hearth::engine

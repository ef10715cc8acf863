// EXAONE 4 (LG AI Research 2025): norms behind the blocks instead of before, norms of each head; where there
// are windows, the layers without have no positions.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planExaone4(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    const int window = p.optional("attention.sliding_window", 0, 0, 1 << 24);
    if (window > 0) rotateInWindowsOnly(p, plan, window, 4);
    for (LayerPlan& layer : plan.layers) {
        layer.attention.norm = HeadNorm::EachHead;
        layer.mixerNorm = layer.feedForwardNorm = "";
        layer.mixerPostNorm = "post_attention_norm";
        layer.feedForwardPostNorm = "post_ffw_norm";
    }
    return plan;
}

}  // namespace hearth::engine

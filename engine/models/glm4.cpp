// GLM-4-0414 (Zhipu AI 2025): llama with norms before and after each block, gate and up in one matrix, and a
// part of each head that rotates.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planGlm4(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Interleaved);
    for (LayerPlan& layer : plan.layers) {
        layer.mixerPostNorm = "post_attention_norm";
        layer.feedForwardPostNorm = "post_ffw_norm";
    }
    return plan;
}

}  // namespace hearth::engine

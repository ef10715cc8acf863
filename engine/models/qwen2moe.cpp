// Qwen1.5 and Qwen2 of experts (Yang et al. 2024): as Qwen2, with experts whose weights are not normalized
// and one more that all tokens use, under a gate of its own.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planQwen2Moe(Parameters& p) {
    DecoderPlan plan = planQwen2(p);
    requireExperts(p);
    shareWidthAmongExperts(p, plan);
    for (LayerPlan& layer : plan.layers) {
        ExpertsPlan& experts = layer.feedForward.experts;
        experts.normalize = false;
        experts.sharedHidden =
            p.optional("expert_shared_feed_forward_length", layer.feedForward.hidden, 1, 1 << 20);
    }
    return plan;
}

}  // namespace hearth::engine

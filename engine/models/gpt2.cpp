// GPT-2 (Radford et al. 2019) and StarCoder (Li et al. 2023), which shares one head of keys and values:
// LayerNorms, an ungated feed-forward block, and a learned vector for each position.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planGpt2(Parameters& p) {
    DecoderPlan plan = planStarCoder2(p);
    plan.learnsPositions = true;
    for (LayerPlan& layer : plan.layers) layer.attention.rope = -1;
    return plan;
}

}  // namespace hearth::engine

// Seed-OSS (ByteDance Seed 2025): Qwen2 under other names of its norms.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planSeedOss(Parameters& p) {
    DecoderPlan plan = planQwen2(p);
    for (LayerPlan& layer : plan.layers) layer.feedForwardNorm = "post_attention_norm";
    return plan;
}

}  // namespace hearth::engine

// GLM-4.5 (Zhipu AI 2025): experts chosen by sigmoids and a learned preference, one shared by all tokens, and
// dense layers before them. Layers that only guess further tokens ahead are left out.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planGlm4Moe(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    requireExperts(p);
    shareWidthAmongExperts(p, plan);
    const auto dense = static_cast<std::size_t>(p.optional("leading_dense_block_count", 0, 0, 4096));
    const int shared = p.optional("expert_shared_count", 0, 0, 1024);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        LayerPlan& layer = plan.layers[i];
        layer.feedForwardNorm = "post_attention_norm";
        layer.attention.norm = HeadNorm::EachHeadIfThere;
        ExpertsPlan& experts = layer.feedForward.experts;
        experts.gating = readGating(p, Gating::Sigmoid);
        experts.normalize = p.flag("expert_weights_norm", false);
        experts.scale = static_cast<float>(p.number("expert_weights_scale", 1.0, 0, 1e6));
        if (experts.scale == 0) experts.scale = 1;
        experts.sharedHidden = shared * experts.hidden;
        if (i < dense) experts.count = 0;
    }
    return plan;
}

}  // namespace hearth::engine

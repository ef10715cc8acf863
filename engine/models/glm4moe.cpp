// GLM-4.5 (Zhipu AI 2025): experts chosen by sigmoids and a learned preference, one shared by all tokens, and
// dense layers before them. Layers that only guess further tokens ahead are left out.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planGlm4Moe(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    readDenseThenExperts(p, plan, Gating::Sigmoid);
    for (LayerPlan& layer : plan.layers) {
        layer.feedForwardNorm = "post_attention_norm";
        layer.attention.norm = HeadNorm::EachHeadIfThere;
    }
    return plan;
}

}  // namespace hearth::engine

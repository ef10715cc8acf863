// LFM2 (Liquid AI 2025), dense or of experts: layers of short gated convolutions, with attention where the
// metadata name key/value heads.
#include "models/architectures.h"
#include "models/short_convolution.h"

namespace hearth::engine {

DecoderPlan planLfm2(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    plan.outputNorm = "token_embd_norm";
    const int taps = p.required("shortconv.l_cache", 2, 64);
    if (p.has("expert_count")) readDenseThenExperts(p, plan, Gating::Sigmoid);
    for (LayerPlan& layer : plan.layers) {
        layer.attention.norm = HeadNorm::EachHead;
        layer.feedForward.experts.normalize = p.flag("expert_weights_norm", true);
        if (layer.attention.kvHeads > 0) continue;
        layer.mixer = [taps, width = plan.embedding](WeightsReader& reader, const std::string& prefix) {
            return std::make_unique<GatedConvolution>(reader, prefix, width, taps);
        };
    }
    return plan;
}

}  // namespace hearth::engine

// LFM2 (Liquid AI 2025), dense or of experts: layers of short gated convolutions, with attention where the
// metadata name key/value heads.
#include "models/architectures.h"
#include "models/short_convolution.h"

namespace hearth::engine {

DecoderPlan planLfm2(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    plan.outputNorm = "token_embd_norm";
    const int taps = p.required("shortconv.l_cache", 2, 64);
    const auto dense = static_cast<std::size_t>(p.optional("leading_dense_block_count", 0, 0, 4096));
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        LayerPlan& layer = plan.layers[i];
        layer.attention.norm = HeadNorm::EachHead;
        layer.feedForward.experts.gating = readGating(p, Gating::Sigmoid);
        if (i < dense) layer.feedForward.experts.count = 0;
        if (layer.attention.kvHeads > 0) continue;
        layer.mixer = [taps, width = plan.embedding](WeightsReader& reader, const std::string& prefix) {
            return std::make_unique<GatedConvolution>(reader, prefix, width, taps);
        };
    }
    return plan;
}

}  // namespace hearth::engine

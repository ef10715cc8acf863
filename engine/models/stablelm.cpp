// StableLM (Bellagente et al. 2024): llama with LayerNorms and a part of each head that rotates; some have
// attention and feed-forward block beside each other behind one norm.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planStableLm(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox, NormKind::Layer);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        LayerPlan& layer = plan.layers[i];
        layer.attention.norm = HeadNorm::OwnIfThere;  // of the larger ones
        layer.attention.normKind = NormKind::Layer;
        layer.parallel = !p.hasTensor("blk." + std::to_string(i) + ".ffn_norm.weight");
        if (layer.parallel) layer.feedForwardNorm = layer.mixerNorm;
    }
    return plan;
}

}  // namespace hearth::engine

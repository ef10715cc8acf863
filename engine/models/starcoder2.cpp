// StarCoder2 (Lozhkov et al. 2024): LayerNorms, and a feed-forward block without a gate.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planStarCoder2(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox, NormKind::Layer);
    for (LayerPlan& layer : plan.layers) {
        layer.feedForward.gated = false;
        layer.feedForward.unit = GatedUnit::Gelu;
    }
    return plan;
}

}  // namespace hearth::engine

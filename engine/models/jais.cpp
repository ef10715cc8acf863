// Jais (Sengupta et al. 2023): LayerNorms, gates, slopes in place of positions, and scores that are divided
// by the size of a head instead of its root.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planJais(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox, NormKind::Layer);
    slopeScores(plan, p.number("attention.max_alibi_bias", 8.0, 0, 1e3));
    for (LayerPlan& layer : plan.layers)
        layer.attention.scale = 1.0f / static_cast<float>(layer.attention.headDim);
    return plan;
}

}  // namespace hearth::engine

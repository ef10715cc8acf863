// MPT (MosaicML 2023): LayerNorms, slopes in place of positions or a learned vector for each, and an ungated
// feed-forward block; some have norms of queries and keys.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planMpt(Parameters& p) {
    DecoderPlan plan = planStarCoder2(p);
    plan.learnsPositions = p.hasTensor("position_embd.weight");
    slopeScores(plan, p.number("attention.max_alibi_bias", 0.0, 0, 1e3));
    const auto clamp = static_cast<float>(p.number("attention.clamp_kqv", 0.0, 0, 1e6));
    for (LayerPlan& layer : plan.layers) {
        layer.attention.clamp = clamp;
        layer.attention.norm = HeadNorm::AllHeadsIfThere;
        layer.attention.normKind = NormKind::Layer;
    }
    return plan;
}

}  // namespace hearth::engine

// Phi-3.5-MoE (Abdin et al. 2024): Phi-3 with LayerNorms and two experts that do not share a weight: each has
// its own, near 1 unless others came close.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planPhiMoe(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox, NormKind::Layer);
    requireExperts(p);
    for (LayerPlan& layer : plan.layers) {
        layer.feedForward.experts.gating = Gating::SoftmaxOfRivals;
        layer.feedForward.experts.normalize = false;
    }
    return plan;
}

}  // namespace hearth::engine

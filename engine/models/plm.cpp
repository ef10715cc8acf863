// PLM (Deng et al. 2025): latent attention, and an ungated feed-forward block with squared ReLU.
#include "models/architectures.h"
#include "models/latent_attention.h"

namespace hearth::engine {

DecoderPlan planPlm(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Interleaved);
    for (LayerPlan& layer : plan.layers) {
        layer.feedForward.gated = false;
        layer.feedForward.unit = GatedUnit::ReluSquared;
    }
    attendLatently(plan, readLatent(p, plan));
    return plan;
}

}  // namespace hearth::engine

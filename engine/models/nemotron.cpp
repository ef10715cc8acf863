// Nemotron 4 and Minitron (Parmar et al. 2024): LayerNorms, whose weights are stored with 1 added, and an
// ungated feed-forward block of squared rectifiers.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planNemotron(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox, NormKind::Layer);
    for (LayerPlan& layer : plan.layers) {
        layer.feedForward.gated = false;
        layer.feedForward.unit = GatedUnit::ReluSquared;
    }
    return plan;
}

}  // namespace hearth::engine

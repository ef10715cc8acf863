// Arcee AFM (Arcee AI 2025): llama with an ungated feed-forward block of squared rectifiers.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planArcee(Parameters& p) {
    DecoderPlan plan = planLlama(p);
    for (LayerPlan& layer : plan.layers) {
        layer.feedForward.gated = false;
        layer.feedForward.unit = GatedUnit::ReluSquared;
    }
    return plan;
}

}  // namespace hearth::engine

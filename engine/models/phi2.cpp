// Phi-2 (Microsoft 2023): attention and an ungated feed-forward block beside each other behind one LayerNorm.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planPhi2(Parameters& p) {
    DecoderPlan plan = planStarCoder2(p);
    for (LayerPlan& layer : plan.layers) {
        layer.parallel = true;
        layer.feedForwardNorm = layer.mixerNorm;
    }
    return plan;
}

}  // namespace hearth::engine

// PLaMo (Preferred Networks 2023): llama with attention and feed-forward block beside each other behind one
// norm.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planPlamo(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    for (LayerPlan& layer : plan.layers) {
        layer.parallel = true;
        layer.feedForwardNorm = layer.mixerNorm;
    }
    return plan;
}

}  // namespace hearth::engine

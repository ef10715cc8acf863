// Jamba (Lieber et al. 2024): Mamba in the layers that have no key/value heads, attention without positions
// in the others, experts in some.
#include "models/architectures.h"
#include "models/mamba.h"

namespace hearth::engine {

DecoderPlan planJamba(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    const MakeMixer mamba = makeMamba(p);
    if (p.has("expert_count")) readRoutedExperts(p, plan, Gating::Softmax, false);
    for (LayerPlan& layer : plan.layers) {
        layer.attention.rope = -1;
        if (layer.attention.kvHeads == 0) layer.mixer = mamba;
    }
    return plan;
}

}  // namespace hearth::engine

// Granite 4 (IBM 2025): Granite with Mamba-2 in the layers that have no key/value heads.
#include "models/architectures.h"
#include "models/mamba2.h"

namespace hearth::engine {

DecoderPlan planGraniteHybrid(Parameters& p) {
    DecoderPlan plan = planGranite(p);
    const MakeMixer mamba = makeMamba2(p);
    for (LayerPlan& layer : plan.layers)
        if (layer.attention.kvHeads == 0) layer.mixer = mamba;
    return plan;
}

}  // namespace hearth::engine

// Falcon (Almazrouei et al. 2023): as Phi-2; its larger models have a norm of its own before attention.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planFalcon(Parameters& p) {
    DecoderPlan plan = planPhi2(p);
    for (LayerPlan& layer : plan.layers)
        if (p.hasTensor("blk.0.attn_norm_2.weight")) layer.mixerNorm = "attn_norm_2";
    return plan;
}

}  // namespace hearth::engine

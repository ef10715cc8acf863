// GPT-NeoX and Pythia (Black et al. 2022; Biderman et al. 2023): LayerNorms, an ungated feed-forward block,
// beside attention or behind it.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planGptNeoX(Parameters& p) {
    DecoderPlan plan = planStarCoder2(p);
    const bool parallel = p.flag("use_parallel_residual", true);
    for (LayerPlan& layer : plan.layers) layer.parallel = parallel;
    return plan;
}

}  // namespace hearth::engine

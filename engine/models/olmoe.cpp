// OLMoE (Muennighoff et al. 2024): experts whose weights are not normalized, norms of all queries and of all
// keys of a token.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planOlmoe(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    requireExperts(p);
    for (LayerPlan& layer : plan.layers) {
        layer.attention.norm = HeadNorm::AllHeads;
        layer.feedForward.experts.normalize = false;
    }
    return plan;
}

}  // namespace hearth::engine

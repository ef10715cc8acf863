// OLMo (Groeneveld et al. 2024): llama with norms without weights, and queries, keys and values that are
// clamped.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planOlmo(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Interleaved, NormKind::Bare);
    const auto clamp = static_cast<float>(p.number("attention.clamp_kqv", 0.0, 0, 1e6));
    for (LayerPlan& layer : plan.layers) layer.attention.clamp = clamp;
    return plan;
}

}  // namespace hearth::engine

// Trinity (Arcee AI 2025): what was attended to passes a gate, norms around each block and of each head,
// windows, positions in windowed layers only, dense layers first, then experts.
#include <cmath>

#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planAfmoe(Parameters& p) {
    DecoderPlan plan = planQwen3(p);
    plan.embeddingScale = std::sqrt(static_cast<float>(plan.embedding));
    rotateInWindowsOnly(p, plan, p.required("attention.sliding_window", 1, 1 << 24), 4);
    readRoutedExperts(p, plan, Gating::Sigmoid, true);
    for (LayerPlan& layer : plan.layers) {
        layer.attention.ownGate = true;
        layer.mixerPostNorm = "post_attention_norm";
        layer.feedForwardPostNorm = "post_ffw_norm";
    }
    return plan;
}

}  // namespace hearth::engine

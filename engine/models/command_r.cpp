// Command R (Cohere 2024) and Command R7B and A, with windows: attention and feed-forward block beside each
// other behind one LayerNorm, and a factor of the logits.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planCommandR(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Interleaved, NormKind::Layer);
    plan.logitScale = static_cast<float>(p.number("logit_scale", 1.0, 0, 1e6));
    for (LayerPlan& layer : plan.layers) {
        layer.parallel = true;
        layer.attention.norm = HeadNorm::OwnIfThere;  // of the largest one
        layer.attention.normKind = NormKind::Layer;
        layer.feedForwardNorm = layer.mixerNorm;
    }
    return plan;
}

// Windows in three layers of four; the others have no positions.
DecoderPlan planCohere2(Parameters& p) {
    DecoderPlan plan = planCommandR(p);
    rotateInWindowsOnly(p, plan, p.required("attention.sliding_window", 1, 1 << 24), 4);
    return plan;
}

// The same of experts.
DecoderPlan planCohere2Moe(Parameters& p) {
    DecoderPlan plan = planCohere2(p);
    readRoutedExperts(p, plan, Gating::Sigmoid, true);
    return plan;
}

}  // namespace hearth::engine

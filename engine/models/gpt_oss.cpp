// gpt-oss (OpenAI 2025): experts with biases and a clamped gate, a window in every other layer, and a sink in
// every head that takes up attention which belongs nowhere.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planGptOss(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    const int window = p.required("attention.sliding_window", 0, 1 << 24);
    const std::vector<bool> windowed = readWindowedLayers(p, plan.layers.size(), 2);
    requireExperts(p);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        LayerPlan& layer = plan.layers[i];
        layer.attention.sinks = true;
        if (windowed[i]) layer.attention.window = window;
        layer.feedForwardNorm = "post_attention_norm";
        ExpertsPlan& experts = layer.feedForward.experts;
        experts.unit = GatedUnit::ClampedSwish;
        experts.gating = Gating::SoftmaxOfChosen;
    }
    return plan;
}

}  // namespace hearth::engine

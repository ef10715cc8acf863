// Llama 4 (Meta 2025): three layers of four see chunks of the context, rotate, and may norm queries and keys;
// the fourth sees everything, without positions but with queries that grow. Experts in some layers, weighed
// before their activation, and one that all tokens use.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planLlama4(Parameters& p) {
    constexpr int kInterval = 4;
    constexpr int kExpertsOfLargest = 128;  // of the model whose queries and keys are not normed
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Interleaved);
    readRoutedExperts(p, plan, Gating::Sigmoid, false);
    const int chunk = p.optional("attention.chunk_size", 8192, 1, 1 << 24);
    const Temperature temperature{p.number("attention.temperature_scale", 0.1, 0, 1e3),
                                  p.optional("attention.temperature_length", 8192, 1, 1 << 24), 1};
    const bool normed = p.optional("expert_count", 0, 0, 1024) != kExpertsOfLargest;
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        LayerPlan& layer = plan.layers[i];
        layer.feedForward.experts.weighsInput = true;
        AttentionPlan& attention = layer.attention;
        if ((i + 1) % kInterval == 0) {
            attention.rope = -1;
            attention.temperature = temperature;
            continue;
        }
        attention.chunk = chunk;
        attention.norm = normed ? HeadNorm::Bare : HeadNorm::None;
        attention.normLast = true;
    }
    return plan;
}

}  // namespace hearth::engine

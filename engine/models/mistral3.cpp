// Ministral 3 (Mistral AI 2025): llama, stretched by YaRN, with queries that grow with their position.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planMistral3(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Interleaved);
    const double temperature = p.number("attention.temperature_scale", 0.0, 0, 1e3);
    const int length = plan.ropes[0].originalContext;
    if (temperature != 0 && length == 0)
        p.fail(base::ErrorCode::InvalidInput, "rope.scaling.original_context_length",
               "is missing: the growth of the queries needs it, or the context_length.");
    for (LayerPlan& layer : plan.layers) {
        layer.attention.temperature = {temperature, length};
    }
    return plan;
}

}  // namespace hearth::engine

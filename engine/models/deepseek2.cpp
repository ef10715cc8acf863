// DeepSeek V2 and V3 (DeepSeek-AI 2024) and those built alike: latent attention, dense layers first, then
// experts with some that all tokens use.
#include <cmath>

#include "models/architectures.h"
#include "models/latent_attention.h"

namespace hearth::engine {

namespace {

// YaRN is applied to the scores instead of the angles; files hold its multiplier divided by ten.
float scoreScale(Parameters& p, RopePlan& rope, int keyDim) {
    const double back = p.number("rope.scaling.yarn_log_multiplier", 0.0, 0, 1e3) * 10;
    double magnitude = 1;
    if (rope.yarn.extrapolation != 0) {
        const double growth = 0.1 * std::log(std::max(1.0, rope.factor));
        rope.yarn.magnitude = back != 0 ? 1 : 1 + growth;
        magnitude = back != 0 ? 1 + back * growth : 1 + growth;
    }
    return static_cast<float>(magnitude * magnitude / std::sqrt(keyDim));
}

}  // namespace

DecoderPlan planDeepSeek2(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Interleaved);
    readDenseThenExperts(p, plan, Gating::Softmax);
    LatentPlan latent;
    latent.embedding = plan.embedding;
    latent.epsilon = plan.epsilon;
    latent.heads = plan.layers[0].attention.heads;
    latent.keyDim = p.optional("attention.key_length_mla", plan.layers[0].attention.headDim, 2, 4096);
    latent.valueDim = p.optional("attention.value_length_mla", plan.layers[0].attention.valueDim, 1, 4096);
    latent.queryRank = p.optional("attention.q_lora_rank", 0, 0, 1 << 16);
    latent.rank = p.required("attention.kv_lora_rank", 1, 4096);
    latent.rotated = 2 * plan.ropes[0].pairs;
    if (latent.rotated >= latent.keyDim)
        p.fail(base::ErrorCode::InvalidInput, "rope.dimension_count",
               "is " + std::to_string(latent.rotated) + ", but a head's keys have only " +
                   std::to_string(latent.keyDim) + " numbers.");
    latent.scale = scoreScale(p, plan.ropes[0], latent.keyDim);
    latent.temperature = {p.number("attention.temperature_scale", 0.0, 0, 1e3),
                          p.optional("attention.temperature_length", 8192, 1, 1 << 24)};
    for (LayerPlan& layer : plan.layers)
        layer.mixer = [latent](WeightsReader& reader, const std::string& prefix) {
            return std::make_unique<LatentAttention>(reader, prefix, latent);
        };
    return plan;
}

}  // namespace hearth::engine

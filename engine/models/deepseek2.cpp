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
    LatentPlan latent = readLatent(p, plan);
    latent.scale = scoreScale(p, plan.ropes[0], latent.keyDim);
    latent.temperature = {p.number("attention.temperature_scale", 0.0, 0, 1e3),
                          p.optional("attention.temperature_length", 8192, 1, 1 << 24)};
    attendLatently(plan, latent);
    return plan;
}

}  // namespace hearth::engine

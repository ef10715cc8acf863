// Baichuan (Yang et al. 2023): the models of 7B are llama; those of 13B have slopes (ALiBi) in place of
// rotary positions.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planBaichuan(Parameters& p) {
    constexpr std::size_t kLayersOf13B = 40;  // files say it no other way
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Interleaved);
    if (plan.layers.size() == kLayersOf13B) slopeScores(plan, 8);
    return plan;
}

}  // namespace hearth::engine

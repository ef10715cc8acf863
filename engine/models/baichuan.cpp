// Baichuan (Yang et al. 2023): the models of 7B are llama; those of 13B have no rotary positions.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planBaichuan(Parameters& p) {
    constexpr std::size_t kLayersOf13B = 40;
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Interleaved);
    if (plan.layers.size() == kLayersOf13B)
        p.fail(base::ErrorCode::Unsupported, "block_count",
               "is that of Baichuan 13B, whose positions (ALiBi) cannot be computed here. Baichuan 7B can; "
               "otherwise ask a server that runs this model.");
    return plan;
}

}  // namespace hearth::engine

// Qwen3 of experts (Yang et al. 2025): as Qwen3, with experts in every layer.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planQwen3Moe(Parameters& p) {
    DecoderPlan plan = planQwen3(p);
    requireExperts(p);
    shareWidthAmongExperts(p, plan);
    return plan;
}

DecoderPlan planQwen3VlMoe(Parameters& p) {
    DecoderPlan plan = planQwen3Moe(p);
    readSections(p, plan.ropes[0]);
    return plan;
}

}  // namespace hearth::engine

// dots.llm1 (rednote-hilab 2025): Qwen3's attention, dense layers first, then experts.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planDots1(Parameters& p) {
    DecoderPlan plan = planQwen3(p);
    readDenseThenExperts(p, plan, Gating::Sigmoid);
    return plan;
}

}  // namespace hearth::engine

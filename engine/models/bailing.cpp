// Ling and Ring (Ant Group 2025): llama with experts, of which some serve all tokens. Version 2 norms queries
// and keys and chooses experts by sigmoids, within groups.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planBailingMoe(Parameters& p) {
    DecoderPlan plan = planLlama(p);
    readRoutedExperts(p, plan, Gating::Softmax, false);
    return plan;
}

DecoderPlan planBailingMoe2(Parameters& p) {
    DecoderPlan plan = planQwen3(p);
    readRoutedExperts(p, plan, Gating::Sigmoid, false);
    return plan;
}

}  // namespace hearth::engine

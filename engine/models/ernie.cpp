// ERNIE 4.5 of experts (Baidu 2025): llama whose later layers have experts, which a learned preference helps
// to choose.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planErnieMoe(Parameters& p) {
    DecoderPlan plan = planLlama(p);
    readRoutedExperts(p, plan, Gating::Softmax, true);
    return plan;
}

}  // namespace hearth::engine

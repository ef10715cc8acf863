// DeepSeekMoE (Dai et al. 2024): llama with dense layers first, then experts whose weights are not normalized
// and some that all tokens use.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planDeepSeek(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Interleaved);
    readDenseThenExperts(p, plan, Gating::Softmax);
    return plan;
}

}  // namespace hearth::engine

// Hunyuan (Tencent 2025), dense or of experts: queries and keys are normed after they were rotated.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planHunyuanDense(Parameters& p) {
    DecoderPlan plan = planQwen3(p);
    for (LayerPlan& layer : plan.layers) layer.attention.normLast = true;
    return plan;
}

DecoderPlan planHunyuanMoe(Parameters& p) {
    DecoderPlan plan = planHunyuanDense(p);
    readRoutedExperts(p, plan, Gating::Softmax, true);
    return plan;
}

}  // namespace hearth::engine

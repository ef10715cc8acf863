// MiniMax M2 (MiniMax 2025): norms over all heads of queries and of keys, experts chosen by sigmoids and a
// learned preference.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planMiniMaxM2(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    readRoutedExperts(p, plan, Gating::Sigmoid, true);
    for (LayerPlan& layer : plan.layers) layer.attention.norm = HeadNorm::AllHeads;
    return plan;
}

}  // namespace hearth::engine

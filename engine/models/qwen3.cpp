// Qwen3 (Yang et al. 2025): as Qwen2, without the biases but with norms of queries and keys.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planQwen3(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    for (LayerPlan& layer : plan.layers) layer.attention.norm = HeadNorm::EachHead;
    return plan;
}

// The text part of Qwen3-VL: positions in pictures have three axes.
DecoderPlan planQwen3Vl(Parameters& p) {
    DecoderPlan plan = planQwen3(p);
    readSections(p, plan.ropes[0]);
    return plan;
}

}  // namespace hearth::engine

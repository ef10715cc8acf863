// Qwen (Bai et al. 2023): llama with fused, biased queries, keys and values; files hold twice the width of
// the feed-forward block.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planQwen(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    for (LayerPlan& layer : plan.layers) layer.feedForward.hidden /= 2;
    return plan;
}

}  // namespace hearth::engine

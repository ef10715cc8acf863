// Models that were made smaller by a search for layers to leave out (Bercovich et al. 2024, "Puzzle"): llama
// whose layers differ in heads and width, and may lack attention or the feed-forward block.
#include "models/architectures.h"
#include "models/empty_blocks.h"

namespace hearth::engine {

DecoderPlan planDeci(Parameters& p) {
    DecoderPlan plan = planLlama(p);
    for (LayerPlan& layer : plan.layers) {
        if (layer.attention.heads == 0) dropMixer(layer, plan.embedding);
        if (layer.feedForward.hidden == 0) dropFeedForward(layer, plan.embedding);
    }
    return plan;
}

}  // namespace hearth::engine

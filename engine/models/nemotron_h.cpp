// Nemotron-H and Nemotron 3 (NVIDIA 2025): each layer is one thing only: Mamba-2, attention without
// positions, or an ungated feed-forward block of squared rectifiers, of experts or not.
#include "models/architectures.h"
#include "models/empty_blocks.h"
#include "models/mamba2.h"

namespace hearth::engine {

DecoderPlan planNemotronH(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    const MakeMixer mamba = makeMamba2(p);
    if (p.has("expert_count")) readRoutedExperts(p, plan, Gating::Sigmoid, true);
    for (LayerPlan& layer : plan.layers) {
        const bool attends = layer.attention.kvHeads > 0;
        const bool feeds = !attends && layer.feedForward.hidden > 0;
        layer.attention.rope = -1;
        layer.feedForward.gated = layer.feedForward.experts.gated = false;
        layer.feedForward.unit = layer.feedForward.experts.unit = GatedUnit::ReluSquared;
        layer.feedForwardNorm = layer.mixerNorm;
        if (feeds)
            dropMixer(layer, plan.embedding);
        else
            dropFeedForward(layer, plan.embedding);
        if (!feeds && !attends) layer.mixer = mamba;
    }
    return plan;
}

}  // namespace hearth::engine

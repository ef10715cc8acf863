// Mamba (Gu & Dao 2023) and Mamba-2 (Dao & Gu 2024): recurrent layers and nothing else.
#include "models/architectures.h"
#include "models/empty_blocks.h"
#include "models/mamba.h"
#include "models/mamba2.h"

namespace hearth::engine {

namespace {

DecoderPlan readRecurrentPlan(Parameters& p, const MakeMixer& mixer) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    for (LayerPlan& layer : plan.layers) {
        layer.mixer = mixer;
        dropFeedForward(layer, plan.embedding);
    }
    return plan;
}

}  // namespace

DecoderPlan planMamba(Parameters& p) {
    return readRecurrentPlan(p, makeMamba(p));
}

DecoderPlan planMamba2(Parameters& p) {
    return readRecurrentPlan(p, makeMamba2(p));
}

}  // namespace hearth::engine

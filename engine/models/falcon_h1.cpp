// Falcon-H1 (TII 2025): attention and Mamba-2 beside each other in every layer.
#include "models/architectures.h"
#include "models/mamba2.h"

namespace hearth::engine {

DecoderPlan planFalconH1(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    const MakeMixer mamba = makeMamba2(p);
    for (LayerPlan& layer : plan.layers) layer.beside = mamba;
    return plan;
}

}  // namespace hearth::engine

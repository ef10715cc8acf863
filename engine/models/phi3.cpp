// Phi-3 and Phi-4-mini (Abdin et al. 2024): llama with fused matrices, positions that rotate halves of a
// head, frequencies that depend on the length of the context, and a window.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planPhi3(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    const int window = p.optional("attention.sliding_window", 0, 0, 1 << 24);
    for (LayerPlan& layer : plan.layers) layer.attention.window = window;
    return plan;
}

}  // namespace hearth::engine

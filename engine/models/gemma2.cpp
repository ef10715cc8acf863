// Gemma 2 (Gemma Team 2024): a window in every other layer, caps of scores and logits, norms before and after
// each block.
#include "models/architectures.h"
#include "models/gemma.h"

namespace hearth::engine {

DecoderPlan planGemma2(Parameters& p) {
    constexpr std::size_t kLayersOf27B = 46;
    DecoderPlan plan = readGemmaPlan(p);
    plan.logitCap = static_cast<float>(p.number("final_logit_softcapping", 30.0, 0, 1e6));
    const auto cap = static_cast<float>(p.number("attn_logit_softcapping", 50.0, 0, 1e6));
    for (LayerPlan& layer : plan.layers) layer.attention.cap = cap;
    const bool ownBase = p.has("rope.freq_base_swa");
    addGemmaWindows(p, plan, p.optional("attention.sliding_window", 4096, 0, 1 << 24), 2,
                    ownBase ? plan.ropes[0].base : 0);
    if (ownBase) plan.ropes.back().factor = plan.ropes[0].factor;
    scaleGemmaScores(plan, kLayersOf27B);
    return plan;
}

}  // namespace hearth::engine

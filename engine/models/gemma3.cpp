// Gemma 3 (Gemma Team 2025): a window in five layers of six, which have their own, unstretched RoPE; norms of
// queries and keys, and before and after each block.
#include "models/architectures.h"
#include "models/gemma.h"

namespace hearth::engine {

DecoderPlan planGemma3(Parameters& p) {
    constexpr std::size_t kLayersOf27B = 62;
    DecoderPlan plan = readGemmaPlan(p);
    for (LayerPlan& layer : plan.layers) layer.attention.norm = HeadNorm::EachHead;
    addGemmaWindows(p, plan, p.optional("attention.sliding_window", 0, 0, 1 << 24), 6, 10000);
    scaleGemmaScores(plan, kLayersOf27B);
    return plan;
}

}  // namespace hearth::engine

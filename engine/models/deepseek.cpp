// DeepSeekMoE (Dai et al. 2024): llama with dense layers first, then experts whose weights are not normalized
// and some that all tokens use. The text part of DeepSeek-OCR (DeepSeek-AI 2025) is one whose positions turn
// halves of a head.
#include "models/architectures.h"

namespace hearth::engine {

namespace {

DecoderPlan plan(Parameters& p, RopeStyle style) {
    DecoderPlan made = readDecoderPlan(p, style);
    readDenseThenExperts(p, made, Gating::Softmax);
    return made;
}

}  // namespace

DecoderPlan planDeepSeek(Parameters& p) {
    return plan(p, RopeStyle::Interleaved);
}

DecoderPlan planDeepSeekOcr(Parameters& p) {
    return plan(p, RopeStyle::Neox);
}

}  // namespace hearth::engine

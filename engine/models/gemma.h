// What the Gemma family shares.
#pragma once

#include "models/decoder_plan.h"

namespace hearth::engine {

// Embeddings times the root of their length, gates through GELU, halves of heads that rotate.
DecoderPlan readGemmaPlan(Parameters& parameters);

// Norms behind each block too, and in `period - 1` of `period` layers a window; with a Rope of their own if
// `localBase` is not 0.
void addGemmaWindows(Parameters& parameters, DecoderPlan& plan, int window, int period, double localBase);

// The largest model of a generation divides scores by the root of embedding / heads, others by that of the
// head's size; files do not say which, but for the number of layers.
void scaleGemmaScores(DecoderPlan& plan, std::size_t layersOfLargest);

// The last attention.shared_kv_layers layers use keys and values of the last layer of their kind before them.
void shareGemmaCaches(Parameters& parameters, DecoderPlan& plan, const std::vector<bool>& windowed);

}  // namespace hearth::engine

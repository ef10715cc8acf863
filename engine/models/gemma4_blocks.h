// Blocks that only Gemma 4 has. Immutable once loaded.
#pragma once

#include <memory>
#include <string>

#include "models/decoder_plan.h"
#include "models/layer_inputs.h"

namespace hearth::engine {

// One gated unit; in a layer with a router, experts beside it, with norms around each.
std::unique_ptr<TokenBlock> readGemma4FeedForward(WeightsReader& reader, const std::string& prefix,
                                                  int embedding, float epsilon, const FeedForwardPlan& plan);

// x += norm(proj(gelu(gate x) * the layer's input)), where there are inputs; then x *= the layer's scale.
std::unique_ptr<LayerTail> readGemma4Tail(WeightsReader& reader, const std::string& prefix,
                                          const std::shared_ptr<LayerInputs>& inputs, std::size_t layer);

}  // namespace hearth::engine

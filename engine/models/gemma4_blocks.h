// Blocks that only Gemma 4 has. Immutable once loaded.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/decoder_plan.h"

namespace hearth::engine {

// Each layer gets, beside the residual stream, a short input of its own from every token: a row of one more
// embedding and a projection of the ordinary one, added up.
class LayerInputs {
  public:
    LayerInputs(int embedding, int width, std::size_t layers, float epsilon)
        : embedding_(embedding), width_(width), layers_(layers), epsilon_(epsilon) {}
    // Tensors per_layer_token_embd, per_layer_model_proj, per_layer_proj_norm; those that were read stay.
    void load(WeightsReader& reader);
    // For all tokens of the pass, into Slot::Extra: [tokens, layers, width].
    void compute(const Pass& pass) const;

    int embedding() const { return embedding_; }
    int width() const { return width_; }  // 0: there are none
    std::size_t layers() const { return layers_; }
    float epsilon() const { return epsilon_; }

  private:
    int embedding_;
    int width_;
    std::size_t layers_;
    float epsilon_;
    WeightMatrix rows_;        // [vocabulary, layers * width]
    Linear projection_;        // [layers * width, embedding]
    std::vector<float> norm_;  // [width]
};

// One gated unit; in a layer with a router, experts beside it, with norms around each.
std::unique_ptr<TokenBlock> readGemma4FeedForward(WeightsReader& reader, const std::string& prefix,
                                                  int embedding, float epsilon, const FeedForwardPlan& plan);

// x += norm(proj(gelu(gate x) * the layer's input)), where there are inputs; then x *= the layer's scale.
std::unique_ptr<LayerTail> readGemma4Tail(WeightsReader& reader, const std::string& prefix,
                                          const std::shared_ptr<LayerInputs>& inputs, std::size_t layer);

}  // namespace hearth::engine

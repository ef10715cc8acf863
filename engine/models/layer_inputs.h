// Inputs that each layer of Gemma 3n and Gemma 4 gets from every token, beside the residual stream. Immutable
// once loaded.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/linear.h"
#include "models/pass.h"

namespace hearth::engine {

// Those of all layers: for each a row of one more embedding and a projection of the ordinary one, added up.
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

// What a layer makes of its own: norm(proj(gelu(gate x) * input)).
class OwnInput {
  public:
    // Tensors prefix + "inp_gate", "proj" and "post_norm"; layer 0 also loads and computes the inputs of all.
    void load(WeightsReader& reader, const std::string& prefix, std::shared_ptr<LayerInputs> inputs,
              std::size_t layer);
    // x, out: [pass.n, embedding], not the same.
    void compute(const Pass& pass, const float* x, float* out) const;

  private:
    std::shared_ptr<LayerInputs> inputs_;
    std::size_t layer_ = 0;
    Linear gate_;              // [width, embedding]
    Linear projection_;        // [embedding, width]
    std::vector<float> norm_;  // [embedding]
};

}  // namespace hearth::engine

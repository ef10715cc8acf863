// A feed-forward layer of experts, of which each token uses the few that a router chooses (Shazeer et al.
// 2017; Jiang et al. 2024). Immutable once loaded; working memory belongs to the caller.
#pragma once

#include <string>
#include <vector>

#include "kernels/weights.h"
#include "models/weights_reader.h"

namespace hearth::engine {

// Working memory of a session, kept between layers and tokens.
struct ExpertBuffers {
    std::vector<float> scores;    // [n, experts]
    std::vector<float> rows;      // [m, embedding]: the inputs of those m tokens that chose one expert
    std::vector<float> gate, up;  // [m, hidden]
    std::vector<float> out;       // [m, embedding]
};

class Experts {
  public:
    struct Shape {
        int experts = 0;
        int used = 0;
        int embedding = 0;
        int hidden = 0;
    };
    // Tensors prefix + "ffn_gate_inp.weight", "ffn_gate_exps.weight", "ffn_up_exps.weight",
    // "ffn_down_exps.weight".
    void load(WeightsReader& weights, const std::string& prefix, const Shape& shape);

    // y += Σ over the chosen experts of their weight times down(silu(gate x) * up x). x, y: [n, embedding].
    // Weights: softmax of the router's scores, those of the chosen divided by their sum.
    void addTo(Compute& compute, ExpertBuffers& buffers, const float* x, float* y, int n) const;

  private:
    struct Choice {
        int token;
        float weight;
    };
    void choose(const float* scores, int token, std::vector<std::vector<Choice>>& chosen) const;

    Shape shape_;
    WeightMatrix router_;             // [experts, embedding]
    std::vector<WeightMatrix> gate_;  // experts × [hidden, embedding]
    std::vector<WeightMatrix> up_;    // experts × [hidden, embedding]
    std::vector<WeightMatrix> down_;  // experts × [embedding, hidden]
};

}  // namespace hearth::engine

// The part of a layer that works on each token alone: one gated unit (Shazeer 2020), or experts. Immutable
// once loaded.
#pragma once

#include <string>
#include <vector>

#include "models/experts.h"
#include "models/linear.h"
#include "models/pass.h"

namespace hearth::engine {

struct FeedForwardPlan {
    int hidden = 0;
    GatedUnit unit = GatedUnit::Silu;
    bool gated = true;  // otherwise down(activation(up x)), without ffn_gate
    float cutoff = 0;   // gates become max(0, gate - mean - cutoff * deviation), each token's; 0: they stay
    bool subNorm = false;  // ffn_sub_norm: a norm before ffn_down
    ExpertsPlan experts;   // in place of the one where there are any
};

// What a layer does to each token alone.
class TokenBlock {
  public:
    virtual ~TokenBlock() = default;
    // in: the norm of the residual stream `x`; in, out, x: [pass.n, embedding], `out` another than both.
    // False if it was cancelled.
    virtual bool compute(const Pass& pass, const float* x, const float* in, float* out) const = 0;
};

class FeedForward : public TokenBlock {
  public:
    // Tensors prefix + "ffn_gate", "ffn_up" or both as "ffn_up", "ffn_down"; or those of Experts.
    FeedForward(WeightsReader& reader, const std::string& prefix, int embedding, float epsilon,
                const FeedForwardPlan& plan);

    // out = down(activation(gate in) * up in), or what the experts give. in, out: [pass.n, embedding], not
    // the same. False if it was cancelled.
    bool compute(const Pass& pass, const float* x, const float* in, float* out) const override;

  private:
    void cutOff(const Pass& pass, float* gate) const;

    FeedForwardPlan plan_;
    float epsilon_;
    Linear gate_, up_;            // [hidden, embedding]
    Linear down_;                 // [embedding, hidden]
    std::vector<float> subNorm_;  // [hidden], or empty
    Experts experts_;
};

}  // namespace hearth::engine

// Gated delta net (Yang et al. 2024): a layer whose memory is a matrix a head, which each token shrinks and
// corrects. Immutable once loaded.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/linear.h"
#include "models/parameters.h"
#include "models/recurrent_mixer.h"
#include "models/short_convolution.h"

namespace hearth::engine {

struct DeltaNetPlan {
    int keyHeads = 0;
    int valueHeads = 0;
    // Value head h uses key head h modulo keyHeads; or neighbours share one: h / (valueHeads / keyHeads).
    bool neighboursShare = false;
    int keyDim = 0;
    int valueDim = 0;
    int taps = 0;  // of the convolution

    int keys() const { return keyHeads * keyDim; }
    int values() const { return valueHeads * valueDim; }
};

// Keys ssm.*.
DeltaNetPlan readDeltaNet(Parameters& parameters);

class DeltaNet : public RecurrentMixer {
  public:
    // Tensors prefix + "attn_qkv" and "attn_gate", or "ssm_in"; "ssm_beta" and "ssm_alpha", or "ssm_ba";
    // "ssm_conv1d", "ssm_dt", "ssm_a", "ssm_norm", "ssm_out". In the fused ones the rows that belong to one
    // key head lie together.
    DeltaNet(WeightsReader& reader, const std::string& prefix, int embedding, float epsilon,
             const DeltaNetPlan& plan);

    bool mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const override;

  protected:
    RecurrentShape shape() const override;

  private:
    void project(const Pass& pass, const float* in, float* qkv, float* gate, float* strength,
                 float* decay) const;
    void unpack(const Pass& pass, const float* fused, float* qkv, float* gate) const;
    void prepare(const Pass& pass, float* convolved, float* decay, float* strength) const;
    void normalizeHeads(float* row, float scale) const;
    void recur(const Pass& pass, float* matrices, const float* convolved, float* out) const;

    DeltaNetPlan plan_;
    float epsilon_;
    Linear qkv_;                       // [2 * keys + values, embedding]
    Linear gate_;                      // [values, embedding]
    Linear beta_, alpha_;              // [valueHeads, embedding]
    Linear fused_;                     // [2 * keys + 2 * values, embedding], or empty: of qkv_ and gate_
    Linear fusedGates_;                // [2 * valueHeads, embedding], or empty: of beta_ and alpha_
    Linear out_;                       // [embedding, values]
    ShortConvolution convolution_;     // of 2 * keys + values channels
    std::vector<float> stepBias_, a_;  // [valueHeads]; a is negative
    std::vector<float> norm_;          // [valueDim]
};

}  // namespace hearth::engine

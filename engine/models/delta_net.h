// Gated delta net (Yang et al. 2024): a layer whose memory is a matrix a head, which each token shrinks and
// corrects. Immutable once loaded.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/linear.h"
#include "models/parameters.h"
#include "models/pass.h"
#include "models/short_convolution.h"

namespace hearth::engine {

struct DeltaNetPlan {
    int keyHeads = 0;
    int valueHeads = 0;  // value head h uses key head h modulo keyHeads
    int keyDim = 0;
    int valueDim = 0;
    int taps = 0;  // of the convolution

    int keys() const { return keyHeads * keyDim; }
    int values() const { return valueHeads * valueDim; }
};

// Keys ssm.*.
DeltaNetPlan readDeltaNet(Parameters& parameters);

class DeltaNet : public Mixer {
  public:
    // Tensors prefix + "attn_qkv", "attn_gate", "ssm_conv1d", "ssm_dt", "ssm_a", "ssm_beta", "ssm_alpha",
    // "ssm_norm", "ssm_out".
    DeltaNet(WeightsReader& reader, const std::string& prefix, int embedding, float epsilon,
             const DeltaNetPlan& plan);

    std::uint64_t stateBytes(int context, CacheType cache) const override;
    std::unique_ptr<LayerState> newState(int context, CacheType cache, std::byte* memory) const override;
    bool mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const override;

  private:
    RecurrentShape shape() const;
    void prepare(const Pass& pass, float* convolved, float* decay, float* strength) const;
    void normalizeHeads(float* row, float scale) const;
    void recur(const Pass& pass, float* matrices, const float* convolved, float* out) const;

    DeltaNetPlan plan_;
    float epsilon_;
    Linear qkv_;                       // [2 * keys + values, embedding]
    Linear gate_;                      // [values, embedding]
    Linear beta_, alpha_;              // [valueHeads, embedding]
    Linear out_;                       // [embedding, values]
    ShortConvolution convolution_;     // of 2 * keys + values channels
    std::vector<float> stepBias_, a_;  // [valueHeads]; a is negative
    std::vector<float> norm_;          // [valueDim]
};

}  // namespace hearth::engine

// Mamba (Gu & Dao 2023): a layer that remembers a few numbers a channel, each of which fades at its own rate.
// Immutable once loaded.
#pragma once

#include <string>
#include <vector>

#include "models/decoder_plan.h"
#include "models/linear.h"
#include "models/recurrent_mixer.h"
#include "models/short_convolution.h"

namespace hearth::engine {

struct MambaPlan {
    int inner = 0;       // channels
    int stateDim = 0;    // numbers that each remembers
    int stepRank = 0;    // of the vector that the lengths of the steps are made from
    int taps = 0;        // of the convolution
    bool norms = false;  // of that vector, B and C, by no weights
};

class Mamba : public RecurrentMixer {
  public:
    // Tensors prefix + "ssm_in", "ssm_conv1d", "ssm_x", "ssm_dt", "ssm_a", "ssm_d", "ssm_out" and, where the
    // file has them, "ssm_dt_norm", "ssm_b_norm" and "ssm_c_norm".
    Mamba(WeightsReader& reader, const std::string& prefix, int embedding, float epsilon,
          const MambaPlan& plan);

    bool mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const override;

  protected:
    RecurrentShape shape() const override;

  private:
    void normalizeParts(const Pass& pass, float* made) const;
    void lengthen(const Pass& pass, const float* made, float* step) const;
    void scan(const Pass& pass, float* memory, const float* x, const float* made, float* step) const;

    MambaPlan plan_;
    float epsilon_;
    Linear in_;                                    // [2 * inner, embedding]: x, z
    Linear made_;                                  // [stepRank + 2 * stateDim, inner]: that vector, B, C
    Linear step_;                                  // [inner, stepRank]
    Linear out_;                                   // [embedding, inner]
    ShortConvolution convolution_;                 // of x
    std::vector<float> a_;                         // [inner, stateDim], negative
    std::vector<float> d_;                         // [inner]
    std::vector<float> stepNorm_, bNorm_, cNorm_;  // [stepRank], [stateDim], [stateDim], or empty
};

// Keys ssm.*.
MakeMixer makeMamba(Parameters& parameters);

}  // namespace hearth::engine

// Mamba-2 (Dao & Gu 2024): a layer whose memory is a matrix a head that shrinks by as much as each token
// says. Immutable once loaded.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/decoder_plan.h"
#include "models/linear.h"
#include "models/recurrent_mixer.h"
#include "models/short_convolution.h"

namespace hearth::engine {

struct Mamba2Plan {
    int heads = 0;
    int headDim = 0;
    int stateDim = 0;
    int groups = 0;  // of heads that share B and C
    int taps = 0;    // of the convolution

    int inner() const { return heads * headDim; }
    int channels() const { return inner() + 2 * groups * stateDim; }
};

class Mamba2 : public RecurrentMixer {
  public:
    // Tensors prefix + "ssm_in", "ssm_conv1d", "ssm_dt", "ssm_a", "ssm_d", "ssm_out" and, where
    // the file has it, "ssm_norm".
    Mamba2(WeightsReader& reader, const std::string& prefix, int embedding, float epsilon,
           const Mamba2Plan& plan);

    bool mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const override;

  protected:
    RecurrentShape shape() const override;

  private:
    void readSteps(const Pass& pass, const float* projected, float* step, float* decay) const;
    void recur(const Pass& pass, float* matrices, const float* convolved, const float* step,
               const float* decay, float* out) const;
    void finish(const Pass& pass, const float* projected, const float* convolved, float* read,
                int first) const;

    Mamba2Plan plan_;
    float epsilon_;
    Linear in_;                     // [2 * inner + 2 * groups * stateDim + heads, embedding]: z, x, B, C, dt
    Linear out_;                    // [embedding, inner]
    ShortConvolution convolution_;  // over x, B, C
    std::vector<float> stepBias_, a_, d_;  // [heads]; a is negative
    std::vector<float> norm_;              // [groups, inner / groups], or empty
};

// Keys ssm.*.
MakeMixer makeMamba2(Parameters& parameters);

}  // namespace hearth::engine

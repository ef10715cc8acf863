// A causal convolution over a few tokens, each channel by itself, as recurrent layers have it before them or
// in place of anything else. Immutable once loaded.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/linear.h"
#include "models/recurrent_mixer.h"

namespace hearth::engine {

class ShortConvolution {
  public:
    // Tensor name + ".weight", [channels, taps], and ".bias" where the file has it.
    void load(WeightsReader& reader, const std::string& name, int channels, int taps);

    // out[t] = bias + Σ_j kernel[j] x[t - taps + 1 + j]; what came before x[0] is `history` [taps - 1,
    // channels], which moves on. x: n rows, `stride` apart; out: [n, channels], not the same.
    void apply(const Pass& pass, const float* x, std::int64_t stride, float* history, float* out) const;
    std::int64_t historyFloats() const { return std::int64_t{taps_ - 1} * channels_; }

  private:
    int channels_ = 0;
    int taps_ = 0;
    std::vector<float> kernel_;  // [taps, channels]
    std::vector<float> bias_;    // [channels], or empty
};

// The mixer of LFM2 (Liquid AI 2025): (b, c, x) = in_proj(input), out = out_proj(c * convolution(b * x)).
class GatedConvolution : public RecurrentMixer {
  public:
    // Tensors prefix + "shortconv.in_proj", "shortconv.conv", "shortconv.out_proj".
    GatedConvolution(WeightsReader& reader, const std::string& prefix, int embedding, int taps);

    bool mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const override;

  protected:
    RecurrentShape shape() const override { return {convolution_.historyFloats(), 0}; }

  private:
    int embedding_;
    Linear in_, out_;  // [3 * embedding, embedding], [embedding, embedding]
    ShortConvolution convolution_;
};

}  // namespace hearth::engine

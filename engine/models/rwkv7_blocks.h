// The two blocks of a layer of RWKV-7 (Peng et al. 2025, "Goose"). Both see a token's input together with the
// one before it; the first also keeps a matrix a head, into which every token writes by a generalized delta
// rule. Immutable once loaded.
#pragma once

#include <string>
#include <vector>

#include "models/linear.h"
#include "models/norm.h"
#include "models/recurrent_mixer.h"

namespace hearth::engine {

struct Rwkv7Plan {
    int embedding = 0;
    int headSize = 0;
    int hidden = 0;  // of the second block
};

class TimeMix : public RecurrentMixer {
  public:
    // Tensors prefix + "time_mix_lerp_fused", "time_mix_receptance", "time_mix_key", "time_mix_value",
    // "time_mix_output", "time_mix_ln", "time_mix_k_k", "time_mix_k_a", "time_mix_r_k", and of the low ranks
    // "time_mix_w0" to "_w2", "_a0" to "_a2", "_v0" to "_v2", "_g1" and "_g2". `first`: the layer whose
    // values the others are mixed with.
    TimeMix(WeightsReader& reader, const std::string& prefix, const Rwkv7Plan& plan, bool first);

    bool mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const override;

  protected:
    RecurrentShape shape() const override;

  private:
    enum Part { Receptance, Decay, Key, Value, Rate, Gate, Parts };
    struct LowRank {  // out squash(in x) + offset
        Linear in, out;
        std::vector<float> offset;
    };
    LowRank readLowRank(WeightsReader& reader, const std::string& name) const;
    template <typename Squash>
    void applyLowRank(const Pass& pass, const LowRank& by, const float* x, Squash squash, float* y) const;
    void mixValues(const Pass& pass, const float* input, float* values) const;
    void makeParts(const Pass& pass, const float* mixed, float* parts) const;
    void write(const Pass& pass, float* memory, const float* parts, float* read) const;
    void writeHead(const Pass& pass, int head, float* memory, const float* parts, float* read) const;
    void finish(const Pass& pass, const float* parts, float* read) const;

    Rwkv7Plan plan_;
    bool first_;
    std::vector<float> lerp_;  // [Parts, embedding]
    Linear receptance_, key_, value_, output_;
    LowRank decay_, rate_, values_, gate_;
    Norm norm_;                                          // [embedding], applied to each head
    std::vector<float> keyFactor_, rateFactor_, bonus_;  // [embedding]
};

class ChannelMix : public RecurrentMixer {
  public:
    // Tensors prefix + "channel_mix_lerp_k", "channel_mix_key", "channel_mix_value".
    ChannelMix(WeightsReader& reader, const std::string& prefix, const Rwkv7Plan& plan);

    bool mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const override;

  protected:
    RecurrentShape shape() const override { return {plan_.embedding, 0}; }

  private:
    Rwkv7Plan plan_;
    std::vector<float> lerp_;  // [embedding]
    Linear key_, value_;
};

}  // namespace hearth::engine

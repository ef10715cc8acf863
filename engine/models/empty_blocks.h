// Blocks of layers that lack a part: their contribution is 0. Immutable.
#pragma once

#include <algorithm>
#include <memory>

#include "models/decoder_plan.h"

namespace hearth::engine {

class NoMixer : public Mixer {
  public:
    explicit NoMixer(int embedding) : embedding_(embedding) {}
    std::uint64_t stateBytes(int, CacheType) const override { return 0; }
    std::unique_ptr<LayerState> newState(int, CacheType, std::byte*) const override {
        return std::make_unique<NoState>();
    }
    bool mix(const Pass& pass, int, const float*, float* out, LogitRows needed) const override {
        const int rows = needed == LogitRows::All ? pass.n : needed == LogitRows::Last ? 1 : 0;
        std::fill_n(out, std::int64_t{rows} * embedding_, 0.0f);
        return true;
    }

  private:
    int embedding_;
};

class NoFeedForward : public TokenBlock {
  public:
    explicit NoFeedForward(int embedding) : embedding_(embedding) {}
    bool compute(const Pass& pass, const float*, const float*, float* out) const override {
        std::fill_n(out, std::int64_t{pass.n} * embedding_, 0.0f);
        return true;
    }

  private:
    int embedding_;
};

// The layer has no mixer, or nothing behind it.
inline void dropMixer(LayerPlan& layer, int embedding) {
    layer.mixerNorm.clear();
    layer.mixer = [embedding](WeightsReader&, const std::string&) {
        return std::make_unique<NoMixer>(embedding);
    };
}
inline void dropFeedForward(LayerPlan& layer, int embedding) {
    layer.feedForwardNorm.clear();
    layer.tokenBlock = [embedding](WeightsReader&, const std::string&) {
        return std::make_unique<NoFeedForward>(embedding);
    };
}

}  // namespace hearth::engine

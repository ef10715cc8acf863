// Two mixers of one layer that see the same input and whose outputs are added. Immutable once loaded.
#pragma once

#include <memory>

#include "models/pass.h"

namespace hearth::engine {

class MixersBeside : public Mixer {
  public:
    MixersBeside(std::unique_ptr<Mixer> first, std::unique_ptr<Mixer> second, int embedding)
        : first_(std::move(first)), second_(std::move(second)), embedding_(embedding) {}

    std::uint64_t stateBytes(int context, CacheType cache) const override;
    std::unique_ptr<LayerState> newState(int context, CacheType cache, std::byte* memory) const override;
    bool mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const override;

  private:
    std::unique_ptr<Mixer> first_, second_;
    int embedding_;
};

}  // namespace hearth::engine

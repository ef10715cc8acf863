// What all recurrent layers share as mixers: one RecurrentState of a shape that does not depend on the
// context. Immutable once loaded.
#pragma once

#include <memory>

#include "kernels/kernels.h"
#include "models/pass.h"
#include "models/recurrent_state.h"

namespace hearth::engine {

class RecurrentMixer : public Mixer {
  public:
    std::uint64_t stateBytes(int, CacheType) const override { return shape().bytes(); }
    std::unique_ptr<LayerState> newState(int, CacheType, std::byte* memory) const override {
        return std::make_unique<RecurrentState>(shape(), memory);
    }

  protected:
    virtual RecurrentShape shape() const = 0;

    // That of matrices [keyDim, valueDim], one a head, as RecurrenceArgs has them.
    static RecurrentShape shapeOfHeads(std::int64_t historyFloats, int heads, int keyDim, int valueDim) {
        RecurrenceArgs args;
        args.valueDim = valueDim;
        return {historyFloats, std::int64_t{heads} * args.blocks() * kStateColumns * keyDim};
    }
    static RecurrentState& stateOf(const Pass& pass, int layer) {
        return static_cast<RecurrentState&>(*pass.states[static_cast<std::size_t>(layer)]);
    }
};

}  // namespace hearth::engine

// What a recurrent layer remembers: the latest inputs of its convolution, and matrices that all tokens so far
// have gone into. It can be wound back to its beginning and to snapshots only. Used by one thread; the memory
// belongs to the caller.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "models/pass.h"

namespace hearth::engine {

struct RecurrentShape {
    std::int64_t historyFloats = 0;  // inputs of the convolution
    std::int64_t matrixFloats = 0;   // see RecurrenceArgs
    std::uint64_t bytes() const {
        return static_cast<std::uint64_t>(historyFloats + matrixFloats) * sizeof(float);
    }
};

class RecurrentState : public LayerState {
  public:
    RecurrentState(const RecurrentShape& shape, std::byte* memory);

    float* history() const { return values_; }
    float* matrices() const { return values_ + shape_.historyFloats; }
    // Tokens have gone in; `position` is that of the next.
    void advanceTo(int position) { position_ = position; }

    bool canReturnTo(int position) const override { return position == position_ || position == 0; }
    void returnTo(int position) override;
    std::vector<std::byte> snapshot() const override;
    void restore(std::span<const std::byte> snapshot) override;

  private:
    RecurrentShape shape_;
    float* values_;
    int position_ = 0;
};

}  // namespace hearth::engine

#include "models/recurrent_state.h"

#include <cstring>

namespace hearth::engine {

RecurrentState::RecurrentState(const RecurrentShape& shape, std::byte* memory)
    : shape_(shape), values_(reinterpret_cast<float*>(memory)) {
    std::memset(values_, 0, shape_.bytes());
}

void RecurrentState::returnTo(int position) {
    if (position == 0 && position_ != 0) std::memset(values_, 0, shape_.bytes());
    position_ = position;
}

// The position, then everything.
std::vector<std::byte> RecurrentState::snapshot() const {
    std::vector<std::byte> out(sizeof position_ + shape_.bytes());
    std::memcpy(out.data(), &position_, sizeof position_);
    std::memcpy(out.data() + sizeof position_, values_, shape_.bytes());
    return out;
}

void RecurrentState::restore(std::span<const std::byte> snapshot) {
    std::memcpy(&position_, snapshot.data(), sizeof position_);
    std::memcpy(values_, snapshot.data() + sizeof position_, shape_.bytes());
}

}  // namespace hearth::engine

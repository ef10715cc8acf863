#include "models/checkpoints.h"

#include <limits>

namespace hearth::engine {

void Checkpoints::erase(std::size_t index) {
    bytes_ -= points_[index].bytes;
    points_.erase(points_.begin() + static_cast<std::ptrdiff_t>(index));
}

void Checkpoints::add(int position, std::vector<std::vector<std::byte>> layers) {
    dropAfter(position - 1);
    Checkpoint point{position, std::move(layers), 0};
    for (const auto& layer : point.layers) point.bytes += layer.size();
    bytes_ += point.bytes;
    points_.push_back(std::move(point));
    while (bytes_ > budget_ && points_.size() > 1) {
        std::size_t worst = 0;
        int smallest = std::numeric_limits<int>::max();
        for (std::size_t i = 0; i + 1 < points_.size(); ++i) {
            const int gap = points_[i + 1].position - (i > 0 ? points_[i - 1].position : 0);
            if (gap >= smallest) continue;
            smallest = gap;
            worst = i;
        }
        erase(worst);
    }
}

const Checkpoints::Checkpoint* Checkpoints::latest(int position) const {
    for (auto point = points_.rbegin(); point != points_.rend(); ++point)
        if (point->position <= position) return &*point;
    return nullptr;
}

void Checkpoints::dropAfter(int position) {
    while (!points_.empty() && points_.back().position > position) erase(points_.size() - 1);
}

}  // namespace hearth::engine

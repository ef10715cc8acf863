// Vectors for measuring: the i-th is always the same, and made when it is asked for. In clusters; those of
// one differ in few directions, plus a little noise in all. Immutable after it was made.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace hearth::rag {

class ClusteredVectors {
  public:
    ClusteredVectors(int width, int clusters, int intrinsic);
    void make(std::uint64_t number, std::span<float> out) const;  // out: [width], of length 1
    int clusterOf(std::uint64_t number) const;

  private:
    int width_;
    int clusters_;
    int intrinsic_;
    std::vector<float> centres_;     // [clusters, width]
    std::vector<float> directions_;  // [kGroups, intrinsic, width]
};

}  // namespace hearth::rag

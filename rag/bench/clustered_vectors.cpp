#include "bench/clustered_vectors.h"

#include <cmath>
#include <random>

namespace hearth::rag {

namespace {

constexpr int kGroups = 16;      // of clusters that differ in the same directions
constexpr float kSpread = 0.9f;  // within a cluster, beside the centre's length 1
constexpr float kNoise = 0.05f;

std::uint64_t mixed(std::uint64_t x) {  // splitmix64 (Steele et al. 2014)
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

// The sum of four uniform numbers is near enough to a normal one, and quick.
float normal(std::uint64_t& state) {
    state = mixed(state);
    float sum = 0;
    for (int shift = 0; shift < 64; shift += 16)
        sum += static_cast<float>((state >> shift) & 0xffff) / 65535.0f - 0.5f;
    return sum * 1.7320508f;
}

void fillUnit(std::span<float> row, std::uint64_t& state) {
    float squares = 0;
    for (float& x : row) {
        x = normal(state);
        squares += x * x;
    }
    for (float& x : row) x /= std::sqrt(squares);
}

}  // namespace

ClusteredVectors::ClusteredVectors(int width, int clusters, int intrinsic)
    : width_(width),
      clusters_(clusters),
      intrinsic_(intrinsic),
      centres_(static_cast<std::size_t>(clusters) * static_cast<std::size_t>(width)),
      directions_(static_cast<std::size_t>(kGroups * intrinsic) * static_cast<std::size_t>(width)) {
    const auto wide = static_cast<std::size_t>(width);
    std::uint64_t state = 1;
    for (std::size_t at = 0; at < centres_.size(); at += wide)
        fillUnit(std::span(centres_).subspan(at, wide), state);
    for (std::size_t at = 0; at < directions_.size(); at += wide)
        fillUnit(std::span(directions_).subspan(at, wide), state);
}

int ClusteredVectors::clusterOf(std::uint64_t number) const {
    return static_cast<int>(mixed(number) % static_cast<std::uint64_t>(clusters_));
}

void ClusteredVectors::make(std::uint64_t number, std::span<float> out) const {
    const int cluster = clusterOf(number);
    std::uint64_t state = mixed(number ^ 0x5bd1e995u);
    const float* centre = centres_.data() + static_cast<std::ptrdiff_t>(cluster) * width_;
    const float* direction =
        directions_.data() + static_cast<std::ptrdiff_t>(cluster % kGroups) * intrinsic_ * width_;
    for (int i = 0; i < width_; ++i)
        out[static_cast<std::size_t>(i)] =
            centre[i] + kNoise * normal(state) / std::sqrt(static_cast<float>(width_));
    const float share = kSpread / std::sqrt(static_cast<float>(intrinsic_));
    for (int d = 0; d < intrinsic_; ++d, direction += width_) {
        const float along = share * normal(state);
        for (int i = 0; i < width_; ++i) out[static_cast<std::size_t>(i)] += along * direction[i];
    }
    float squares = 0;
    for (const float x : out) squares += x * x;
    for (float& x : out) x /= std::sqrt(squares);
}

}  // namespace hearth::rag

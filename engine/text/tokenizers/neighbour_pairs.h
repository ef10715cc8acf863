// Which characters stand beside each other inside the pieces of a vocabulary. Between two that never do, no
// piece can reach from one to the other, so that text can be cut there before it is merged. Filled by one
// thread, read by any.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace hearth::engine {

class NeighbourPairs {
  public:
    NeighbourPairs() : exact_((kSmall * kSmall + 63) / 64), hashed_(kHashed / 64) {}

    void add(std::string_view piece) {
        base::CodePoint before{};
        for (std::size_t at = 0; at < piece.size();) {
            const base::CodePoint point = base::decodeUtf8(piece, at);
            if (at > 0) set(before, point);
            before = point;
            at += point.length;
        }
    }

    // True also for a few pairs that are not there, and where bytes are malformed.
    bool mayMeet(const base::CodePoint& left, const base::CodePoint& right) const {
        if (!left.valid || !right.valid) return true;
        const auto [words, bit] = place(left.value, right.value);
        return ((words ? hashed_ : exact_)[bit / 64] >> (bit % 64)) & 1;
    }

  private:
    static constexpr std::size_t kSmall = 129;  // ASCII, and the sign that stands for a space
    static constexpr char32_t kSpace = 0x2581;  // "▁"
    static constexpr std::size_t kHashed = std::size_t{1} << 22;  // bits for all other pairs

    static std::size_t small(char32_t value) { return value == kSpace ? 128 : value; }

    struct Place {
        bool hashed;
        std::size_t bit;
    };
    static Place place(char32_t left, char32_t right) {
        const std::size_t a = small(left);
        const std::size_t b = small(right);
        if (a < kSmall && b < kSmall) return {false, a * kSmall + b};
        const std::uint64_t key = std::uint64_t{left} << 32 | right;
        return {true, (key * 0x9E3779B97F4A7C15) >> 42};
    }
    void set(const base::CodePoint& left, const base::CodePoint& right) {
        const auto [hashed, bit] = place(left.value, right.value);
        (hashed ? hashed_ : exact_)[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }

    std::vector<std::uint64_t> exact_;
    std::vector<std::uint64_t> hashed_;
};

}  // namespace hearth::engine

// Choosing scales for a group of weights so that the rounded weights are as near as possible: least squares,
// each error weighted by `w`. Plain functions without state.
#pragma once

#include <array>
#include <cstdint>

#include "tensor/codes.h"

namespace hearth::engine {

// Finds the code whose value is nearest to a number, quickly.
class Rounder {
  public:
    static const Rounder& of(const BlockFormat& format);
    // Of a number in units of the scale; those out of range give the code at that end.
    int code(float number) const {
        if (!format_.values) return clampToRange(number) + format_.middle;
        return table_[static_cast<std::size_t>(clampToRange(number * kSteps) - low_)];
    }
    float value(int code) const { return static_cast<float>(format_.value(code)); }
    float lowest() const { return lowest_; }  // value that is furthest below zero
    float step() const { return step_; }      // between values, about

  private:
    explicit Rounder(const BlockFormat& format);
    static constexpr int kSteps = 8;  // entries of the table a unit

    int clampToRange(float number) const {
        // Not a number becomes the lower end; adding and taking off 1.5 * 2^23 rounds to even.
        const float above = number > static_cast<float>(low_) ? number : static_cast<float>(low_);
        const float inside = above < static_cast<float>(high_) ? above : static_cast<float>(high_);
        return static_cast<int>((inside + 12582912.0f) - 12582912.0f);
    }

    const BlockFormat& format_;
    float lowest_ = 0;
    float step_ = 1;
    int low_ = 0;
    int high_ = 0;
    std::array<std::uint8_t, 2048> table_{};  // where the format has values
};

// A scale for value = scale * number. It is negative where the number furthest from zero should stand for a
// positive weight; 0 for zeros.
float fitSymmetric(const Rounder& rounder, const float* x, const float* w, int count);

struct AffineFit {
    float scale = 0;  // >= 0
    float min = 0;
};

// A scale and a minimum for numbers in [0, high], value = scale * number - min. The minimum is at least 0
// unless anyMin.
AffineFit fitAffine(const float* x, const float* w, int count, int high, bool anyMin);

// A scale for numbers -1, 0 and 1, the best there is.
float fitTernary(const float* x, const float* w, int count);

}  // namespace hearth::engine

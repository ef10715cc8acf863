// Choosing scales for a group of weights so that the rounded weights are as near as possible (least squares).
// Larger weights count more, since they move the output more: each error is weighted by x².
#pragma once

namespace hearth::engine {

// A scale for numbers in [low, high] (low < 0 < high), value = scale * number. Writes the numbers.
// The scale is negative where the number furthest from zero should stand for a positive weight. 0 for zeros.
float fitSymmetric(const float* x, int count, int low, int high, int* numbers);

struct AffineFit {
    float scale = 0;  // >= 0
    float min = 0;    // >= 0
};

// A scale and a minimum for numbers in [0, high], value = scale * number - min. Writes the numbers.
AffineFit fitAffine(const float* x, int count, int high, int* numbers);

}  // namespace hearth::engine

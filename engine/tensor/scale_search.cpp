#include "tensor/scale_search.h"

#include <algorithm>
#include <cmath>

namespace hearth::engine {
namespace {

// Steps tried to either side of the scale that just reaches the largest weight.
constexpr int kSteps = 9;
constexpr float kStep = 0.1f;

int nearest(float value, int low, int high) {
    return static_cast<int>(
        std::clamp(std::nearbyint(value), static_cast<float>(low), static_cast<float>(high)));
}

// Sum over a group of weight * x² and the like, for a fit of x by scale * number - min.
struct Sums {
    double w = 0, x = 0, xx = 0, n = 0, nn = 0, xn = 0;
};

Sums sumUp(const float* x, const int* numbers, int count) {
    Sums s;
    for (int i = 0; i < count; ++i) {
        const double v = x[i];
        const double w = v * v;
        const double n = numbers[i];
        s.w += w;
        s.x += w * v;
        s.xx += w * v * v;
        s.n += w * n;
        s.nn += w * n * n;
        s.xn += w * v * n;
    }
    return s;
}

AffineFit solveAffine(const Sums& s) {
    const double determinant = s.w * s.nn - s.n * s.n;
    AffineFit fit;
    if (determinant > 1e-12 * s.w * s.nn) {
        const double scale = (s.w * s.xn - s.x * s.n) / determinant;
        const double offset = (s.x * s.nn - s.n * s.xn) / determinant;
        fit = {static_cast<float>(scale), static_cast<float>(-offset)};
    }
    if (fit.min < 0 || determinant <= 1e-12 * s.w * s.nn) {  // the format has no positive offset
        fit.min = 0;
        fit.scale = s.nn > 0 ? static_cast<float>(s.xn / s.nn) : 0.0f;
    }
    return fit;
}

double errorOf(const Sums& s, const AffineFit& fit) {
    const double a = fit.scale;
    const double b = -fit.min;
    return s.xx + a * a * s.nn + b * b * s.w - 2 * a * s.xn - 2 * b * s.x + 2 * a * b * s.n;
}

}  // namespace

float fitSymmetric(const float* x, int count, int low, int high, int* numbers) {
    float extreme = 0;
    for (int i = 0; i < count; ++i) {
        if (std::fabs(x[i]) > std::fabs(extreme)) extreme = x[i];
    }
    if (std::fabs(extreme) < 1e-30f) {
        std::fill(numbers, numbers + count, 0);
        return 0;
    }
    float bestScale = 0;
    double bestGain = -1;
    for (int step = -kSteps; step <= kSteps; ++step) {
        // The side that has one number more stands for the largest weight.
        const float inverse = (static_cast<float>(low) + kStep * static_cast<float>(step)) / extreme;
        double xn = 0;
        double nn = 0;
        for (int i = 0; i < count; ++i) {
            const double n = nearest(inverse * x[i], low, high);
            const double w = static_cast<double>(x[i]) * x[i];
            xn += w * x[i] * n;
            nn += w * n * n;
        }
        if (nn > 0 && xn * xn > bestGain * nn) {  // least squares: error = Σw x² - xn² / nn
            bestGain = xn * xn / nn;
            bestScale = static_cast<float>(xn / nn);
        }
    }
    for (int i = 0; i < count; ++i) {
        numbers[i] = bestScale == 0 ? 0 : nearest(x[i] / bestScale, low, high);
    }
    return bestScale;
}

AffineFit fitAffine(const float* x, int count, int high, int* numbers) {
    const float lowest = std::min(0.0f, *std::min_element(x, x + count));
    const float range = *std::max_element(x, x + count) - lowest;
    std::fill(numbers, numbers + count, 0);
    if (range < 1e-30f) return {0, -lowest};
    AffineFit best{range / static_cast<float>(high), -lowest};
    double bestError = INFINITY;
    for (int step = -kSteps; step <= kSteps; ++step) {
        const float inverse = (static_cast<float>(high) + kStep * static_cast<float>(step)) / range;
        for (int i = 0; i < count; ++i) numbers[i] = nearest(inverse * (x[i] - lowest), 0, high);
        const Sums sums = sumUp(x, numbers, count);
        const AffineFit fit = solveAffine(sums);
        const double error = errorOf(sums, fit);
        if (fit.scale > 0 && error < bestError) {
            bestError = error;
            best = fit;
        }
    }
    for (int i = 0; i < count; ++i) numbers[i] = nearest((x[i] + best.min) / best.scale, 0, high);
    return best;
}

}  // namespace hearth::engine

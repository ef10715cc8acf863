#include "tensor/scale_search.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace hearth::engine {
namespace {

// Steps tried to either side of the scale that just reaches the largest weight.
constexpr int kSteps = 9;
constexpr float kStep = 0.1f;

// Weights smaller than this are zeros.
constexpr float kTiny = 1e-30f;

// Sums over a group of w, w * x and the like, for a fit of x by scale * number - min.
struct Sums {
    double w = 0, x = 0, xx = 0, n = 0, nn = 0, xn = 0;
};

AffineFit solveAffine(const Sums& s, bool anyMin) {
    const double determinant = s.w * s.nn - s.n * s.n;
    const bool solvable = determinant > 1e-12 * s.w * s.nn;
    AffineFit fit;
    if (solvable) {
        const double scale = (s.w * s.xn - s.x * s.n) / determinant;
        const double offset = (s.x * s.nn - s.n * s.xn) / determinant;
        fit = {static_cast<float>(scale), static_cast<float>(-offset)};
    }
    if (!solvable || (fit.min < 0 && !anyMin)) {
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

int rounded(float value, int high) {
    const float inside = std::clamp(value, 0.0f, static_cast<float>(high));
    return static_cast<int>((inside + 12582912.0f) - 12582912.0f);
}

}  // namespace

const Rounder& Rounder::of(const BlockFormat& format) {
    static const std::vector<Rounder> rounders = [] {
        std::vector<Rounder> out;
        for (const BlockFormat& each : blockFormats()) out.push_back(Rounder(each));
        return out;
    }();
    return rounders[static_cast<std::size_t>(&format - blockFormats().data())];
}

Rounder::Rounder(const BlockFormat& format) : format_(format) {
    if (!format.values) {
        low_ = -format.middle;
        high_ = format.levels - 1 - format.middle;
        lowest_ = static_cast<float>(low_);
        return;
    }
    const auto [low, high] = std::minmax_element(format.values, format.values + format.levels);
    lowest_ = static_cast<float>(*low);
    step_ = -lowest_ / 8;
    low_ = *low * kSteps;
    high_ = *high * kSteps;
    for (int at = low_; at <= high_; ++at) {
        int best = 0;
        for (int code = 1; code < format.levels; ++code) {
            if (std::abs(kSteps * format.values[code] - at) < std::abs(kSteps * format.values[best] - at))
                best = code;
        }
        table_[static_cast<std::size_t>(at - low_)] = static_cast<std::uint8_t>(best);
    }
}

float fitSymmetric(const Rounder& rounder, const float* x, const float* w, int count) {
    float extreme = 0;
    for (int i = 0; i < count; ++i) {
        if (std::fabs(x[i]) > std::fabs(extreme)) extreme = x[i];
    }
    if (std::fabs(extreme) < kTiny) return 0;
    float bestScale = 0;
    double bestGain = -1;
    for (int step = -kSteps; step <= kSteps; ++step) {
        // The side that reaches further stands for the largest weight.
        const float inverse =
            (rounder.lowest() + kStep * rounder.step() * static_cast<float>(step)) / extreme;
        double xn = 0;
        double nn = 0;
        for (int i = 0; i < count; ++i) {
            const double n = rounder.value(rounder.code(inverse * x[i]));
            xn += static_cast<double>(w[i]) * x[i] * n;
            nn += w[i] * n * n;
        }
        if (nn > 0 && xn * xn > bestGain * nn) {  // least squares: error = Σw x² - xn² / nn
            bestGain = xn * xn / nn;
            bestScale = static_cast<float>(xn / nn);
        }
    }
    return bestScale;
}

AffineFit fitAffine(const float* x, const float* w, int count, int high, bool anyMin) {
    const float least = *std::min_element(x, x + count);
    const float lowest = anyMin ? least : std::min(0.0f, least);
    const float range = *std::max_element(x, x + count) - lowest;
    if (range < kTiny) return {0, -lowest};
    AffineFit best{range / static_cast<float>(high), -lowest};
    Sums sums;
    for (int i = 0; i < count; ++i) {
        sums.w += w[i];
        sums.x += static_cast<double>(w[i]) * x[i];
        sums.xx += static_cast<double>(w[i]) * x[i] * x[i];
    }
    double bestError = INFINITY;
    for (int step = -kSteps; step <= kSteps; ++step) {
        const float inverse = (static_cast<float>(high) + kStep * static_cast<float>(step)) / range;
        sums.n = sums.nn = sums.xn = 0;
        for (int i = 0; i < count; ++i) {
            const double n = rounded(inverse * (x[i] - lowest), high);
            sums.n += w[i] * n;
            sums.nn += w[i] * n * n;
            sums.xn += static_cast<double>(w[i]) * x[i] * n;
        }
        const AffineFit fit = solveAffine(sums, anyMin);
        const double error = errorOf(sums, fit);
        if (fit.scale > 0 && error < bestError) {
            bestError = error;
            best = fit;
        }
    }
    return best;
}

float fitTernary(const float* x, const float* w, int count) {
    std::array<int, 256> order;
    std::iota(order.begin(), order.begin() + count, 0);
    std::sort(order.begin(), order.begin() + count,
              [x](int a, int b) { return std::fabs(x[a]) > std::fabs(x[b]); });
    // With the k largest as ±1, least squares leave Σw x² - (Σw|x|)² / Σw.
    double sum = 0;
    double weight = 0;
    double bestGain = 0;
    float best = 0;
    for (int k = 0; k < count; ++k) {
        const int i = order[static_cast<std::size_t>(k)];
        sum += static_cast<double>(w[i]) * std::fabs(x[i]);
        weight += w[i];
        if (weight > 0 && sum * sum > bestGain * weight) {
            bestGain = sum * sum / weight;
            best = static_cast<float>(sum / weight);
        }
    }
    return best;
}

}  // namespace hearth::engine

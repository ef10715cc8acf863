#include "tensor/quantize_block.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "tensor/half.h"
#include "tensor/scale_search.h"

namespace hearth::engine {
namespace {

// As it comes back from the file.
float throughHalf(float x) {
    return halfToFloat(floatToHalf(std::clamp(x, -65504.0f, 65504.0f)));
}

int rounded(float value, int low, int high) {
    const float inside = std::clamp(std::nearbyint(value), static_cast<float>(low), static_cast<float>(high));
    return std::isnan(inside) ? low : static_cast<int>(inside);
}

class BlockQuantizer {
  public:
    explicit BlockQuantizer(const BlockFormat& format) : format_(format), rounder_(Rounder::of(format)) {}

    void run(const float* x, const float* importance, Codes& out) {
        weigh(x, importance);
        std::fill(std::begin(out.groupScales), std::end(out.groupScales), 1);
        std::fill(std::begin(out.groupMins), std::end(out.groupMins), std::uint8_t{1});
        out.minScale = 0;
        if (format_.type == DType::MXFP4) {
            fitPowerOfTwo(x, out);
        } else if (format_.scaleHigh == 1) {
            fitBlock(x, out);
        } else if (format_.minima) {
            fitAffineGroups(x, out);
        } else {
            fitGroups(x, out);
        }
        if (format_.type != DType::MXFP4) round(x, out);
    }

  private:
    // Larger weights count more, since they move the output more; with known activations, their squares say
    // how much, and the weights' size matters less. Of three numbers, two are for large weights anyway.
    void weigh(const float* x, const float* importance) {
        double square = 0;
        for (int i = 0; i < format_.size; ++i) square += static_cast<double>(x[i]) * x[i];
        const auto mean = static_cast<float>(square / format_.size);
        double total = 0;
        for (int i = 0; importance && i < format_.size; ++i) {
            w_[i] = importance[i] * (format_.levels == 3 ? 1 : std::sqrt(mean + x[i] * x[i]));
            total += w_[i];
        }
        if (total > 0) return;
        for (int i = 0; i < format_.size; ++i) w_[i] = format_.levels == 3 ? 1 : x[i] * x[i];
    }

    void fitBlock(const float* x, Codes& out) {
        float scale = 0;
        if (format_.minima) {
            const AffineFit fit = fitAffine(x, w_, format_.size, format_.levels - 1, true);
            scale = fit.scale;
            out.minScale = throughHalf(fit.min);
        } else if (format_.levels == 3) {
            scale = fitTernary(x, w_, format_.size);
        } else if (format_.levels == 256) {  // so fine that nothing is gained by a search
            for (int i = 0; i < format_.size; ++i) scale = std::max(scale, std::fabs(x[i]));
            scale /= 127;
        } else {
            scale = fitSymmetric(rounder_, x, w_, format_.size);
        }
        out.scale = throughHalf(scale);
    }

    void fitGroups(const float* x, Codes& out) {
        float scales[16];
        float extreme = 0;
        for (int g = 0; g < format_.groups(); ++g) {
            const int at = g * format_.group;
            scales[g] = fitSymmetric(rounder_, x + at, w_ + at, format_.group);
            if (std::fabs(scales[g]) > std::fabs(extreme)) extreme = scales[g];
        }
        // Group scales reach one further below zero.
        out.scale = throughHalf(extreme / static_cast<float>(format_.scaleLow));
        for (int g = 0; g < format_.groups(); ++g) {
            const float wanted = out.scale == 0 ? 0 : scales[g] / out.scale;
            out.groupScales[g] = rounded(wanted, format_.scaleLow, format_.scaleHigh);
        }
    }

    void fitAffineGroups(const float* x, Codes& out) {
        AffineFit fits[16];
        float largestScale = 0;
        float largestMin = 0;
        for (int g = 0; g < format_.groups(); ++g) {
            const int at = g * format_.group;
            fits[g] = fitAffine(x + at, w_ + at, format_.group, format_.levels - 1, false);
            largestScale = std::max(largestScale, fits[g].scale);
            largestMin = std::max(largestMin, fits[g].min);
        }
        out.scale = throughHalf(largestScale / static_cast<float>(format_.scaleHigh));
        out.minScale = throughHalf(largestMin / static_cast<float>(format_.scaleHigh));
        for (int g = 0; g < format_.groups(); ++g) {
            const float scale = out.scale == 0 ? 0 : fits[g].scale / out.scale;
            const float min = out.minScale == 0 ? 0 : fits[g].min / out.minScale;
            out.groupScales[g] = rounded(scale, 0, format_.scaleHigh);
            out.groupMins[g] = static_cast<std::uint8_t>(rounded(min, 0, format_.scaleHigh));
        }
    }

    // Codes for the scales that are stored.
    void round(const float* x, Codes& out) const {
        for (int g = 0; g < format_.groups(); ++g) {
            const float scale = out.scale * static_cast<float>(out.groupScales[g]);
            const float min = format_.minima ? out.minScale * static_cast<float>(out.groupMins[g]) : 0.0f;
            const float inverse = scale == 0 ? 0 : 1 / scale;
            for (int i = g * format_.group; i < (g + 1) * format_.group; ++i)
                out.codes[i] = static_cast<std::uint8_t>(rounder_.code((x[i] + min) * inverse));
        }
    }

    // MXFP4: the power of two under the largest weight, as the OCP specification proposes, or the next one.
    void fitPowerOfTwo(const float* x, Codes& out) const {
        float largest = 0;
        for (int i = 0; i < format_.size; ++i) largest = std::max(largest, std::fabs(x[i]));
        const int exponent = std::clamp(largest > 0 ? std::ilogb(largest) - 3 : -126, -126, 126);
        double bestError = INFINITY;
        float bestScale = 0;
        for (int step = 0; step < 2; ++step) {
            out.scale = std::ldexp(1.0f, exponent + step);
            round(x, out);
            double error = 0;
            for (int i = 0; i < format_.size; ++i) {
                const double d =
                    static_cast<double>(x[i]) - static_cast<double>(out.scale) * rounder_.value(out.codes[i]);
                error += w_[i] * d * d;
            }
            if (error < bestError) {
                bestError = error;
                bestScale = out.scale;
            }
        }
        out.scale = bestScale;
        round(x, out);
    }

    const BlockFormat& format_;
    const Rounder& rounder_;
    float w_[256];
};

}  // namespace

void quantizeBlocks(const BlockFormat& format, const float* x, const float* importance, std::int64_t elements,
                    std::byte* out) {
    const int bytes = info(format.type).blockBytes;
    BlockQuantizer quantizer(format);
    Codes codes;
    for (std::int64_t at = 0; at < elements; at += format.size, out += bytes) {
        quantizer.run(x + at, importance ? importance + at : nullptr, codes);
        format.write(codes, out);
    }
}

}  // namespace hearth::engine

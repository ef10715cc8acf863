#include "models/short_convolution.h"

#include <algorithm>

#include "kernels/ops.h"

namespace hearth::engine {

namespace {

// Channels that one thread takes at a time.
constexpr std::int64_t kChannels = 512;

}  // namespace

void ShortConvolution::load(WeightsReader& reader, const std::string& name, int channels, int taps) {
    channels_ = channels;
    taps_ = taps;
    const std::vector<float> rows = reader.rows(name + ".weight", channels, taps);
    kernel_.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t channel = i / static_cast<std::size_t>(taps);
        const std::size_t tap = i % static_cast<std::size_t>(taps);
        kernel_[tap * static_cast<std::size_t>(channels) + channel] = rows[i];
    }
    bias_ = reader.optionalVector(name + ".bias", channels);
}

void ShortConvolution::apply(const Pass& pass, const float* x, std::int64_t stride, float* history,
                             float* out) const {
    const int before = taps_ - 1;
    const auto input = [&](int t) {
        return t < 0 ? history + std::int64_t{before + t} * channels_ : x + t * stride;
    };
    pass.compute.pool().parallelFor(channels_, kChannels, [&](std::int64_t begin, std::int64_t end, int) {
        for (int t = 0; t < pass.n; ++t) {
            float* row = out + std::int64_t{t} * channels_;
            for (std::int64_t c = begin; c < end; ++c)
                row[c] = bias_.empty() ? 0.0f : bias_[static_cast<std::size_t>(c)];
            for (int j = 0; j < taps_; ++j) {
                const float* from = input(t - before + j);
                const float* weight = kernel_.data() + std::int64_t{j} * channels_;
                for (std::int64_t c = begin; c < end; ++c) row[c] += weight[c] * from[c];
            }
        }
    });
    // Oldest first: a row that is still needed lies behind the one that is written.
    for (int j = 0; j < before; ++j)
        std::copy_n(input(pass.n - before + j), channels_, history + std::int64_t{j} * channels_);
}

GatedConvolution::GatedConvolution(WeightsReader& reader, const std::string& prefix, int embedding, int taps)
    : embedding_(embedding) {
    in_ = readLinear(reader, prefix + "shortconv.in_proj", 3 * std::int64_t{embedding}, embedding);
    convolution_.load(reader, prefix + "shortconv.conv", embedding, taps);
    out_ = readLinear(reader, prefix + "shortconv.out_proj", embedding, embedding);
}

bool GatedConvolution::mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const {
    RecurrentState& state = stateOf(pass, layer);
    const std::int64_t width = embedding_;
    float* projected = pass.work.floats(Slot::MixerA, pass.n * 3 * width);
    float* product = pass.work.floats(Slot::MixerB, pass.n * width);
    float* convolved = pass.work.floats(Slot::MixerC, pass.n * width);
    apply(pass, {{&in_, projected}}, in, pass.n);
    if (pass.cancel.cancelled()) return false;
    for (std::int64_t t = 0; t < pass.n; ++t)
        for (std::int64_t c = 0; c < width; ++c)
            product[t * width + c] = projected[t * 3 * width + c] * projected[(t * 3 + 2) * width + c];
    convolution_.apply(pass, product, width, state.history(), convolved);
    state.advanceTo(pass.start + pass.n);
    if (needed == LogitRows::None) return !pass.cancel.cancelled();
    const int first = needed == LogitRows::Last ? pass.n - 1 : 0;
    for (std::int64_t t = first; t < pass.n; ++t)
        for (std::int64_t c = 0; c < width; ++c)
            convolved[t * width + c] *= projected[(t * 3 + 1) * width + c];
    apply(pass, {{&out_, out}}, convolved + first * width, pass.n - first);
    return !pass.cancel.cancelled();
}

}  // namespace hearth::engine

#include "models/layer_inputs.h"

#include <cmath>

#include "kernels/ops.h"

namespace hearth::engine {

void LayerInputs::load(WeightsReader& reader) {
    const std::int64_t row = std::int64_t{width_} * static_cast<std::int64_t>(layers_);
    rows_ = reader.matrix("per_layer_token_embd.weight", reader.vocabulary(), row);
    projection_ = readLinear(reader, "per_layer_model_proj", row, embedding_);
    norm_ = reader.vector("per_layer_proj_norm.weight", width_);
}

void LayerInputs::compute(const Pass& pass) const {
    const int tokens = static_cast<int>(pass.tokens.size());
    const int layers = static_cast<int>(layers_);
    const std::int64_t count = std::int64_t{tokens} * layers * width_;
    const float* embedded = pass.work.floats(Slot::Embedded, std::int64_t{tokens} * embedding_);
    float* out = pass.work.floats(Slot::Extra, count);
    float* looked = pass.work.floats(Slot::FeedC, count);
    // The factor of the projection, 1 / sqrt(embedding), would be undone by the norm but for its epsilon.
    apply(pass, {{&projection_, out}}, embedded, tokens);
    const float factor = 1 / std::sqrt(static_cast<float>(embedding_));
    for (std::int64_t i = 0; i < count; ++i) out[i] *= factor;
    rmsNorm(pass.compute, out, norm_.data(), out, tokens * layers, width_, epsilon_);
    lookUp(pass.compute, rows_, pass.tokens, looked);
    const float size = std::sqrt(static_cast<float>(width_));
    for (std::int64_t i = 0; i < count; ++i) out[i] = (out[i] + looked[i] * size) / std::sqrt(2.0f);
}

void OwnInput::load(WeightsReader& reader, const std::string& prefix, std::shared_ptr<LayerInputs> inputs,
                    std::size_t layer) {
    inputs_ = std::move(inputs);
    layer_ = layer;
    if (layer == 0) inputs_->load(reader);
    gate_ = readLinear(reader, prefix + "inp_gate", inputs_->width(), inputs_->embedding());
    projection_ = readLinear(reader, prefix + "proj", inputs_->embedding(), inputs_->width());
    norm_ = reader.vector(prefix + "post_norm.weight", inputs_->embedding());
}

void OwnInput::compute(const Pass& pass, const float* x, float* out) const {
    if (layer_ == 0) inputs_->compute(pass);
    const std::int64_t width = inputs_->width();
    const std::int64_t row = width * static_cast<std::int64_t>(inputs_->layers());
    const auto tokens = static_cast<std::int64_t>(pass.tokens.size());
    const float* own = pass.work.floats(Slot::Extra, tokens * row) + (tokens - pass.n) * row +
                       static_cast<std::int64_t>(layer_) * width;
    float* gate = pass.work.floats(Slot::FeedA, pass.n * width);
    apply(pass, {{&gate_, gate}}, x, pass.n);
    for (std::int64_t t = 0; t < pass.n; ++t)
        pass.compute.kernels().gatedUnit(GatedUnit::Gelu, gate + t * width, own + t * row, gate + t * width,
                                         width);
    apply(pass, {{&projection_, out}}, gate, pass.n);
    rmsNorm(pass.compute, out, norm_.data(), out, pass.n, inputs_->embedding(), inputs_->epsilon());
}

}  // namespace hearth::engine

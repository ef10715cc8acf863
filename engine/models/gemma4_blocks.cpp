#include "models/gemma4_blocks.h"

#include <algorithm>
#include <cmath>

#include "kernels/ops.h"

namespace hearth::engine {

namespace {

class DenseAndExperts : public TokenBlock {
  public:
    DenseAndExperts(WeightsReader& reader, const std::string& prefix, int embedding, float epsilon,
                    const FeedForwardPlan& dense, const ExpertsPlan& experts)
        : embedding_(embedding), epsilon_(epsilon), dense_(reader, prefix, embedding, epsilon, dense) {
        // The router's norm has a weight of its own, and divides by the root of the width.
        routerNorm_ = reader.vector(prefix + "ffn_gate_inp.scale", embedding);
        for (float& weight : routerNorm_) weight /= std::sqrt(static_cast<float>(embedding));
        experts_.load(reader, prefix, embedding, experts);
        const auto norm = [&](const char* name) { return reader.vector(prefix + name, embedding); };
        densePostNorm_ = norm("post_ffw_norm_1.weight");
        expertsNorm_ = norm("pre_ffw_norm_2.weight");
        expertsPostNorm_ = norm("post_ffw_norm_2.weight");
    }

    bool compute(const Pass& pass, const float* x, const float* in, float* out) const override {
        const std::int64_t count = std::int64_t{pass.n} * embedding_;
        if (!dense_.compute(pass, x, in, out)) return false;
        norm(pass, densePostNorm_, out, out);
        // No mixer computes while this block does: its slots are free.
        float* routed = pass.work.floats(Slot::MixerA, count);
        float* normed = pass.work.floats(Slot::MixerB, count);
        float* given = pass.work.floats(Slot::MixerC, count);
        norm(pass, routerNorm_, x, routed);
        norm(pass, expertsNorm_, x, normed);
        if (!experts_.compute(pass, routed, normed, given)) return false;
        norm(pass, expertsPostNorm_, given, given);
        addTo(pass.compute, out, given, count);
        return true;
    }

  private:
    void norm(const Pass& pass, const std::vector<float>& weight, const float* x, float* out) const {
        rmsNorm(pass.compute, x, weight.data(), out, pass.n, embedding_, epsilon_);
    }

    int embedding_;
    float epsilon_;
    FeedForward dense_;
    Experts experts_;
    std::vector<float> routerNorm_, densePostNorm_, expertsNorm_, expertsPostNorm_;  // [embedding]
};

class Tail : public LayerTail {
  public:
    Tail(WeightsReader& reader, const std::string& prefix, std::shared_ptr<LayerInputs> inputs,
         std::size_t layer)
        : inputs_(std::move(inputs)), layer_(layer) {
        const std::vector<float> scale = reader.optionalVector(prefix + "layer_output_scale.weight", 1);
        if (!scale.empty()) scale_ = scale[0];
        if (inputs_->width() == 0) return;
        if (layer == 0) inputs_->load(reader);
        gate_ = readLinear(reader, prefix + "inp_gate", inputs_->width(), inputs_->embedding());
        projection_ = readLinear(reader, prefix + "proj", inputs_->embedding(), inputs_->width());
        norm_ = reader.vector(prefix + "post_norm.weight", inputs_->embedding());
    }

    void apply(const Pass& pass, float* x) const override {
        if (inputs_->width() > 0) addInput(pass, x);
        scaleBy(pass.compute, x, std::int64_t{pass.n} * inputs_->embedding(), scale_);
    }

  private:
    void addInput(const Pass& pass, float* x) const {
        if (layer_ == 0) inputs_->compute(pass);
        const std::int64_t width = inputs_->width();
        const std::int64_t row = width * static_cast<std::int64_t>(inputs_->layers());
        const auto tokens = static_cast<std::int64_t>(pass.tokens.size());
        const float* own = pass.work.floats(Slot::Extra, tokens * row) + (tokens - pass.n) * row +
                           static_cast<std::int64_t>(layer_) * width;
        float* gate = pass.work.floats(Slot::FeedA, pass.n * width);
        float* added = pass.work.floats(Slot::FeedB, std::int64_t{pass.n} * inputs_->embedding());
        hearth::engine::apply(pass, {{&gate_, gate}}, x, pass.n);
        for (std::int64_t t = 0; t < pass.n; ++t)
            pass.compute.kernels().gatedUnit(GatedUnit::Gelu, gate + t * width, own + t * row,
                                             gate + t * width, width);
        hearth::engine::apply(pass, {{&projection_, added}}, gate, pass.n);
        rmsNorm(pass.compute, added, norm_.data(), added, pass.n, inputs_->embedding(), inputs_->epsilon());
        addTo(pass.compute, x, added, std::int64_t{pass.n} * inputs_->embedding());
    }

    std::shared_ptr<LayerInputs> inputs_;
    std::size_t layer_;
    float scale_ = 1;
    Linear gate_;              // [width, embedding]
    Linear projection_;        // [embedding, width]
    std::vector<float> norm_;  // [embedding]
};

}  // namespace

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

std::unique_ptr<TokenBlock> readGemma4FeedForward(WeightsReader& reader, const std::string& prefix,
                                                  int embedding, float epsilon, const FeedForwardPlan& plan) {
    FeedForwardPlan dense = plan;
    dense.experts = {};
    if (!reader.has(prefix + "ffn_gate_inp.weight"))
        return std::make_unique<FeedForward>(reader, prefix, embedding, epsilon, dense);
    return std::make_unique<DenseAndExperts>(reader, prefix, embedding, epsilon, dense, plan.experts);
}

std::unique_ptr<LayerTail> readGemma4Tail(WeightsReader& reader, const std::string& prefix,
                                          const std::shared_ptr<LayerInputs>& inputs, std::size_t layer) {
    return std::make_unique<Tail>(reader, prefix, inputs, layer);
}

}  // namespace hearth::engine

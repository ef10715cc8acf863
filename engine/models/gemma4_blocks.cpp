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
    Tail(WeightsReader& reader, const std::string& prefix, const std::shared_ptr<LayerInputs>& inputs,
         std::size_t layer)
        : embedding_(inputs->embedding()), hasInput_(inputs->width() > 0) {
        const std::vector<float> scale = reader.optionalVector(prefix + "layer_output_scale.weight", 1);
        if (!scale.empty()) scale_ = scale[0];
        if (hasInput_) input_.load(reader, prefix, inputs, layer);
    }

    void apply(const Pass& pass, float* x) const override {
        const std::int64_t count = std::int64_t{pass.n} * embedding_;
        if (hasInput_) {
            float* added = pass.work.floats(Slot::FeedB, count);
            input_.compute(pass, x, added);
            addTo(pass.compute, x, added, count);
        }
        scaleBy(pass.compute, x, count, scale_);
    }

  private:
    int embedding_;
    bool hasInput_;
    float scale_ = 1;
    OwnInput input_;
};

}  // namespace

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

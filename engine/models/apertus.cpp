// Apertus (Swiss AI Initiative 2025): llama with norms of each head and an ungated feed-forward block of
// xIELU units (Huang & Schlag 2024), whose coefficients are learned layer by layer.
#include <algorithm>
#include <cmath>

#include "models/architectures.h"

namespace hearth::engine {

namespace {

struct Coefficients {
    float negative, positive, beta, epsilon;
};

float softplus(float x) {
    return x > 20 ? x : std::log1p(std::exp(x));
}

// positive x² + beta x above 0, negative (e^min(x, epsilon) - 1 - x) + beta x below.
class XieluFeedForward : public TokenBlock {
  public:
    XieluFeedForward(WeightsReader& reader, const std::string& prefix, int embedding, int hidden,
                     const Coefficients& c)
        : hidden_(hidden), c_{c.beta + softplus(c.negative), softplus(c.positive), c.beta, c.epsilon} {
        up_ = readLinear(reader, prefix + "ffn_up", hidden, embedding);
        down_ = readLinear(reader, prefix + "ffn_down", embedding, hidden);
    }

    bool compute(const Pass& pass, const float*, const float* in, float* out) const override {
        const std::int64_t count = std::int64_t{pass.n} * hidden_;
        float* y = pass.work.floats(Slot::FeedA, count);
        apply(pass, {{&up_, y}}, in, pass.n);
        pass.compute.pool().parallelFor(count, 4096, [&](std::int64_t begin, std::int64_t end, int) {
            for (std::int64_t i = begin; i < end; ++i) y[i] = activated(y[i]);
        });
        if (pass.cancel.cancelled()) return false;
        apply(pass, {{&down_, out}}, y, pass.n);
        return !pass.cancel.cancelled();
    }

  private:
    float activated(float x) const {
        if (x > 0) return (c_.positive * x + c_.beta) * x;
        return (std::expm1(std::min(x, c_.epsilon)) - x) * c_.negative + c_.beta * x;
    }

    int hidden_;
    Coefficients c_;
    Linear up_, down_;  // [hidden, embedding], [embedding, hidden]
};

}  // namespace

DecoderPlan planApertus(Parameters& p) {
    DecoderPlan plan = planQwen3(p);
    const auto negative = p.numbers("xielu.alpha_n", plan.layers.size());
    const auto positive = p.numbers("xielu.alpha_p", plan.layers.size());
    const auto beta = p.numbers("xielu.beta", plan.layers.size());
    const auto epsilon = p.numbers("xielu.eps", plan.layers.size());
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        LayerPlan& layer = plan.layers[i];
        const Coefficients own{negative[i], positive[i], beta[i], epsilon[i]};
        layer.tokenBlock = [own, width = plan.embedding, hidden = layer.feedForward.hidden](
                               WeightsReader& reader, const std::string& prefix) {
            return std::make_unique<XieluFeedForward>(reader, prefix, width, hidden, own);
        };
    }
    return plan;
}

}  // namespace hearth::engine

// SmallThinker (Song et al. 2025): experts with ReLU that are chosen by what comes into a layer, before its
// attention; where there are windows, the layers without one have no positions.
#include <algorithm>

#include "models/architectures.h"

namespace hearth::engine {

namespace {

// Keeps what comes into the layer.
class KeepInput : public LayerTail {
  public:
    explicit KeepInput(int embedding) : embedding_(embedding) {}
    void apply(const Pass& pass, float* x) const override {
        const std::int64_t count = std::int64_t{pass.n} * embedding_;
        std::copy_n(x, count, pass.work.floats(Slot::Kept, count));
    }

  private:
    int embedding_;
};

class EarlyRouted : public TokenBlock {
  public:
    EarlyRouted(WeightsReader& reader, const std::string& prefix, int embedding, const ExpertsPlan& plan)
        : embedding_(embedding) {
        experts_.load(reader, prefix, embedding, plan);
    }
    bool compute(const Pass& pass, const float*, const float* in, float* out) const override {
        // All that came into the layer was kept; only the last rows may have gone on.
        const auto came = static_cast<std::int64_t>(pass.tokens.size());
        const float* kept = pass.work.floats(Slot::Kept, came * embedding_);
        return experts_.compute(pass, kept + (came - pass.n) * embedding_, in, out);
    }

  private:
    int embedding_;
    Experts experts_;
};

}  // namespace

DecoderPlan planSmallThinker(Parameters& p) {
    constexpr int kPeriod = 4;  // of which the first layer has no window
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    readRoutedExperts(p, plan, Gating::Sigmoid, true);
    const int window = p.optional("attention.sliding_window", 0, 0, 1 << 24);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        LayerPlan& layer = plan.layers[i];
        if (window > 0 && i % kPeriod == 0)
            layer.attention.rope = -1;
        else
            layer.attention.window = window;
        layer.feedForward.experts.unit = GatedUnit::Relu;
        layer.head = [width = plan.embedding](WeightsReader&, const std::string&) {
            return std::make_unique<KeepInput>(width);
        };
        layer.tokenBlock = [width = plan.embedding, experts = layer.feedForward.experts](
                               WeightsReader& reader, const std::string& prefix) {
            return std::make_unique<EarlyRouted>(reader, prefix, width, experts);
        };
    }
    return plan;
}

}  // namespace hearth::engine

// Qwen3.5 (Qwen team 2026), dense or of experts, and Qwen3-Next (2025): three layers of gated delta net, then
// one of attention whose output passes a gate.
#include "models/architectures.h"
#include "models/delta_net.h"

namespace hearth::engine {

namespace {

// Which layers are recurrent: a flag a layer, or all but every so many.
std::vector<bool> readRecurrentLayers(Parameters& p, std::size_t layers) {
    std::vector<bool> out(layers);
    if (p.isArray("attention.recurrent_layers")) {
        const auto flags =
            p.perLayer("attention.recurrent_layers", static_cast<int>(layers), std::nullopt, 0, 1);
        for (std::size_t i = 0; i < layers; ++i) out[i] = flags[i] != 0;
        return out;
    }
    const auto every = static_cast<std::size_t>(p.optional("full_attention_interval", 4, 1, 4096));
    for (std::size_t i = 0; i < layers; ++i) out[i] = (i + 1) % every != 0;
    return out;
}

DecoderPlan readPlan(Parameters& p, bool neighboursShare) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox);
    // Layers behind the others guess further tokens; they are not needed to predict the next one.
    const auto guessing = static_cast<std::size_t>(
        p.optional("nextn_predict_layers", 0, 0, static_cast<int>(plan.layers.size()) - 1));
    const std::vector<bool> recurrent = readRecurrentLayers(p, plan.layers.size());
    plan.layers.resize(plan.layers.size() - guessing);
    DeltaNetPlan net = readDeltaNet(p);
    net.neighboursShare = neighboursShare;
    const int shared = p.optional("expert_shared_feed_forward_length", 0, 0, 1 << 20);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        LayerPlan& layer = plan.layers[i];
        layer.feedForwardNorm = "post_attention_norm";
        layer.feedForward.experts.sharedHidden = shared;
        layer.attention.norm = HeadNorm::EachHead;
        layer.attention.gated = true;
        if (!recurrent[i]) continue;
        layer.mixer = [net, width = plan.embedding, epsilon = plan.epsilon](WeightsReader& reader,
                                                                            const std::string& prefix) {
            return std::make_unique<DeltaNet>(reader, prefix, width, epsilon, net);
        };
    }
    return plan;
}

}  // namespace

DecoderPlan planQwen35(Parameters& p) {
    DecoderPlan plan = readPlan(p, false);
    readSections(p, plan.ropes[0]);
    return plan;
}

// Files hold the heads of values in another order.
DecoderPlan planQwen3Next(Parameters& p) {
    return readPlan(p, true);
}

}  // namespace hearth::engine

// RWKV-7 (Peng et al. 2025): recurrent, without attention. Each of its layers has two blocks that remember
// something, so that it is two layers here.
#include "models/architectures.h"
#include "models/empty_blocks.h"
#include "models/rwkv7_blocks.h"

namespace hearth::engine {

DecoderPlan planRwkv7(Parameters& p) {
    DecoderPlan plan = readDecoderPlan(p, RopeStyle::Neox, NormKind::Layer);
    plan.normsEmbeddings = true;
    const Rwkv7Plan blocks{plan.embedding, p.required("wkv.head_size", 1, 1024),
                           p.required("feed_forward_length", 1, 1 << 20)};
    if (plan.embedding % blocks.headSize != 0)
        p.fail(base::ErrorCode::InvalidInput, "wkv.head_size",
               "is " + std::to_string(blocks.headSize) + ", which does not divide the width of " +
                   std::to_string(plan.embedding) + ".");
    std::vector<LayerPlan> layers;
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        LayerPlan time = plan.layers[i];
        time.prefix = "blk." + std::to_string(i) + ".";
        dropFeedForward(time, plan.embedding);
        LayerPlan channel = time;
        time.mixer = [blocks, first = i == 0](WeightsReader& reader, const std::string& prefix) {
            return std::make_unique<TimeMix>(reader, prefix, blocks, first);
        };
        channel.mixerNorm = "attn_norm_2";
        channel.mixer = [blocks](WeightsReader& reader, const std::string& prefix) {
            return std::make_unique<ChannelMix>(reader, prefix, blocks);
        };
        layers.push_back(std::move(time));
        layers.push_back(std::move(channel));
    }
    plan.layers = std::move(layers);
    return plan;
}

}  // namespace hearth::engine

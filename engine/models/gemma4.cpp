// Gemma 4 (Gemma Team 2026): windowed and full layers with heads of their own sizes, values that are normed
// and may be the keys, layers that borrow keys and values from earlier ones, inputs of its own for each
// layer, and experts beside the dense feed-forward block.
#include <cmath>

#include "models/architectures.h"
#include "models/gemma.h"
#include "models/gemma4_blocks.h"

namespace hearth::engine {

namespace {

// Windowed layers have their own head size and Rope, without the factors of frequencies.
void setUpAttention(Parameters& p, DecoderPlan& plan, const std::vector<bool>& windowed) {
    const int window = p.required("attention.sliding_window", 1, 1 << 24);
    const int headDim = p.optional("attention.key_length_swa", plan.layers[0].attention.headDim, 1, 4096);
    const int valueDim = p.optional("attention.value_length_swa", headDim, 1, 4096);
    plan.ropes.push_back(localRope(p, plan.ropes[0], 10000));
    plan.ropes[1].pairs = p.optional("rope.dimension_count_swa", headDim, 2, headDim) / 2;
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        AttentionPlan& attention = plan.layers[i].attention;
        attention.norm = HeadNorm::EachHead;
        attention.normValues = true;
        attention.scale = 1;
        if (windowed[i]) {
            attention.window = window;
            attention.headDim = headDim;
            attention.valueDim = valueDim;
            attention.rope = 1;
        }
        if (attention.headDim != attention.valueDim)
            p.fail(base::ErrorCode::Unsupported, "attention.value_length",
                   "differs from the key length, which this architecture does not have.");
    }
}

}  // namespace

DecoderPlan planGemma4(Parameters& p) {
    DecoderPlan plan = readGemmaPlan(p);
    const std::vector<bool> windowed = readWindowedLayers(p, plan.layers.size(), 6);
    setUpAttention(p, plan, windowed);
    shareGemmaCaches(p, plan, windowed);
    const int inputs = p.optional("embedding_length_per_layer_input", 0, 0, 1 << 16);
    plan.keepsEmbeddings = inputs > 0;
    const auto shared =
        std::make_shared<LayerInputs>(plan.embedding, inputs, plan.layers.size(), plan.epsilon);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        LayerPlan& layer = plan.layers[i];
        layer.mixerPostNorm = "post_attention_norm";
        layer.feedForwardPostNorm = "post_ffw_norm";
        const FeedForwardPlan feedForward = layer.feedForward;
        const int embedding = plan.embedding;
        const float epsilon = plan.epsilon;
        layer.tokenBlock = [=](WeightsReader& reader, const std::string& prefix) {
            return readGemma4FeedForward(reader, prefix, embedding, epsilon, feedForward);
        };
        layer.tail = [=](WeightsReader& reader, const std::string& prefix) {
            return readGemma4Tail(reader, prefix, shared, i);
        };
    }
    return plan;
}

}  // namespace hearth::engine

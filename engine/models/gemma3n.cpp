// Gemma 3n (Gemma Team 2025): Gemma 3 whose layers predict and correct several residual streams (Baykal et
// al. 2023, "AltUp"), with a short way beside attention ("Laurel"), inputs of its own for each layer, sparse
// feed-forward blocks in the first layers, and layers that borrow keys and values from earlier ones.
#include "models/architectures.h"
#include "models/gemma.h"
#include "models/gemma3n_blocks.h"

namespace hearth::engine {

namespace {

// Gates that lie below what 95 % of a normal distribution do become 0, in the layers that say so.
void cutGates(Parameters& p, DecoderPlan& plan) {
    constexpr std::size_t kSparseLayers = 10;
    constexpr float kDeviations = 1.6448536f;  // of the 95 % quantile
    const bool listed = p.has("activation_sparsity_scale");
    const std::vector<float> scales =
        listed ? p.numbers("activation_sparsity_scale", plan.layers.size()) : std::vector<float>();
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        const bool sparse = listed ? scales[i] > 0 : i < kSparseLayers;
        plan.layers[i].feedForward.cutoff = sparse ? listed ? scales[i] : kDeviations : 0;
    }
}

void setUpAttention(Parameters& p, DecoderPlan& plan) {
    const int window = p.required("attention.sliding_window", 1, 1 << 24);
    const std::vector<bool> windowed = readWindowedLayers(p, plan.layers.size(), 5);
    plan.ropes.push_back(localRope(p, plan.ropes[0], 10000));
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        AttentionPlan& attention = plan.layers[i].attention;
        attention.norm = HeadNorm::EachHead;
        attention.normValues = true;
        attention.scale = 1;
        if (!windowed[i]) continue;
        attention.window = window;
        attention.rope = 1;
    }
    shareGemmaCaches(p, plan, windowed);
}

}  // namespace

DecoderPlan planGemma3n(Parameters& p) {
    DecoderPlan plan = readGemmaPlan(p);
    setUpAttention(p, plan);
    cutGates(p, plan);
    plan.keepsEmbeddings = true;
    Gemma3nPlan streams;
    streams.embedding = plan.embedding;
    streams.layers = plan.layers.size();
    streams.epsilon = plan.epsilon;
    streams.streams = p.optional("altup.num_inputs", 4, 2, 16);
    streams.active = p.optional("altup.active_idx", 0, 0, streams.streams - 1);
    streams.inputs = p.required("embedding_length_per_layer_input", 1, 1 << 16);
    addGemma3nStreams(plan, streams);
    for (LayerPlan& layer : plan.layers) {
        layer.mixerPostNorm = "post_attention_norm";
        layer.feedForwardPostNorm = "post_ffw_norm";
    }
    return plan;
}

}  // namespace hearth::engine

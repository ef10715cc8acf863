#include "models/decoder_plan.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hearth::engine {

using base::ErrorCode;

namespace {

AttentionPlan readAttention(Parameters& p, int usualSize, int heads, int kvHeads) {
    AttentionPlan a;
    a.heads = heads;
    a.kvHeads = kvHeads;
    if (heads > 0 && kvHeads > 0 && heads % kvHeads != 0)
        p.fail(ErrorCode::InvalidInput, "attention.head_count_kv",
               "is " + std::to_string(kvHeads) + ", which does not divide the " + std::to_string(heads) +
                   " query heads.");
    a.headDim = p.optional("attention.key_length", usualSize, 1, 4096);
    a.valueDim = p.optional("attention.value_length", a.headDim, 1, 4096);
    a.scale = 1.0f / std::sqrt(static_cast<float>(a.headDim));
    return a;
}

ExpertsPlan readExperts(Parameters& p, int hidden) {
    ExpertsPlan e;
    e.count = p.optional("expert_count", 0, 0, 1024);
    if (e.count == 0) return e;
    e.used = p.required("expert_used_count", 1, e.count);
    e.hidden = p.optional("expert_feed_forward_length", hidden, 1, 1 << 20);
    e.groups = std::max(1, p.optional("expert_group_count", 1, 0, e.count));
    e.groupsUsed = std::max(1, p.optional("expert_group_used_count", e.groups, 0, e.groups));
    if (e.count % e.groups != 0 || e.count / e.groups * e.groupsUsed < e.used)
        p.fail(ErrorCode::InvalidInput, "expert_group_count",
               "is " + std::to_string(e.groups) + ", into which " + std::to_string(e.count) +
                   " experts cannot be divided so that " + std::to_string(e.used) + " can be chosen.");
    return e;
}

}  // namespace

DecoderPlan readDecoderPlan(Parameters& p, RopeStyle style, NormKind norm) {
    DecoderPlan plan;
    plan.normKind = norm;
    plan.embedding = p.required("embedding_length", 8, 1 << 17);
    const bool rms = norm == NormKind::Rms && p.has("attention.layer_norm_rms_epsilon");
    plan.epsilon = static_cast<float>(p.number(rms || !p.has("attention.layer_norm_epsilon")
                                                   ? "attention.layer_norm_rms_epsilon"
                                                   : "attention.layer_norm_epsilon",
                                               std::nullopt, 0, 1));
    // Layers that guess further tokens ahead come last; they are not needed.
    const int blocks = p.required("block_count", 1, 4096);
    const int layers = blocks - p.optional("nextn_predict_layers", 0, 0, blocks - 1);
    const auto heads = p.perLayer("attention.head_count", layers, std::nullopt, 0, 4096);
    const auto kvHeads = p.perLayer("attention.head_count_kv", layers, heads, 0, 4096);
    // Models of experts only have no other width.
    const auto hidden = p.perLayer(p.has("feed_forward_length") || !p.has("expert_feed_forward_length")
                                       ? "feed_forward_length"
                                       : "expert_feed_forward_length",
                                   layers, std::nullopt, 0, 1 << 20);
    const int usualSize =
        std::max(1, plan.embedding / std::max(1, *std::max_element(heads.begin(), heads.end())));
    for (std::size_t i = 0; i < static_cast<std::size_t>(layers); ++i) {
        LayerPlan layer;
        layer.attention = readAttention(p, usualSize, heads[i], kvHeads[i]);
        layer.feedForward.hidden = hidden[i];
        layer.feedForward.experts = readExperts(p, hidden[i]);
        plan.layers.push_back(layer);
    }
    plan.ropes.push_back(readRope(p, style, plan.layers[0].attention.headDim));
    return plan;
}

void requireExperts(Parameters& p) {
    p.required("expert_used_count", 1, p.required("expert_count", 1, 1024));
}

void shareWidthAmongExperts(Parameters& p, DecoderPlan& plan) {
    for (LayerPlan& layer : plan.layers)
        if (ExpertsPlan& e = layer.feedForward.experts; e.used > 0 && !p.has("expert_feed_forward_length"))
            e.hidden = std::max(1, layer.feedForward.hidden / e.used);
}

namespace {

// How weights are made from the router's scores.
void readRouting(Parameters& p, DecoderPlan& plan, Gating fallback, bool normalize) {
    requireExperts(p);
    constexpr Gating kGatings[] = {Gating::Softmax, Gating::Sigmoid, Gating::SoftmaxOfChosen};
    const int gating = p.optional("expert_gating_func", 0, 0, 3);
    const auto scale = static_cast<float>(p.number("expert_weights_scale", 1.0, 0, 1e6));
    for (LayerPlan& layer : plan.layers) {
        ExpertsPlan& experts = layer.feedForward.experts;
        experts.gating = gating > 0 ? kGatings[gating - 1] : fallback;
        experts.normalize = p.flag("expert_weights_norm", normalize);
        experts.scale = scale > 0 ? scale : 1;
    }
}

}  // namespace

void readDenseThenExperts(Parameters& p, DecoderPlan& plan, Gating fallback) {
    shareWidthAmongExperts(p, plan);
    readRouting(p, plan, fallback, false);
    const int shared = p.optional("expert_shared_count", 0, 0, 1024);
    const auto dense = static_cast<std::size_t>(p.optional("leading_dense_block_count", 0, 0, 4096));
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        ExpertsPlan& experts = plan.layers[i].feedForward.experts;
        experts.sharedHidden = shared * experts.hidden;
        if (i < dense) experts.count = 0;
    }
}

void readRoutedExperts(Parameters& p, DecoderPlan& plan, Gating fallback, bool normalize) {
    readRouting(p, plan, fallback, normalize);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        ExpertsPlan& experts = plan.layers[i].feedForward.experts;
        const std::string prefix = "blk." + std::to_string(i) + ".";
        experts.sharedHidden = p.rowsOf(prefix + "ffn_up_shexp.weight");
        if (!p.hasTensor(prefix + "ffn_gate_inp.weight")) experts.count = 0;
    }
}

std::vector<bool> readWindowedLayers(Parameters& p, std::size_t layers, int period) {
    const std::string_view key = "attention.sliding_window_pattern";
    std::vector<bool> out(layers);
    if (p.isArray(key)) {
        const auto flags = p.perLayer(key, static_cast<int>(layers), std::nullopt, 0, 1);
        for (std::size_t i = 0; i < layers; ++i) out[i] = flags[i] != 0;
        return out;
    }
    const auto every = static_cast<std::size_t>(p.optional(key, period, 0, 4096));
    for (std::size_t i = 0; i < layers; ++i) out[i] = every == 0 || (i + 1) % every != 0;
    return out;
}

void rotateInWindowsOnly(Parameters& p, DecoderPlan& plan, int window, int period) {
    const std::vector<bool> windowed = readWindowedLayers(p, plan.layers.size(), period);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        AttentionPlan& attention = plan.layers[i].attention;
        if (windowed[i])
            attention.window = window;
        else
            attention.rope = -1;
    }
}

void slopeScores(DecoderPlan& plan, double maxBias) {
    for (LayerPlan& layer : plan.layers) {
        layer.attention.rope = -1;
        layer.attention.maxBias = static_cast<float>(maxBias);
    }
}

RopePlan localRope(Parameters& p, const RopePlan& global, double base) {
    RopePlan local = global;
    local.base = p.number("rope.freq_base_swa", base, 1, 1e12);
    local.factor = 1;
    local.magnitude = 1;
    local.yarn = {};
    local.tensors = false;
    return local;
}

GatedUnit readUnit(Parameters& p, GatedUnit fallback) {
    constexpr std::pair<std::string_view, GatedUnit> kUnits[] = {
        {"silu", GatedUnit::Silu},         {"swish", GatedUnit::Silu},
        {"gelu", GatedUnit::Gelu},         {"gelu_new", GatedUnit::Gelu},
        {"gelu_tanh", GatedUnit::Gelu},    {"gelu_pytorch_tanh", GatedUnit::Gelu},
        {"relu2", GatedUnit::ReluSquared}, {"relu_squared", GatedUnit::ReluSquared},
    };
    const std::string name = p.text("hidden_activation", "");
    for (const auto& [known, unit] : kUnits)
        if (known == name) return unit;
    if (!name.empty())
        p.fail(ErrorCode::Unsupported, "hidden_activation",
               "is \"" + name + "\", which cannot be computed; silu, gelu and relu2 can.");
    return fallback;
}

}  // namespace hearth::engine

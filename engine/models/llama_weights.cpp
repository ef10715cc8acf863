#include "models/llama_weights.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "models/parameters.h"
#include "models/weights_reader.h"

namespace hearth::engine {

using base::ErrorCode;
using base::Result;

namespace {

// Factors of MiniCPM (Hu et al. 2024, section 3); older files leave them to the program.
void readScales(Parameters& p, LlamaShape& s) {
    s.embeddingScale = static_cast<float>(p.number("embedding_scale", 12.0, 1e-6, 1e6));
    s.residualScale = static_cast<float>(p.number("residual_scale", 1.4 / std::sqrt(s.layers), 1e-6, 1e6));
    s.logitScale = static_cast<float>(1 / p.number("logit_scale", s.embedding / 256.0, 1e-6, 1e6));
}

// Factors of the frequencies that depend on the length of the context (LongRoPE, Ding et al. 2024).
void readLongRope(Parameters& p, LlamaShape& s) {
    s.window = p.optional("attention.sliding_window", 0, 0, 1 << 24);
    s.originalContext = p.optional("rope.scaling.original_context_length", 0, 0, 1 << 24);
    s.ropeMagnitude = static_cast<float>(p.number("rope.scaling.attn_factor", 1.0, 1e-3, 1e3));
}

}  // namespace

Result<LlamaShape> readLlamaShape(const NetworkSource& source, const LlamaVariant& variant) {
    Parameters p(source.file, source.architecture);
    LlamaShape s;
    s.variant = variant;
    s.embedding = p.required("embedding_length", 8, 1 << 17);
    s.layers = p.required("block_count", 1, 4096);
    s.hidden = p.required("feed_forward_length", 1, 1 << 20);
    s.heads = p.required("attention.head_count", 1, 4096);
    s.kvHeads = p.optional("attention.head_count_kv", s.heads, 1, 4096);
    s.headDim = p.optional("attention.key_length", s.embedding / s.heads, 1, 4096);
    s.epsilon = static_cast<float>(p.number("attention.layer_norm_rms_epsilon", std::nullopt, 0, 1));
    s.ropePairs = p.optional("rope.dimension_count", s.headDim, 2, s.headDim) / 2;
    s.ropeBase = p.number("rope.freq_base", 10000.0, 1, 1e12);
    s.experts = p.optional("expert_count", 0, 0, 1024);
    if (s.experts > 0) s.expertsUsed = p.required("expert_used_count", 1, s.experts);
    if (s.heads % s.kvHeads != 0)
        p.fail(ErrorCode::InvalidInput, "attention.head_count_kv",
               "is " + std::to_string(s.kvHeads) + ", which does not divide the " + std::to_string(s.heads) +
                   " query heads.");
    if (s.headDim % 8 != 0)
        p.fail(ErrorCode::Unsupported, "attention.key_length",
               "gives heads of " + std::to_string(s.headDim) + " numbers; multiples of 8 can be computed.");
    if (p.optional("attention.value_length", s.headDim, 1, 4096) != s.headDim)
        p.fail(ErrorCode::Unsupported, "attention.value_length",
               "differs from the key length, which this architecture does not have.");
    const std::string scaling = p.text("rope.scaling.type", "none");
    if (scaling == "linear")
        s.ropeScale = 1.0 / p.number("rope.scaling.factor", 1.0, 1e-3, 1e6);
    else if (scaling != "none")
        p.fail(ErrorCode::Unsupported, "rope.scaling.type",
               "is \"" + scaling + "\", which is not known for this architecture; linear is.");
    else
        s.ropeScale = 1.0 / p.number("rope.scale_linear", 1.0, 1e-3, 1e6);
    if (variant.scaled) readScales(p, s);
    if (variant.fused) readLongRope(p, s);
    if (auto checked = p.check(); !checked) return tl::unexpected(checked.error());
    return s;
}

namespace {

// Angles a position (Su et al. 2021): base^(-2i / dimensions), each divided by its factor in the tensor
// `name` where there is one.
std::vector<double> readFrequencies(WeightsReader& weights, const LlamaShape& shape,
                                    const std::string& name) {
    const std::vector<float> factors = weights.optionalVector(name, shape.ropePairs);
    std::vector<double> out;
    for (int i = 0; i < shape.ropePairs; ++i) {
        const double frequency = std::pow(shape.ropeBase, -static_cast<double>(i) / shape.ropePairs);
        const double factor = factors.empty() ? 1.0 : factors[static_cast<std::size_t>(i)];
        out.push_back(frequency * shape.ropeScale / factor);
    }
    return out;
}

LlamaLayer loadLayer(WeightsReader& weights, const LlamaShape& s, int index) {
    const std::string prefix = "blk." + std::to_string(index) + ".";
    const std::int64_t queries = std::int64_t{s.heads} * s.headDim;
    const std::int64_t keys = std::int64_t{s.kvHeads} * s.headDim;
    LlamaLayer layer;
    layer.attentionNorm = weights.vector(prefix + "attn_norm.weight", s.embedding);
    if (s.variant.fused) {
        weights.stacked(prefix + "attn_qkv.weight", s.embedding,
                        {{&layer.q, queries}, {&layer.k, keys}, {&layer.v, keys}});
    } else {
        layer.q = weights.matrix(prefix + "attn_q.weight", queries, s.embedding);
        layer.k = weights.matrix(prefix + "attn_k.weight", keys, s.embedding);
        layer.v = weights.matrix(prefix + "attn_v.weight", keys, s.embedding);
    }
    layer.o = weights.matrix(prefix + "attn_output.weight", s.embedding, queries);
    layer.qBias = weights.optionalVector(prefix + "attn_q.bias", queries);
    layer.kBias = weights.optionalVector(prefix + "attn_k.bias", keys);
    layer.vBias = weights.optionalVector(prefix + "attn_v.bias", keys);
    layer.oBias = weights.optionalVector(prefix + "attn_output.bias", s.embedding);
    if (s.variant.headNorms) {
        layer.qNorm = weights.vector(prefix + "attn_q_norm.weight", s.headDim);
        layer.kNorm = weights.vector(prefix + "attn_k_norm.weight", s.headDim);
    }
    layer.feedForwardNorm = weights.vector(prefix + "ffn_norm.weight", s.embedding);
    if (s.experts > 0) {
        layer.experts.load(weights, prefix, {s.experts, s.expertsUsed, s.embedding, s.hidden});
        return layer;
    }
    if (s.variant.fused) {
        weights.stacked(prefix + "ffn_up.weight", s.embedding,
                        {{&layer.gate, s.hidden}, {&layer.up, s.hidden}});
    } else {
        layer.gate = weights.matrix(prefix + "ffn_gate.weight", s.hidden, s.embedding);
        layer.up = weights.matrix(prefix + "ffn_up.weight", s.hidden, s.embedding);
    }
    layer.down = weights.matrix(prefix + "ffn_down.weight", s.embedding, s.hidden);
    return layer;
}

}  // namespace

Result<LlamaWeights> readLlamaWeights(const NetworkSource& source, LlamaShape& shape) {
    const gguf::TensorView* embedding = source.file.findTensor("token_embd.weight");
    shape.vocabulary =
        embedding ? static_cast<int>(std::min<std::int64_t>(embedding->dimension(1), 1 << 24)) : 1;

    WeightsReader reader(source);
    LlamaWeights weights;
    weights.embedding = reader.matrix("token_embd.weight", shape.vocabulary, shape.embedding);
    for (int i = 0; i < shape.layers && reader.check(); ++i)
        weights.layers.push_back(loadLayer(reader, shape, i));
    weights.outputNorm = reader.vector("output_norm.weight", shape.embedding);
    if (reader.has("output.weight"))
        weights.output = reader.matrix("output.weight", shape.vocabulary, shape.embedding);
    const bool byLength = shape.originalContext > 0;
    weights.ropeFrequencies =
        readFrequencies(reader, shape, byLength ? "rope_factors_short.weight" : "rope_freqs.weight");
    if (byLength) weights.ropeFrequenciesLong = readFrequencies(reader, shape, "rope_factors_long.weight");
    if (auto checked = reader.check(); !checked) return tl::unexpected(checked.error());
    return weights;
}

}  // namespace hearth::engine

#include "models/latent_attention.h"

#include <algorithm>
#include <cmath>

#include "kernels/ops.h"
#include "models/attention_state.h"

namespace hearth::engine {

namespace {

// A rectangle of `width` columns out of rows of another length, into another.
void copyColumns(const float* from, std::int64_t fromRow, float* to, std::int64_t toRow, int n, int width) {
    for (std::int64_t t = 0; t < n; ++t) std::copy_n(from + t * fromRow, width, to + t * toRow);
}

}  // namespace

LatentAttention::LatentAttention(WeightsReader& reader, const std::string& prefix, const LatentPlan& plan)
    : plan_(plan) {
    const std::int64_t queries = std::int64_t{plan.heads} * plan.keyDim;
    const int plain = plan.keyDim - plan.rotated;
    if (plan.queryRank > 0 && !reader.has(prefix + "attn_q.weight")) {
        qDown_ = readLinear(reader, prefix + "attn_q_a", plan.queryRank, plan.embedding);
        qNorm_ = reader.vector(prefix + "attn_q_a_norm.weight", plan.queryRank);
        q_ = readLinear(reader, prefix + "attn_q_b", queries, plan.queryRank);
    } else {
        q_ = readLinear(reader, prefix + "attn_q", queries, plan.embedding);
    }
    down_ = readLinear(reader, prefix + "attn_kv_a_mqa", plan.rank + plan.rotated, plan.embedding);
    norm_ = reader.vector(prefix + "attn_kv_a_norm.weight", plan.rank);
    if (reader.has(prefix + "attn_k_b.weight")) {
        keys_ = readLinears(reader, prefix + "attn_k_b", plan.heads, plan.rank, plain);
        values_ = readLinears(reader, prefix + "attn_v_b", plan.heads, plan.valueDim, plan.rank);
        reader.ignore(prefix + "attn_kv_b.weight");
    } else {
        whole_ = readLinear(reader, prefix + "attn_kv_b", std::int64_t{plan.heads} * (plain + plan.valueDim),
                            plan.rank);
    }
    output_ =
        readLinear(reader, prefix + "attn_output", plan.embedding, std::int64_t{plan.heads} * plan.valueDim);
}

KvShape LatentAttention::shape(int context) const {
    if (latent()) return {1, plan_.rank + plan_.rotated, 0, context, 0};
    return {plan_.heads, plan_.keyDim, plan_.valueDim, context, 0};
}

std::uint64_t LatentAttention::stateBytes(int context, CacheType cache) const {
    return KvCache::bytes(shape(context), cache);
}

std::unique_ptr<LayerState> LatentAttention::newState(int context, CacheType cache, std::byte* memory) const {
    return std::make_unique<AttentionState>(shape(context), cache, memory);
}

// [n, heads, keyDim], rotated
float* LatentAttention::queries(const Pass& pass, const float* in) const {
    const std::int64_t row = std::int64_t{plan_.heads} * plan_.keyDim;
    float* q = pass.work.floats(Slot::MixerA, pass.n * row);
    if (qNorm_.empty()) {
        apply(pass, {{&q_, q}}, in, pass.n);
    } else {
        float* low = pass.work.floats(Slot::MixerE, std::int64_t{pass.n} * plan_.queryRank);
        apply(pass, {{&qDown_, low}}, in, pass.n);
        rmsNorm(pass.compute, low, qNorm_.data(), low, pass.n, plan_.queryRank, plan_.epsilon);
        apply(pass, {{&q_, q}}, low, pass.n);
    }
    const RopeTable& table = pass.ropes[static_cast<std::size_t>(plan_.rope)];
    rope(pass.compute, q + plan_.keyDim - plan_.rotated, table.cos.data(), table.sin.data(), pass.n,
         plan_.heads, plan_.keyDim, plan_.rotated / 2, plan_.style);
    warmQueries(pass, plan_.temperature, q, row);
    return q;
}

// What is kept of a token, and the rotated part of its keys: [n, rank + rotated]
float* LatentAttention::compressed(const Pass& pass, const float* in) const {
    const int row = plan_.rank + plan_.rotated;
    float* kept = pass.work.floats(Slot::MixerB, std::int64_t{pass.n} * row);
    apply(pass, {{&down_, kept}}, in, pass.n);
    for (std::int64_t t = 0; t < pass.n; ++t)
        pass.compute.kernels().rmsNorm(kept + t * row, norm_.data(), kept + t * row, plan_.rank,
                                       plan_.epsilon);
    const RopeTable& table = pass.ropes[static_cast<std::size_t>(plan_.rope)];
    rope(pass.compute, kept + plan_.rank, table.cos.data(), table.sin.data(), pass.n, 1, row,
         plan_.rotated / 2, plan_.style);
    return kept;
}

// Queries as they look at what is kept: q · (W c) = (Wᵀ q) · c, the matrices being stored transposed.
// [n, heads, rank + rotated]
float* LatentAttention::towardsLatent(const Pass& pass, const float* q) const {
    const int plain = plan_.keyDim - plan_.rotated;
    const int width = plan_.rank + plan_.rotated;
    const std::int64_t from = std::int64_t{plan_.heads} * plan_.keyDim;
    const std::int64_t to = std::int64_t{plan_.heads} * width;
    float* out = pass.work.floats(Slot::MixerC, pass.n * to);
    float* head = pass.work.floats(Slot::MixerE, std::int64_t{pass.n} * plain);
    float* turned = pass.work.floats(Slot::MixerF, std::int64_t{pass.n} * plan_.rank);
    for (int h = 0; h < plan_.heads; ++h) {
        const float* own = q + std::int64_t{h} * plan_.keyDim;
        float* target = out + std::int64_t{h} * width;
        copyColumns(own, from, head, plain, pass.n, plain);
        apply(pass, {{&keys_[static_cast<std::size_t>(h)], turned}}, head, pass.n);
        copyColumns(turned, plan_.rank, target, to, pass.n, plan_.rank);
        copyColumns(own + plain, from, target + plan_.rank, to, pass.n, plan_.rotated);
    }
    return out;
}

AttentionArgs LatentAttention::attendLatent(const Pass& pass, int layer, const float* q,
                                            const float* kept) const {
    auto& state = static_cast<AttentionState&>(*pass.states[static_cast<std::size_t>(layer)]);
    AttentionArgs args = state.cache.append(pass.compute, pass.work.bytes(), kept, kept, pass.start, pass.n);
    args.v = args.k;
    args.valueDim = plan_.rank;
    args.q = towardsLatent(pass, q);
    return args;
}

AttentionArgs LatentAttention::attendWhole(const Pass& pass, int layer, const float* q,
                                           const float* kept) const {
    const int plain = plan_.keyDim - plan_.rotated;
    const int row = plan_.rank + plan_.rotated;
    const std::int64_t heads = plan_.heads;
    float* low = pass.work.floats(Slot::MixerE, std::int64_t{pass.n} * plan_.rank);
    float* both = pass.work.floats(Slot::MixerF, pass.n * heads * (plain + plan_.valueDim));
    float* k = pass.work.floats(Slot::MixerC, pass.n * heads * plan_.keyDim);
    float* v = pass.work.floats(Slot::MixerD, pass.n * heads * plan_.valueDim);
    copyColumns(kept, row, low, plan_.rank, pass.n, plan_.rank);
    apply(pass, {{&whole_, both}}, low, pass.n);
    const std::int64_t bothRow = heads * (plain + plan_.valueDim);
    for (std::int64_t h = 0; h < heads; ++h) {
        const float* from = both + h * (plain + plan_.valueDim);
        float* key = k + h * plan_.keyDim;
        copyColumns(from, bothRow, key, heads * plan_.keyDim, pass.n, plain);
        copyColumns(kept + plan_.rank, row, key + plain, heads * plan_.keyDim, pass.n, plan_.rotated);
        copyColumns(from + plain, bothRow, v + h * plan_.valueDim, heads * plan_.valueDim, pass.n,
                    plan_.valueDim);
    }
    auto& state = static_cast<AttentionState&>(*pass.states[static_cast<std::size_t>(layer)]);
    AttentionArgs args = state.cache.append(pass.compute, pass.work.bytes(), k, v, pass.start, pass.n);
    args.q = q;
    return args;
}

// attended [n, heads, rank] → [n, heads, valueDim]
const float* LatentAttention::valuesOfHeads(const Pass& pass, const float* attended, int n) const {
    const std::int64_t from = std::int64_t{plan_.heads} * plan_.rank;
    const std::int64_t to = std::int64_t{plan_.heads} * plan_.valueDim;
    float* out = pass.work.floats(Slot::MixerA, n * to);
    float* head = pass.work.floats(Slot::MixerE, std::int64_t{n} * plan_.rank);
    float* values = pass.work.floats(Slot::MixerF, std::int64_t{n} * plan_.valueDim);
    for (int h = 0; h < plan_.heads; ++h) {
        copyColumns(attended + std::int64_t{h} * plan_.rank, from, head, plan_.rank, n, plan_.rank);
        apply(pass, {{&values_[static_cast<std::size_t>(h)], values}}, head, n);
        copyColumns(values, plan_.valueDim, out + std::int64_t{h} * plan_.valueDim, to, n, plan_.valueDim);
    }
    return out;
}

bool LatentAttention::mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const {
    const float* q = queries(pass, in);
    const float* kept = compressed(pass, in);
    if (pass.cancel.cancelled()) return false;
    AttentionArgs args = latent() ? attendLatent(pass, layer, q, kept) : attendWhole(pass, layer, q, kept);
    if (needed == LogitRows::None) return true;
    args.n = needed == LogitRows::Last ? 1 : pass.n;
    args.start += pass.n - args.n;
    args.q += std::int64_t{pass.n - args.n} * plan_.heads * args.headDim;
    args.heads = plan_.heads;
    args.scale = plan_.scale;
    float* attended = pass.work.floats(Slot::MixerD, std::int64_t{args.n} * plan_.heads * args.valueDim);
    args.out = attended;
    attention(pass.compute, args);
    if (pass.cancel.cancelled()) return false;
    const float* values = latent() ? valuesOfHeads(pass, attended, args.n) : attended;
    apply(pass, {{&output_, out}}, values, args.n);
    return !pass.cancel.cancelled();
}

LatentPlan readLatent(Parameters& p, const DecoderPlan& plan) {
    LatentPlan latent;
    latent.embedding = plan.embedding;
    latent.epsilon = plan.epsilon;
    latent.heads = plan.layers[0].attention.heads;
    latent.keyDim = p.optional("attention.key_length_mla", plan.layers[0].attention.headDim, 2, 4096);
    latent.valueDim = p.optional("attention.value_length_mla", plan.layers[0].attention.valueDim, 1, 4096);
    latent.queryRank = p.optional("attention.q_lora_rank", 0, 0, 1 << 16);
    latent.rank = p.required("attention.kv_lora_rank", 1, 4096);
    latent.rotated = 2 * plan.ropes[0].pairs;
    if (latent.rotated >= latent.keyDim)
        p.fail(base::ErrorCode::InvalidInput, "rope.dimension_count",
               "is " + std::to_string(latent.rotated) + ", but a head's keys have only " +
                   std::to_string(latent.keyDim) + " numbers.");
    latent.style = plan.ropes[0].style;
    latent.scale = 1.0f / std::sqrt(static_cast<float>(latent.keyDim));
    return latent;
}

void attendLatently(DecoderPlan& plan, const LatentPlan& latent) {
    for (LayerPlan& layer : plan.layers)
        layer.mixer = [latent](WeightsReader& reader, const std::string& prefix) {
            return std::make_unique<LatentAttention>(reader, prefix, latent);
        };
}

}  // namespace hearth::engine

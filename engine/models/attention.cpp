#include "models/attention.h"

#include <algorithm>
#include <cmath>

#include "kernels/ops.h"
#include "models/attention_state.h"

namespace hearth::engine {

std::vector<float> alibiSlopes(int heads, float maxBias) {
    int whole = 1;
    while (2 * whole <= heads) whole *= 2;
    std::vector<float> out;
    for (int h = 0; h < heads; ++h) {
        const double power = h < whole ? h + 1 : h - whole + 0.5;
        out.push_back(static_cast<float>(std::exp2(-static_cast<double>(maxBias) * power / whole)));
    }
    return out;
}

Attention::Attention(WeightsReader& reader, const std::string& prefix, int embedding, float epsilon,
                     const std::vector<Rope>& ropes, const AttentionPlan& plan)
    : plan_(plan), epsilon_(epsilon) {
    const std::int64_t queries = std::int64_t{plan.heads} * plan.headDim;
    const std::int64_t rows = plan.gated ? 2 * queries : queries;
    const std::int64_t keys = std::int64_t{plan.kvHeads} * plan.headDim;
    const std::int64_t values = std::int64_t{plan.kvHeads} * plan.valueDim;
    if (reader.has(prefix + "attn_qkv.weight")) {
        readStacked(reader, prefix + "attn_qkv", embedding, {{&q_, rows}, {&k_, keys}, {&v_, values}});
    } else {
        q_ = readLinear(reader, prefix + "attn_q", rows, embedding);
        if (plan.borrows < 0) {
            k_ = readLinear(reader, prefix + "attn_k", keys, embedding);
            if (!plan.normValues || reader.has(prefix + "attn_v.weight"))
                v_ = readLinear(reader, prefix + "attn_v", values, embedding);
        }
    }
    if (plan.ownGate) gate_ = readLinear(reader, prefix + "attn_gate", queries, embedding);
    o_ = readLinear(reader, prefix + "attn_output", embedding, std::int64_t{plan.heads} * plan.valueDim);
    if (plan.borrows >= 0) {  // files may have them nevertheless
        reader.ignore(prefix + "attn_k.weight");
        reader.ignore(prefix + "attn_v.weight");
        reader.ignore(prefix + "attn_k_norm.weight");
    }
    const HeadNormPlan norm{plan.norm, plan.normKind};
    qNorm_ = HeadNorms(reader, prefix + "attn_q_norm", norm, plan.heads, plan.headDim);
    if (plan.borrows < 0)
        kNorm_ = HeadNorms(reader, prefix + "attn_k_norm", norm, plan.kvHeads, plan.headDim);
    if (plan.maxBias > 0) slopes_ = alibiSlopes(plan.heads, plan.maxBias);
    if (plan.normValues) ones_.assign(static_cast<std::size_t>(plan.valueDim), 1.0f);
    if (plan.sinks) sinks_ = reader.vector(prefix + "attn_sinks.weight", plan.heads);
    if (plan.subNorm)
        subNorm_ = reader.vector(prefix + "attn_sub_norm.weight", std::int64_t{plan.heads} * plan.valueDim);
    if (plan.rope >= 0) {
        style_ = ropes[static_cast<std::size_t>(plan.rope)].style;
        pairs_ = ropes[static_cast<std::size_t>(plan.rope)].pairs;
    }
}

KvShape Attention::shape(int context) const {
    return {plan_.kvHeads, plan_.headDim, plan_.valueDim, context, plan_.window};
}

std::uint64_t Attention::stateBytes(int context, CacheType cache) const {
    return plan_.borrows < 0 ? KvCache::bytes(shape(context), cache) : 0;
}

std::unique_ptr<LayerState> Attention::newState(int context, CacheType cache, std::byte* memory) const {
    if (plan_.borrows >= 0) return std::make_unique<NoState>();
    return std::make_unique<AttentionState>(shape(context), cache, memory);
}

// Normed and rotated.
void Attention::prepare(const Pass& pass, const HeadNorms& norm, float* x, int heads) const {
    if (!plan_.normLast) norm.apply(pass, x, epsilon_);
    rotate(pass, x, heads);
    if (plan_.normLast) norm.apply(pass, x, epsilon_);
}

void Attention::clamp(float* x, std::int64_t count) const {
    for (std::int64_t i = 0; plan_.clamp > 0 && i < count; ++i)
        x[i] = std::clamp(x[i], -plan_.clamp, plan_.clamp);
}

void Attention::rotate(const Pass& pass, float* x, int heads) const {
    if (plan_.rope < 0) return;
    const RopeTable& table = pass.ropes[static_cast<std::size_t>(plan_.rope)];
    rope(pass.compute, x, table.cos.data(), table.sin.data(), pass.n, heads, plan_.headDim, pairs_, style_);
}

void warmQueries(const Pass& pass, const Temperature& temperature, float* q, std::int64_t row) {
    for (int t = 0; temperature.growth != 0 && t < pass.n; ++t) {
        const double turns =
            std::floor(static_cast<double>(pass.start + t + temperature.offset) / temperature.length);
        const auto factor = static_cast<float>(1 + temperature.growth * std::log(1 + turns));
        for (std::int64_t i = t * row; i < (t + 1) * row; ++i) q[i] *= factor;
    }
}

// Queries, and keys and values unless they are borrowed, as attention and the cache want them.
float* Attention::queries(const Pass& pass, const float* in, float* k, float* v) const {
    float* q = pass.work.floats(Slot::MixerA, pass.n * q_.weights.rows());
    std::vector<LinearProduct> products = {{&q_, q}};
    if (plan_.borrows < 0) products.push_back({&k_, k});
    if (!v_.weights.empty()) products.push_back({&v_, v});
    if (plan_.ownGate)
        products.push_back({&gate_, pass.work.floats(Slot::MixerE, pass.n * gate_.weights.rows())});
    apply(pass, products, in, pass.n);
    for (const LinearProduct& product : products)
        if (product.linear != &gate_) clamp(product.y, pass.n * product.linear->weights.rows());
    if (plan_.gated) takeGates(pass, q);
    prepare(pass, qNorm_, q, plan_.heads);
    warmQueries(pass, plan_.temperature, q, std::int64_t{plan_.heads} * plan_.headDim);
    if (plan_.borrows >= 0) return q;
    if (v_.weights.empty()) std::copy_n(k, std::int64_t{pass.n} * plan_.kvHeads * plan_.headDim, v);
    if (plan_.normValues)
        rmsNorm(pass.compute, v, ones_.data(), v, pass.n * plan_.kvHeads, plan_.valueDim, epsilon_);
    prepare(pass, kNorm_, k, plan_.kvHeads);
    return q;
}

AttentionArgs Attention::append(const Pass& pass, int layer, float* k, float* v) const {
    const int owner = plan_.borrows >= 0 ? plan_.borrows : layer;
    auto& state = static_cast<AttentionState&>(*pass.states[static_cast<std::size_t>(owner)]);
    if (plan_.borrows < 0)
        state.view = state.cache.append(pass.compute, plan_.lends ? state.scratch : pass.work.bytes(), k, v,
                                        pass.start, pass.n);
    return state.view;
}

// From rows of [query, gate] a head: gates to a slot, [n, heads, headDim], and queries to the front of `q`.
void Attention::takeGates(const Pass& pass, float* q) const {
    const std::int64_t size = plan_.headDim;
    float* gates = pass.work.floats(Slot::MixerE, std::int64_t{pass.n} * plan_.heads * size);
    for (std::int64_t head = 0; head < std::int64_t{pass.n} * plan_.heads; ++head) {
        std::copy_n(q + (2 * head + 1) * size, size, gates + head * size);
        std::copy_n(q + 2 * head * size, size, q + head * size);
    }
}

// Queries of one chunk after the other, each over keys and values from where its chunk begins.
void Attention::attend(const Pass& pass, const AttentionArgs& args) const {
    if (plan_.chunk == 0) return attention(pass.compute, args);
    const std::int64_t elementBytes = args.half ? 2 : 4;
    for (int done = 0; done < args.n;) {
        const int own = args.start + done;
        const int begin = own - own % plan_.chunk;
        AttentionArgs part = args;
        part.n = std::min(args.n - done, begin + plan_.chunk - own);
        part.start = own - begin;
        part.q += std::int64_t{done} * plan_.heads * plan_.headDim;
        part.out += std::int64_t{done} * plan_.heads * plan_.valueDim;
        for (CachedRows* rows : {&part.k, &part.v})
            rows->data =
                static_cast<const std::byte*>(rows->data) + begin * rows->positionStride * elementBytes;
        attention(pass.compute, part);
        done += part.n;
    }
}

// out = Wo attention(rope(norm(Wq in)), rope(norm(Wk in)), Wv in)
bool Attention::mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const {
    const int n = pass.n;
    if (plan_.borrows >= 0 && needed == LogitRows::None) return true;
    float* k = pass.work.floats(Slot::MixerB, std::int64_t{n} * plan_.kvHeads * plan_.headDim);
    float* v = pass.work.floats(Slot::MixerC, std::int64_t{n} * plan_.kvHeads * plan_.valueDim);
    const float* q = queries(pass, in, k, v);
    if (pass.cancel.cancelled()) return false;
    AttentionArgs args = append(pass, layer, k, v);
    if (needed == LogitRows::None) return true;

    float* attended = pass.work.floats(Slot::MixerD, std::int64_t{n} * plan_.heads * plan_.valueDim);
    args.n = needed == LogitRows::Last ? 1 : n;
    args.start += n - args.n;
    args.q = q + std::int64_t{n - args.n} * plan_.heads * plan_.headDim;
    args.out = attended;
    args.heads = plan_.heads;
    args.scale = plan_.scale;
    args.cap = plan_.cap;
    args.ahead = plan_.ahead;
    args.sinks = sinks_.empty() ? nullptr : sinks_.data();
    args.slopes = slopes_.empty() ? nullptr : slopes_.data();
    attend(pass, args);
    if (pass.cancel.cancelled()) return false;
    if (plan_.gated || plan_.ownGate) {
        const std::int64_t row = std::int64_t{plan_.heads} * plan_.headDim;
        const float* gates = pass.work.floats(Slot::MixerE, n * row) + (n - args.n) * row;
        gatedUnit(pass.compute, GatedUnit::Sigmoid, gates, attended, attended, args.n * row);
    }
    if (!subNorm_.empty())
        rmsNorm(pass.compute, attended, subNorm_.data(), attended, args.n,
                std::int64_t{plan_.heads} * plan_.valueDim, epsilon_);
    apply(pass, {{&o_, out}}, attended, args.n);
    return !pass.cancel.cancelled();
}

}  // namespace hearth::engine

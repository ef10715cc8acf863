#include "models/attention.h"

#include "kernels/ops.h"

namespace hearth::engine {

namespace {

struct AttentionState : LayerState {
    AttentionState(const KvShape& shape, CacheType type, std::byte* memory) : cache(shape, type, memory) {}
    bool canReturnTo(int position) const override { return cache.canReturnTo(position); }
    void returnTo(int position) override { cache.returnTo(position); }
    std::vector<std::byte> snapshot() const override { return cache.snapshot(); }
    void restore(std::span<const std::byte> snapshot) override { cache.restore(snapshot); }
    KvCache cache;
};

}  // namespace

Attention::Attention(WeightsReader& reader, const std::string& prefix, int embedding, float epsilon,
                     const std::vector<Rope>& ropes, const AttentionPlan& plan)
    : plan_(plan), epsilon_(epsilon) {
    const std::int64_t queries = std::int64_t{plan.heads} * plan.headDim;
    const std::int64_t keys = std::int64_t{plan.kvHeads} * plan.headDim;
    const std::int64_t values = std::int64_t{plan.kvHeads} * plan.valueDim;
    if (reader.has(prefix + "attn_qkv.weight")) {
        readStacked(reader, prefix + "attn_qkv", embedding, {{&q_, queries}, {&k_, keys}, {&v_, values}});
    } else {
        q_ = readLinear(reader, prefix + "attn_q", queries, embedding);
        k_ = readLinear(reader, prefix + "attn_k", keys, embedding);
        v_ = readLinear(reader, prefix + "attn_v", values, embedding);
    }
    o_ = readLinear(reader, prefix + "attn_output", embedding, std::int64_t{plan.heads} * plan.valueDim);
    if (plan.norm != HeadNorm::None) {
        const bool each = plan.norm == HeadNorm::EachHead;
        qNorm_ = reader.vector(prefix + "attn_q_norm.weight", each ? plan.headDim : queries);
        kNorm_ = reader.vector(prefix + "attn_k_norm.weight", each ? plan.headDim : keys);
    }
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
    return KvCache::bytes(shape(context), cache);
}

std::unique_ptr<LayerState> Attention::newState(int context, CacheType cache, std::byte* memory) const {
    return std::make_unique<AttentionState>(shape(context), cache, memory);
}

void Attention::normalize(const Pass& pass, const std::vector<float>& weight, float* x, int heads) const {
    if (weight.empty()) return;
    const bool each = plan_.norm == HeadNorm::EachHead;
    rmsNorm(pass.compute, x, weight.data(), x, each ? pass.n * heads : pass.n,
            each ? plan_.headDim : std::int64_t{heads} * plan_.headDim, epsilon_);
}

void Attention::rotate(const Pass& pass, float* x, int heads) const {
    if (plan_.rope < 0) return;
    const RopeTable& table = pass.ropes[static_cast<std::size_t>(plan_.rope)];
    rope(pass.compute, x, table.cos.data(), table.sin.data(), pass.n, heads, plan_.headDim, pairs_, style_);
}

// out = Wo attention(rope(norm(Wq in)), rope(norm(Wk in)), Wv in)
bool Attention::mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const {
    const int n = pass.n;
    const std::int64_t queryRow = std::int64_t{plan_.heads} * plan_.headDim;
    float* q = pass.work.floats(Slot::MixerA, n * queryRow);
    float* k = pass.work.floats(Slot::MixerB, std::int64_t{n} * plan_.kvHeads * plan_.headDim);
    float* v = pass.work.floats(Slot::MixerC, std::int64_t{n} * plan_.kvHeads * plan_.valueDim);
    float* attended = pass.work.floats(Slot::MixerD, std::int64_t{n} * plan_.heads * plan_.valueDim);
    apply(pass, {{&q_, q}, {&k_, k}, {&v_, v}}, in, n);
    if (pass.cancel.cancelled()) return false;
    normalize(pass, qNorm_, q, plan_.heads);
    normalize(pass, kNorm_, k, plan_.kvHeads);
    rotate(pass, q, plan_.heads);
    rotate(pass, k, plan_.kvHeads);

    auto& state = static_cast<AttentionState&>(*pass.states[static_cast<std::size_t>(layer)]);
    AttentionArgs args = state.cache.append(pass.compute, pass.work.bytes(), k, v, pass.start, n);
    if (needed == LogitRows::None) return !pass.cancel.cancelled();
    args.n = needed == LogitRows::Last ? 1 : n;
    args.start += n - args.n;
    args.q = q + (n - args.n) * queryRow;
    args.out = attended;
    args.heads = plan_.heads;
    args.scale = plan_.scale;
    args.cap = plan_.cap;
    args.ahead = plan_.ahead;
    args.sinks = sinks_.empty() ? nullptr : sinks_.data();
    attention(pass.compute, args);
    if (pass.cancel.cancelled()) return false;
    if (!subNorm_.empty())
        rmsNorm(pass.compute, attended, subNorm_.data(), attended, args.n,
                std::int64_t{plan_.heads} * plan_.valueDim, epsilon_);
    apply(pass, {{&o_, out}}, attended, args.n);
    return !pass.cancel.cancelled();
}

}  // namespace hearth::engine

#include "models/delta_net.h"

#include <algorithm>
#include <cmath>

#include "kernels/ops.h"

namespace hearth::engine {

DeltaNetPlan readDeltaNet(Parameters& p) {
    DeltaNetPlan plan;
    plan.taps = p.required("ssm.conv_kernel", 1, 64);
    plan.keyDim = p.required("ssm.state_size", 1, 4096);
    plan.keyHeads = p.required("ssm.group_count", 1, 4096);
    plan.valueHeads = p.required("ssm.time_step_rank", 1, 4096);
    const int inner = p.required("ssm.inner_size", 1, 1 << 20);
    plan.valueDim = std::max(1, inner / plan.valueHeads);
    if (inner % plan.valueHeads != 0 || plan.valueHeads % plan.keyHeads != 0)
        p.fail(base::ErrorCode::InvalidInput, "ssm.time_step_rank",
               "is " + std::to_string(plan.valueHeads) + "; it must divide ssm.inner_size, and " +
                   std::to_string(plan.keyHeads) + " key heads must divide it.");
    return plan;
}

DeltaNet::DeltaNet(WeightsReader& reader, const std::string& prefix, int embedding, float epsilon,
                   const DeltaNetPlan& plan)
    : plan_(plan), epsilon_(epsilon) {
    const int channels = 2 * plan.keys() + plan.values();
    if (reader.has(prefix + "ssm_in.weight")) {
        fused_ = readLinear(reader, prefix + "ssm_in", channels + plan.values(), embedding);
    } else {
        qkv_ = readLinear(reader, prefix + "attn_qkv", channels, embedding);
        gate_ = readLinear(reader, prefix + "attn_gate", plan.values(), embedding);
    }
    if (reader.has(prefix + "ssm_ba.weight")) {
        fusedGates_ = readLinear(reader, prefix + "ssm_ba", 2 * std::int64_t{plan.valueHeads}, embedding);
    } else {
        beta_ = readLinear(reader, prefix + "ssm_beta", plan.valueHeads, embedding);
        alpha_ = readLinear(reader, prefix + "ssm_alpha", plan.valueHeads, embedding);
    }
    convolution_.load(reader, prefix + "ssm_conv1d", channels, plan.taps);
    stepBias_ = reader.vector(prefix + "ssm_dt.bias", plan.valueHeads);
    a_ = reader.vector(prefix + "ssm_a", plan.valueHeads);
    norm_ = reader.vector(prefix + "ssm_norm.weight", plan.valueDim);
    out_ = readLinear(reader, prefix + "ssm_out", embedding, plan.values());
}

RecurrentShape DeltaNet::shape() const {
    return shapeOfHeads(convolution_.historyFloats(), plan_.valueHeads, plan_.keyDim, plan_.valueDim);
}

// From rows that hold queries, keys, values and gates of one key head after the other.
void DeltaNet::unpack(const Pass& pass, const float* fused, float* qkv, float* gate) const {
    const std::int64_t keys = plan_.keyDim;
    const std::int64_t values = plan_.values() / plan_.keyHeads;
    for (std::int64_t t = 0; t < pass.n; ++t) {
        float* row = qkv + t * (2 * plan_.keys() + plan_.values());
        for (std::int64_t h = 0; h < plan_.keyHeads; ++h, fused += 2 * (keys + values)) {
            std::copy_n(fused, keys, row + h * keys);
            std::copy_n(fused + keys, keys, row + plan_.keys() + h * keys);
            std::copy_n(fused + 2 * keys, values, row + 2 * plan_.keys() + h * values);
            std::copy_n(fused + 2 * keys + values, values, gate + t * plan_.values() + h * values);
        }
    }
}

// qkv [n, 2 * keys + values], gate [n, values], strength and decay [n, valueHeads] as they come from in.
void DeltaNet::project(const Pass& pass, const float* in, float* qkv, float* gate, float* strength,
                       float* decay) const {
    float* fused = pass.work.floats(Slot::FeedA, pass.n * fused_.weights.rows());
    float* gates = pass.work.floats(Slot::FeedB, pass.n * fusedGates_.weights.rows());
    std::vector<LinearProduct> products;
    if (fused_.weights.empty())
        products = {{&qkv_, qkv}, {&gate_, gate}};
    else
        products = {{&fused_, fused}};
    if (fusedGates_.weights.empty())
        products.insert(products.end(), {{&beta_, strength}, {&alpha_, decay}});
    else
        products.push_back({&fusedGates_, gates});
    apply(pass, products, in, pass.n);
    if (!fused_.weights.empty()) unpack(pass, fused, qkv, gate);
    const std::int64_t shared = plan_.valueHeads / plan_.keyHeads;
    for (std::int64_t h = 0; !fusedGates_.weights.empty() && h < pass.n * plan_.keyHeads; ++h) {
        std::copy_n(gates + h * 2 * shared, shared, strength + h * shared);
        std::copy_n(gates + (h * 2 + 1) * shared, shared, decay + h * shared);
    }
}

// The heads of a row of queries or keys to length 1, and scaled.
void DeltaNet::normalizeHeads(float* row, float scale) const {
    for (int h = 0; h < plan_.keyHeads; ++h, row += plan_.keyDim) {
        double squares = 0;
        for (int d = 0; d < plan_.keyDim; ++d) squares += static_cast<double>(row[d]) * row[d];
        const double length = std::max(std::sqrt(squares), static_cast<double>(epsilon_));
        for (int d = 0; d < plan_.keyDim; ++d) row[d] = static_cast<float>(row[d] / length) * scale;
    }
}

// Queries and keys of length 1; decay = exp(a * softplus(alpha + bias)), strength = sigmoid(beta), in place.
void DeltaNet::prepare(const Pass& pass, float* convolved, float* decay, float* strength) const {
    const std::int64_t channels = 2 * plan_.keys() + plan_.values();
    const float scale = 1.0f / std::sqrt(static_cast<float>(plan_.keyDim));
    pass.compute.pool().parallelFor(pass.n, 8, [&](std::int64_t begin, std::int64_t end, int) {
        for (std::int64_t t = begin; t < end; ++t) {
            normalizeHeads(convolved + t * channels, scale);
            normalizeHeads(convolved + t * channels + plan_.keys(), 1);
            for (int h = 0; h < plan_.valueHeads; ++h) {
                const auto head = static_cast<std::size_t>(h);
                float& gate = decay[t * plan_.valueHeads + h];
                const float step = gate + stepBias_[head];
                gate = std::exp(a_[head] * (step > 20 ? step : std::log1p(std::exp(step))));
                float& beta = strength[t * plan_.valueHeads + h];
                beta = 1 / (1 + std::exp(-beta));
            }
        }
    });
}

// out [n, values]
void DeltaNet::recur(const Pass& pass, float* matrices, const float* convolved, float* out) const {
    const std::int64_t channels = 2 * plan_.keys() + plan_.values();
    const float* decay = pass.work.floats(Slot::MixerD, std::int64_t{pass.n} * plan_.valueHeads);
    const float* strength = pass.work.floats(Slot::MixerC, std::int64_t{pass.n} * plan_.valueHeads);
    recurrence(pass.compute, plan_.valueHeads, [&](int h) {
        RecurrenceArgs args;
        args.n = pass.n;
        args.keyDim = plan_.keyDim;
        args.valueDim = plan_.valueDim;
        args.corrects = true;
        args.state = matrices + std::int64_t{h} * args.blocks() * kStateColumns * plan_.keyDim;
        const int keyHead =
            plan_.neighboursShare ? h / (plan_.valueHeads / plan_.keyHeads) : h % plan_.keyHeads;
        args.q = convolved + std::int64_t{keyHead} * plan_.keyDim;
        args.k = args.q + plan_.keys();
        args.v = convolved + 2 * plan_.keys() + std::int64_t{h} * plan_.valueDim;
        args.out = out + std::int64_t{h} * plan_.valueDim;
        args.decay = decay + h;
        args.strength = strength + h;
        args.keyStride = args.valueStride = channels;
        args.outStride = plan_.values();
        args.gateStride = plan_.valueHeads;
        return args;
    });
}

// out = Wo (norm(recurrence(convolution(Wqkv in))) * silu(Wgate in))
bool DeltaNet::mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const {
    RecurrentState& state = stateOf(pass, layer);
    const std::int64_t n = pass.n;
    const std::int64_t channels = 2 * plan_.keys() + plan_.values();
    const std::int64_t values = plan_.values();
    float* qkv = pass.work.floats(Slot::MixerA, n * channels);
    float* gate = pass.work.floats(Slot::MixerB, n * values);
    float* strength = pass.work.floats(Slot::MixerC, n * plan_.valueHeads);
    float* decay = pass.work.floats(Slot::MixerD, n * plan_.valueHeads);
    float* convolved = pass.work.floats(Slot::MixerE, n * channels);
    float* read = pass.work.floats(Slot::MixerF, n * values);
    project(pass, in, qkv, gate, strength, decay);
    if (pass.cancel.cancelled()) return false;
    convolution_.apply(pass, qkv, channels, state.history(), convolved);
    activate(pass.compute, GatedUnit::Silu, convolved, n * channels);
    prepare(pass, convolved, decay, strength);
    recur(pass, state.matrices(), convolved, read);
    state.advanceTo(pass.start + pass.n);
    if (needed == LogitRows::None) return !pass.cancel.cancelled();
    const std::int64_t first = needed == LogitRows::Last ? n - 1 : 0;
    read += first * values;
    gate += first * values;
    const int rows = static_cast<int>(n - first);
    rmsNorm(pass.compute, read, norm_.data(), read, rows * plan_.valueHeads, plan_.valueDim, epsilon_);
    gatedUnit(pass.compute, GatedUnit::Silu, gate, read, read, rows * values);
    apply(pass, {{&out_, out}}, read, rows);
    return !pass.cancel.cancelled();
}

}  // namespace hearth::engine

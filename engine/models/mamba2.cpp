#include "models/mamba2.h"

#include <algorithm>
#include <cmath>

#include "kernels/ops.h"

namespace hearth::engine {

namespace {

Mamba2Plan readPlan(Parameters& p) {
    Mamba2Plan plan;
    plan.taps = p.required("ssm.conv_kernel", 1, 64);
    plan.stateDim = p.required("ssm.state_size", 1, 4096);
    plan.groups = p.required("ssm.group_count", 1, 4096);
    plan.heads = p.required("ssm.time_step_rank", 1, 1 << 16);
    const int inner = p.required("ssm.inner_size", 1, 1 << 20);
    plan.headDim = std::max(1, inner / plan.heads);
    if (inner % plan.heads != 0 || plan.heads % plan.groups != 0)
        p.fail(base::ErrorCode::InvalidInput, "ssm.time_step_rank",
               "is " + std::to_string(plan.heads) + "; it must divide ssm.inner_size, and " +
                   std::to_string(plan.groups) + " groups must divide it.");
    return plan;
}

}  // namespace

Mamba2::Mamba2(WeightsReader& reader, const std::string& prefix, int embedding, float epsilon,
               const Mamba2Plan& plan)
    : plan_(plan), epsilon_(epsilon) {
    in_ = readLinear(reader, prefix + "ssm_in", plan.inner() + plan.channels() + plan.heads, embedding);
    convolution_.load(reader, prefix + "ssm_conv1d", plan.channels(), plan.taps);
    stepBias_ = reader.vector(prefix + "ssm_dt.bias", plan.heads);
    a_ = reader.rows(prefix + "ssm_a", plan.heads, 1);
    d_ = reader.rows(prefix + "ssm_d", plan.heads, 1);
    norm_ = reader.optionalRows(prefix + "ssm_norm.weight", plan.groups, plan.inner() / plan.groups);
    out_ = readLinear(reader, prefix + "ssm_out", embedding, plan.inner());
}

RecurrentShape Mamba2::shape() const {
    return shapeOfHeads(convolution_.historyFloats(), plan_.heads, plan_.stateDim, plan_.headDim);
}

// step = softplus(dt + bias), decay = exp(a * step): [n, heads]
void Mamba2::readSteps(const Pass& pass, const float* projected, float* step, float* decay) const {
    const std::int64_t row = in_.weights.rows();
    for (std::int64_t t = 0; t < pass.n; ++t) {
        for (int h = 0; h < plan_.heads; ++h) {
            const auto head = static_cast<std::size_t>(h);
            const float raw = projected[(t + 1) * row - plan_.heads + h] + stepBias_[head];
            const float length = raw > 20 ? raw : std::log1p(std::exp(raw));
            step[t * plan_.heads + h] = length;
            decay[t * plan_.heads + h] = std::exp(a_[head] * length);
        }
    }
}

void Mamba2::recur(const Pass& pass, float* matrices, const float* convolved, const float* step,
                   const float* decay, float* out) const {
    recurrence(pass.compute, plan_.heads, [&](int h) {
        RecurrenceArgs args;
        args.n = pass.n;
        args.keyDim = plan_.stateDim;
        args.valueDim = plan_.headDim;
        args.state = matrices + std::int64_t{h} * args.blocks() * kStateColumns * plan_.stateDim;
        const std::int64_t group = h / (plan_.heads / plan_.groups);
        args.k = convolved + plan_.inner() + group * plan_.stateDim;
        args.q = args.k + std::int64_t{plan_.groups} * plan_.stateDim;
        args.v = convolved + std::int64_t{h} * plan_.headDim;
        args.out = out + std::int64_t{h} * plan_.headDim;
        args.decay = decay + h;
        args.strength = step + h;
        args.keyStride = args.valueStride = plan_.channels();
        args.outStride = plan_.inner();
        args.gateStride = plan_.heads;
        return args;
    });
}

// read = norm((read + d * x) * silu(z)), if there is a norm, for the rows from `first` on
void Mamba2::finish(const Pass& pass, const float* projected, const float* convolved, float* read,
                    int first) const {
    const std::int64_t inner = plan_.inner();
    const std::int64_t group = inner / plan_.groups;
    pass.compute.pool().parallelFor(pass.n - first, 4, [&](std::int64_t begin, std::int64_t end, int) {
        for (std::int64_t t = first + begin; t < first + end; ++t) {
            float* row = read + t * inner;
            const float* x = convolved + t * plan_.channels();
            for (std::int64_t i = 0; i < inner; ++i)
                row[i] += d_[static_cast<std::size_t>(i / plan_.headDim)] * x[i];
            const Kernels& kernels = pass.compute.kernels();
            kernels.gatedUnit(GatedUnit::Silu, projected + t * in_.weights.rows(), row, row, inner);
            for (std::int64_t at = 0; at < inner && !norm_.empty(); at += group)
                kernels.rmsNorm(row + at, norm_.data() + at, row + at, group, epsilon_);
        }
    });
}

bool Mamba2::mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const {
    RecurrentState& state = stateOf(pass, layer);
    const std::int64_t n = pass.n;
    const std::int64_t row = in_.weights.rows();
    float* projected = pass.work.floats(Slot::MixerA, n * row);
    float* convolved = pass.work.floats(Slot::MixerB, n * plan_.channels());
    float* step = pass.work.floats(Slot::MixerC, n * plan_.heads);
    float* decay = pass.work.floats(Slot::MixerD, n * plan_.heads);
    float* read = pass.work.floats(Slot::MixerE, n * plan_.inner());
    apply(pass, {{&in_, projected}}, in, pass.n);
    if (pass.cancel.cancelled()) return false;
    convolution_.apply(pass, projected + plan_.inner(), row, state.history(), convolved);
    activate(pass.compute, GatedUnit::Silu, convolved, n * plan_.channels());
    readSteps(pass, projected, step, decay);
    recur(pass, state.matrices(), convolved, step, decay, read);
    state.advanceTo(pass.start + pass.n);
    if (needed == LogitRows::None) return !pass.cancel.cancelled();
    const int first = needed == LogitRows::Last ? pass.n - 1 : 0;
    finish(pass, projected, convolved, read, first);
    apply(pass, {{&out_, out}}, read + std::int64_t{first} * plan_.inner(), pass.n - first);
    return !pass.cancel.cancelled();
}

MakeMixer makeMamba2(Parameters& p) {
    const Mamba2Plan plan = readPlan(p);
    const auto epsilon = static_cast<float>(p.number("attention.layer_norm_rms_epsilon", 0.0, 0, 1));
    return [plan, epsilon, embedding = p.required("embedding_length", 8, 1 << 17)](
               WeightsReader& reader, const std::string& prefix) {
        return std::make_unique<Mamba2>(reader, prefix, embedding, epsilon, plan);
    };
}

}  // namespace hearth::engine

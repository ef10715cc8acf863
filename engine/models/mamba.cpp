#include "models/mamba.h"

#include <algorithm>
#include <cmath>

#include "kernels/ops.h"

namespace hearth::engine {

namespace {

// e^x for x <= 0, by a polynomial that compilers can compute for several numbers at once; relative error
// below 2e-7. e^x = 2^whole e^rest with |rest| <= ln 2 / 2, whose series is cut behind the seventh power.
inline float fade(float x) {
    const float limited = std::max(x, -87.0f);
    const float turns = limited * 1.44269504f - 0.5f;
    const auto whole = static_cast<std::int32_t>(turns);  // towards 0: the nearest, since turns < 0
    const float rest =
        (limited - static_cast<float>(whole) * 0.693359375f) + static_cast<float>(whole) * 2.12194440e-4f;
    float sum = 1.0f / 5040;
    for (const float factor : {1.0f / 720, 1.0f / 120, 1.0f / 24, 1.0f / 6, 0.5f, 1.0f, 1.0f})
        sum = sum * rest + factor;
    const std::int32_t bits = (whole + 127) * (1 << 23);
    float power;
    static_assert(sizeof power == sizeof bits);
    __builtin_memcpy(&power, &bits, sizeof power);
    return sum * power;
}

}  // namespace

Mamba::Mamba(WeightsReader& reader, const std::string& prefix, int embedding, float epsilon,
             const MambaPlan& plan)
    : plan_(plan), epsilon_(epsilon) {
    const int made = plan.stepRank + 2 * plan.stateDim;
    in_ = readLinear(reader, prefix + "ssm_in", 2 * std::int64_t{plan.inner}, embedding);
    convolution_.load(reader, prefix + "ssm_conv1d", plan.inner, plan.taps);
    made_ = readLinear(reader, prefix + "ssm_x", made, plan.inner);
    step_ = readLinear(reader, prefix + "ssm_dt", plan.inner, plan.stepRank);
    a_ = reader.rows(prefix + "ssm_a", plan.inner, plan.stateDim);
    d_ = reader.vector(prefix + "ssm_d", plan.inner);
    out_ = readLinear(reader, prefix + "ssm_out", embedding, plan.inner);
    const auto norm = [&](const char* name, int size) {
        std::vector<float> weight = reader.optionalVector(prefix + name + ".weight", size);
        if (weight.empty() && plan.norms) weight.assign(static_cast<std::size_t>(size), 1.0f);
        return weight;
    };
    stepNorm_ = norm("ssm_dt_norm", plan.stepRank);
    bNorm_ = norm("ssm_b_norm", plan.stateDim);
    cNorm_ = norm("ssm_c_norm", plan.stateDim);
}

RecurrentShape Mamba::shape() const {
    return {convolution_.historyFloats(), std::int64_t{plan_.inner} * plan_.stateDim};
}

void Mamba::normalizeParts(const Pass& pass, float* made) const {
    const Kernels& kernels = pass.compute.kernels();
    const auto norm = [&](const std::vector<float>& weight, float* x) {
        if (!weight.empty())
            kernels.rmsNorm(x, weight.data(), x, static_cast<std::int64_t>(weight.size()), epsilon_);
    };
    for (std::int64_t t = 0; t < pass.n; ++t) {
        float* row = made + t * made_.weights.rows();
        norm(stepNorm_, row);
        norm(bNorm_, row + plan_.stepRank);
        norm(cNorm_, row + plan_.stepRank + plan_.stateDim);
    }
}

// step = softplus(Wdt made): [n, inner]
void Mamba::lengthen(const Pass& pass, const float* made, float* step) const {
    float* vectors = pass.work.floats(Slot::MixerE, std::int64_t{pass.n} * plan_.stepRank);
    for (std::int64_t t = 0; t < pass.n; ++t)
        std::copy_n(made + t * made_.weights.rows(), plan_.stepRank, vectors + t * plan_.stepRank);
    apply(pass, {{&step_, step}}, vectors, pass.n);
    const std::int64_t count = std::int64_t{pass.n} * plan_.inner;
    pass.compute.pool().parallelFor(count, 4096, [&](std::int64_t begin, std::int64_t end, int) {
        for (std::int64_t i = begin; i < end; ++i)
            step[i] = step[i] > 20 ? step[i] : std::log1p(std::exp(step[i]));
    });
}

// memory = e^(step a) memory + step x B; what is read, memory · C + d x, takes the place of the steps.
void Mamba::scan(const Pass& pass, float* memory, const float* x, const float* made, float* step) const {
    const std::int64_t inner = plan_.inner;
    const std::int64_t size = plan_.stateDim;
    pass.compute.pool().parallelFor(inner, 64, [&](std::int64_t begin, std::int64_t end, int) {
        for (std::int64_t t = 0; t < pass.n; ++t) {
            const float* b = made + t * made_.weights.rows() + plan_.stepRank;
            for (std::int64_t c = begin; c < end; ++c) {
                const float* rate = a_.data() + c * size;
                float* row = memory + c * size;
                float& length = step[t * inner + c];
                const float input = length * x[t * inner + c];
                for (std::int64_t s = 0; s < size; ++s)
                    row[s] = row[s] * fade(length * rate[s]) + input * b[s];
                float sum = d_[static_cast<std::size_t>(c)] * x[t * inner + c];
                for (std::int64_t s = 0; s < size; ++s) sum += row[s] * b[size + s];
                length = sum;
            }
        }
    });
}

bool Mamba::mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const {
    RecurrentState& state = stateOf(pass, layer);
    const std::int64_t n = pass.n;
    const std::int64_t inner = plan_.inner;
    float* projected = pass.work.floats(Slot::MixerA, n * 2 * inner);
    float* convolved = pass.work.floats(Slot::MixerB, n * inner);
    float* made = pass.work.floats(Slot::MixerC, n * made_.weights.rows());
    float* read = pass.work.floats(Slot::MixerD, n * inner);
    apply(pass, {{&in_, projected}}, in, pass.n);
    if (pass.cancel.cancelled()) return false;
    convolution_.apply(pass, projected, 2 * inner, state.history(), convolved);
    activate(pass.compute, GatedUnit::Silu, convolved, n * inner);
    apply(pass, {{&made_, made}}, convolved, pass.n);
    normalizeParts(pass, made);
    lengthen(pass, made, read);
    scan(pass, state.matrices(), convolved, made, read);
    state.advanceTo(pass.start + pass.n);
    if (needed == LogitRows::None) return !pass.cancel.cancelled();
    const std::int64_t first = needed == LogitRows::Last ? n - 1 : 0;
    for (std::int64_t t = first; t < n; ++t)
        pass.compute.kernels().gatedUnit(GatedUnit::Silu, projected + (2 * t + 1) * inner, read + t * inner,
                                         read + t * inner, inner);
    apply(pass, {{&out_, out}}, read + first * inner, static_cast<int>(n - first));
    return !pass.cancel.cancelled();
}

MakeMixer makeMamba(Parameters& p) {
    MambaPlan plan;
    plan.taps = p.required("ssm.conv_kernel", 1, 64);
    plan.stateDim = p.required("ssm.state_size", 1, 4096);
    plan.stepRank = p.required("ssm.time_step_rank", 1, 1 << 16);
    plan.inner = p.required("ssm.inner_size", 1, 1 << 20);
    plan.norms = p.flag("ssm.dt_b_c_rms", false);
    const auto epsilon = static_cast<float>(p.number("attention.layer_norm_rms_epsilon", 0.0, 0, 1));
    return [plan, epsilon, embedding = p.required("embedding_length", 8, 1 << 17)](
               WeightsReader& reader, const std::string& prefix) {
        return std::make_unique<Mamba>(reader, prefix, embedding, epsilon, plan);
    };
}

}  // namespace hearth::engine

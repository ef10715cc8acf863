#include "models/rwkv7_blocks.h"

#include <algorithm>
#include <cmath>

#include "kernels/ops.h"

namespace hearth::engine {

namespace {

float sigmoid(float x) {
    return 1 / (1 + std::exp(-x));
}

// Of each part a share of the way from a token's input to the one before it. in: [n, width]; shares: [parts,
// width]; mixed: [parts, n, width]; history, [width], is the input before the first and becomes the last.
void mixWithBefore(const Pass& pass, const float* in, const std::vector<float>& shares, std::int64_t width,
                   float* history, float* mixed) {
    const std::int64_t n = pass.n;
    const auto parts = static_cast<std::int64_t>(shares.size()) / width;
    pass.compute.pool().parallelFor(n, 16, [&](std::int64_t begin, std::int64_t end, int) {
        for (std::int64_t t = begin; t < end; ++t) {
            const float* own = in + t * width;
            const float* before = t == 0 ? history : own - width;
            for (std::int64_t p = 0; p < parts; ++p) {
                const float* share = shares.data() + p * width;
                float* to = mixed + (p * n + t) * width;
                for (std::int64_t i = 0; i < width; ++i) to[i] = own[i] + (before[i] - own[i]) * share[i];
            }
        }
    });
    std::copy_n(in + (n - 1) * width, width, history);
}

}  // namespace

TimeMix::TimeMix(WeightsReader& reader, const std::string& prefix, const Rwkv7Plan& plan, bool first)
    : plan_(plan), first_(first) {
    const int width = plan.embedding;
    const std::string name = prefix + "time_mix_";
    lerp_ = reader.rows(name + "lerp_fused.weight", Parts, width);
    receptance_ = readLinear(reader, name + "receptance", width, width);
    key_ = readLinear(reader, name + "key", width, width);
    value_ = readLinear(reader, name + "value", width, width);
    output_ = readLinear(reader, name + "output", width, width);
    decay_ = readLowRank(reader, name + "w");
    rate_ = readLowRank(reader, name + "a");
    gate_ = readLowRank(reader, name + "g");
    if (!first) values_ = readLowRank(reader, name + "v");
    for (const char* unused : {"v0.weight", "v1.weight", "v2.weight"})
        if (first) reader.ignore(name + unused);
    norm_ = readNorm(reader, name + "ln", width, NormKind::Layer);
    keyFactor_ = reader.vector(name + "k_k.weight", width);
    rateFactor_ = reader.vector(name + "k_a.weight", width);
    bonus_ = reader.vector(name + "r_k.weight", width);
}

TimeMix::LowRank TimeMix::readLowRank(WeightsReader& reader, const std::string& name) const {
    const std::int64_t rank = reader.rowsOf(name + "1.weight");
    return {readLinear(reader, name + "1", rank, plan_.embedding),
            readLinear(reader, name + "2", plan_.embedding, rank),
            reader.optionalVector(name + "0.weight", plan_.embedding)};
}

RecurrentShape TimeMix::shape() const {
    return {plan_.embedding, std::int64_t{plan_.embedding} * plan_.headSize};
}

template <typename Squash>
void TimeMix::applyLowRank(const Pass& pass, const LowRank& by, const float* x, Squash squash,
                           float* y) const {
    const std::int64_t rank = by.in.weights.rows();
    float* low = pass.work.floats(Slot::MixerC, pass.n * rank);
    apply(pass, {{&by.in, low}}, x, pass.n);
    for (std::int64_t i = 0; i < pass.n * rank; ++i) low[i] = squash(low[i]);
    apply(pass, {{&by.out, y}}, low, pass.n);
    for (std::int64_t t = 0; !by.offset.empty() && t < pass.n; ++t)
        pass.compute.kernels().add(y + t * plan_.embedding, by.offset.data(), plan_.embedding);
}

// A share of the way from the values of a layer to those of the first one.
void TimeMix::mixValues(const Pass& pass, const float* input, float* values) const {
    const std::int64_t count = std::int64_t{pass.n} * plan_.embedding;
    float* firsts = pass.work.floats(Slot::Kept, count);
    if (first_) {
        std::copy_n(values, count, firsts);
        return;
    }
    float* share = pass.work.floats(Slot::MixerE, count);
    applyLowRank(
        pass, values_, input, [](float x) { return x; }, share);
    for (std::int64_t i = 0; i < count; ++i) values[i] += (firsts[i] - values[i]) * sigmoid(share[i]);
}

// mixed, parts: [Parts, n, embedding]
void TimeMix::makeParts(const Pass& pass, const float* mixed, float* parts) const {
    constexpr float kSlowest = 0.606531f;  // e^-½: what is kept of a matrix is at least e^-0.606531
    const std::int64_t count = std::int64_t{pass.n} * plan_.embedding;
    const auto of = [count](auto* rows, Part part) { return rows + part * count; };
    apply(pass, {{&receptance_, of(parts, Receptance)}}, of(mixed, Receptance), pass.n);
    apply(pass, {{&key_, of(parts, Key)}}, of(mixed, Key), pass.n);
    apply(pass, {{&value_, of(parts, Value)}}, of(mixed, Value), pass.n);
    mixValues(pass, of(mixed, Value), of(parts, Value));
    applyLowRank(
        pass, decay_, of(mixed, Decay), [](float x) { return std::tanh(x); }, of(parts, Decay));
    applyLowRank(
        pass, rate_, of(mixed, Rate), [](float x) { return x; }, of(parts, Rate));
    applyLowRank(pass, gate_, of(mixed, Gate), sigmoid, of(parts, Gate));
    float* decay = of(parts, Decay);
    float* rate = of(parts, Rate);
    for (std::int64_t i = 0; i < count; ++i) {
        decay[i] = std::exp(-kSlowest * sigmoid(decay[i]));
        rate[i] = sigmoid(rate[i]);
    }
}

// S = S diag(decay) - (S k̂)(k̂ ∘ rate)ᵀ + v kᵀ, read = S r, with k̂ the key of length 1 and k the key that
// the rate replaces by (equations 8 to 17). S: [value, key].
void TimeMix::writeHead(const Pass& pass, int head, float* memory, const float* parts, float* read) const {
    const std::int64_t size = plan_.headSize;
    const std::int64_t count = std::int64_t{pass.n} * plan_.embedding;
    const std::int64_t offset = head * size;
    std::vector<float> removal(static_cast<std::size_t>(size)), key(removal), addition(removal);
    for (std::int64_t t = 0; t < pass.n; ++t) {
        const std::int64_t at = t * plan_.embedding + offset;
        const auto of = [&](Part part) { return parts + part * count + at; };
        double squares = 0;
        for (std::int64_t j = 0; j < size; ++j) {
            const auto i = static_cast<std::size_t>(j);
            removal[i] = of(Key)[j] * keyFactor_[static_cast<std::size_t>(offset + j)];
            squares += static_cast<double>(removal[i]) * removal[i];
        }
        const auto length = static_cast<float>(std::max(std::sqrt(squares), 1e-12));
        for (std::int64_t j = 0; j < size; ++j) {
            const auto i = static_cast<std::size_t>(j);
            removal[i] /= length;
            addition[i] = removal[i] * of(Rate)[j];
            key[i] = of(Key)[j] * (1 + (of(Rate)[j] - 1) * rateFactor_[static_cast<std::size_t>(offset + j)]);
        }
        for (std::int64_t v = 0; v < size; ++v) {
            float* row = memory + v * size;
            const float value = of(Value)[v];
            float seen = 0;
            for (std::int64_t j = 0; j < size; ++j) seen += row[j] * removal[static_cast<std::size_t>(j)];
            float sum = 0;
            for (std::int64_t j = 0; j < size; ++j) {
                const auto i = static_cast<std::size_t>(j);
                row[j] = row[j] * of(Decay)[j] + value * key[i] - seen * addition[i];
                sum += row[j] * of(Receptance)[j];
            }
            read[at + v] = sum;
        }
    }
}

void TimeMix::write(const Pass& pass, float* memory, const float* parts, float* read) const {
    const std::int64_t size = plan_.headSize;
    pass.compute.pool().parallelFor(
        plan_.embedding / size, 1, [&](std::int64_t begin, std::int64_t end, int) {
            for (std::int64_t head = begin; head < end; ++head)
                writeHead(pass, static_cast<int>(head), memory + head * size * size, parts, read);
        });
}

// read = (norm of each head of read + (r · k ∘ bonus) v) ∘ gate
void TimeMix::finish(const Pass& pass, const float* parts, float* read) const {
    constexpr double kEpsilon = 64e-5;
    const std::int64_t size = plan_.headSize;
    const std::int64_t count = std::int64_t{pass.n} * plan_.embedding;
    for (std::int64_t at = 0; at < count; at += size) {
        const auto offset = static_cast<std::size_t>(at % plan_.embedding);
        const auto of = [&](Part part) { return parts + part * count + at; };
        double mean = 0, squares = 0;
        float bonus = 0;
        for (std::int64_t j = 0; j < size; ++j) {
            const std::size_t i = offset + static_cast<std::size_t>(j);
            const float key = of(Key)[j] * (1 + (of(Rate)[j] - 1) * rateFactor_[i]);
            bonus += of(Receptance)[j] * key * bonus_[i];
            mean += read[at + j];
        }
        mean /= static_cast<double>(size);
        for (std::int64_t j = 0; j < size; ++j) squares += (read[at + j] - mean) * (read[at + j] - mean);
        const double scale = 1 / std::sqrt(squares / static_cast<double>(size) + kEpsilon);
        for (std::int64_t j = 0; j < size; ++j) {
            const std::size_t i = offset + static_cast<std::size_t>(j);
            const auto normed = static_cast<float>((read[at + j] - mean) * scale);
            read[at + j] = (normed * norm_.weight[i] + norm_.bias[i] + bonus * of(Value)[j]) * of(Gate)[j];
        }
    }
}

bool TimeMix::mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const {
    RecurrentState& state = stateOf(pass, layer);
    const std::int64_t count = std::int64_t{pass.n} * plan_.embedding;
    float* mixed = pass.work.floats(Slot::MixerA, Parts * count);
    float* parts = pass.work.floats(Slot::MixerB, Parts * count);
    float* read = pass.work.floats(Slot::MixerD, count);
    mixWithBefore(pass, in, lerp_, plan_.embedding, state.history(), mixed);
    makeParts(pass, mixed, parts);
    if (pass.cancel.cancelled()) return false;
    write(pass, state.matrices(), parts, read);
    state.advanceTo(pass.start + pass.n);
    if (needed == LogitRows::None) return !pass.cancel.cancelled();
    finish(pass, parts, read);
    const int rows = needed == LogitRows::Last ? 1 : pass.n;
    apply(pass, {{&output_, out}}, read + std::int64_t{pass.n - rows} * plan_.embedding, rows);
    return !pass.cancel.cancelled();
}

ChannelMix::ChannelMix(WeightsReader& reader, const std::string& prefix, const Rwkv7Plan& plan)
    : plan_(plan) {
    lerp_ = reader.rows(prefix + "channel_mix_lerp_k.weight", 1, plan.embedding);
    key_ = readLinear(reader, prefix + "channel_mix_key", plan.hidden, plan.embedding);
    value_ = readLinear(reader, prefix + "channel_mix_value", plan.embedding, plan.hidden);
}

// out = value max(0, key mixed)²
bool ChannelMix::mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const {
    RecurrentState& state = stateOf(pass, layer);
    float* mixed = pass.work.floats(Slot::MixerA, std::int64_t{pass.n} * plan_.embedding);
    mixWithBefore(pass, in, lerp_, plan_.embedding, state.history(), mixed);
    state.advanceTo(pass.start + pass.n);
    if (needed == LogitRows::None) return !pass.cancel.cancelled();
    const int rows = needed == LogitRows::Last ? 1 : pass.n;
    float* hidden = pass.work.floats(Slot::MixerB, std::int64_t{rows} * plan_.hidden);
    apply(pass, {{&key_, hidden}}, mixed + std::int64_t{pass.n - rows} * plan_.embedding, rows);
    activate(pass.compute, GatedUnit::ReluSquared, hidden, std::int64_t{rows} * plan_.hidden);
    apply(pass, {{&value_, out}}, hidden, rows);
    return !pass.cancel.cancelled();
}

}  // namespace hearth::engine

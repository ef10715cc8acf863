#include "models/feed_forward.h"

#include <algorithm>
#include <cmath>

#include "kernels/ops.h"

namespace hearth::engine {

FeedForward::FeedForward(WeightsReader& reader, const std::string& prefix, int embedding, float epsilon,
                         const FeedForwardPlan& plan)
    : plan_(plan), epsilon_(epsilon) {
    if (plan.experts.count > 0) {
        experts_.load(reader, prefix, embedding, plan.experts);
        return;
    }
    if (!plan.gated) {
        up_ = readLinear(reader, prefix + "ffn_up", plan.hidden, embedding);
    } else if (reader.has(prefix + "ffn_gate.weight")) {
        gate_ = readLinear(reader, prefix + "ffn_gate", plan.hidden, embedding);
        up_ = readLinear(reader, prefix + "ffn_up", plan.hidden, embedding);
    } else {
        readStacked(reader, prefix + "ffn_up", embedding, {{&gate_, plan.hidden}, {&up_, plan.hidden}});
    }
    if (plan.subNorm) subNorm_ = reader.vector(prefix + "ffn_sub_norm.weight", plan.hidden);
    down_ = readLinear(reader, prefix + "ffn_down", embedding, plan.hidden);
}

void FeedForward::cutOff(const Pass& pass, float* gate) const {
    pass.compute.pool().parallelFor(pass.n, 1, [&](std::int64_t begin, std::int64_t end, int) {
        for (std::int64_t t = begin; t < end; ++t) {
            float* row = gate + t * plan_.hidden;
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < plan_.hidden; ++i) sum += row[i];
            const double mean = sum / plan_.hidden;
            for (int i = 0; i < plan_.hidden; ++i) squares += (row[i] - mean) * (row[i] - mean);
            // Over one less than there are, as programs do that run these files; the model's own code
            // takes all, which differs by 1 in 30,000 at the width that models have.
            const int others = std::max(1, plan_.hidden - 1);
            const auto limit = static_cast<float>(mean + plan_.cutoff * std::sqrt(squares / others));
            for (int i = 0; i < plan_.hidden; ++i) row[i] = std::max(0.0f, row[i] - limit);
        }
    });
}

bool FeedForward::compute(const Pass& pass, const float*, const float* in, float* out) const {
    if (plan_.experts.count > 0) return experts_.compute(pass, in, in, out);
    const std::int64_t count = std::int64_t{pass.n} * plan_.hidden;
    float* gate = pass.work.floats(Slot::FeedA, count);
    float* up = pass.work.floats(Slot::FeedB, count);
    if (plan_.gated) {
        apply(pass, {{&gate_, gate}, {&up_, up}}, in, pass.n);
        if (plan_.cutoff > 0) cutOff(pass, gate);
        gatedUnit(pass.compute, plan_.unit, gate, up, gate, count);
    } else {
        apply(pass, {{&up_, gate}}, in, pass.n);
        activate(pass.compute, plan_.unit, gate, count);
    }
    if (pass.cancel.cancelled()) return false;
    if (!subNorm_.empty()) rmsNorm(pass.compute, gate, subNorm_.data(), gate, pass.n, plan_.hidden, epsilon_);
    apply(pass, {{&down_, out}}, gate, pass.n);
    return !pass.cancel.cancelled();
}

}  // namespace hearth::engine

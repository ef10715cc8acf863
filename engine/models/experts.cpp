#include "models/experts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "kernels/ops.h"

namespace hearth::engine {

void Experts::load(WeightsReader& reader, const std::string& prefix, int embedding, const ExpertsPlan& plan) {
    plan_ = plan;
    embedding_ = embedding;
    router_.weights = reader.matrix(prefix + "ffn_gate_inp.weight", plan.count, embedding);
    router_.bias = reader.optionalVector(prefix + "ffn_gate_inp.bias", plan.count);
    if (reader.has(prefix + "ffn_gate_up_exps.weight")) {
        readStackedLinears(reader, prefix + "ffn_gate_up_exps", plan.count, plan.hidden, embedding,
                           {&gate_, &up_});
    } else {
        if (plan.gated)
            gate_ = readLinears(reader, prefix + "ffn_gate_exps", plan.count, plan.hidden, embedding);
        up_ = readLinears(reader, prefix + "ffn_up_exps", plan.count, plan.hidden, embedding);
    }
    down_ = readLinears(reader, prefix + "ffn_down_exps", plan.count, embedding, plan.hidden);
    preference_ = reader.optionalVector(prefix + "exp_probs_b.bias", plan.count);
    if (plan.sharedHidden == 0) return;
    if (plan.gated) sharedGate_ = readLinear(reader, prefix + "ffn_gate_shexp", plan.sharedHidden, embedding);
    sharedUp_ = readLinear(reader, prefix + "ffn_up_shexp", plan.sharedHidden, embedding);
    sharedDown_ = readLinear(reader, prefix + "ffn_down_shexp", embedding, plan.sharedHidden);
    sharedWeight_ = reader.optionalVector(prefix + "ffn_gate_inp_shexp.weight", embedding);
}

// scores: [n, experts]
void Experts::score(const Pass& pass, const float* routed, float* scores) const {
    apply(pass, {{&router_, scores}}, routed, pass.n);
    if (plan_.gating == Gating::Softmax) softmax(pass.compute, scores, pass.n, plan_.count);
    const std::int64_t count = std::int64_t{pass.n} * plan_.count;
    for (std::int64_t i = 0; plan_.gating == Gating::Sigmoid && i < count; ++i)
        scores[i] = 1 / (1 + std::exp(-scores[i]));
}

// Of the groups, those stay whose two best experts are best together (DeepSeek-AI 2024, section 2.1.2).
void Experts::excludeGroups(std::vector<float>& preference) const {
    const std::size_t size = preference.size() / static_cast<std::size_t>(plan_.groups);
    std::vector<std::pair<float, std::size_t>> groups;
    for (std::size_t g = 0; g < static_cast<std::size_t>(plan_.groups); ++g) {
        const auto begin = preference.begin() + static_cast<std::ptrdiff_t>(g * size);
        std::vector<float> members(begin, begin + static_cast<std::ptrdiff_t>(size));
        const std::size_t best = std::min<std::size_t>(2, size);
        std::partial_sort(members.begin(), members.begin() + static_cast<std::ptrdiff_t>(best), members.end(),
                          std::greater<>());
        groups.emplace_back(
            -std::accumulate(members.begin(), members.begin() + static_cast<std::ptrdiff_t>(best), 0.0f), g);
    }
    std::sort(groups.begin(), groups.end());
    for (auto group = groups.begin() + plan_.groupsUsed; group != groups.end(); ++group)
        std::fill_n(preference.begin() + static_cast<std::ptrdiff_t>(group->second * size), size,
                    -std::numeric_limits<float>::infinity());
}

namespace {

// One over what the softmax of rivals sums up to: those from `from` on and all that are not chosen, as long
// as they lie within a fiftieth of the best (Liu et al. 2024, GRIN MoE, section 2.1).
float againstRivals(const float* scores, int count, const std::vector<std::size_t>& chosen,
                    std::size_t from) {
    constexpr float kClose = 0.02f;
    const float best = scores[chosen[from]];
    float sum = 0;
    for (std::size_t e = 0; e < static_cast<std::size_t>(count); ++e) {
        const auto end = chosen.begin() + static_cast<std::ptrdiff_t>(from);
        if (std::find(chosen.begin(), end, e) != end) continue;
        if (best - scores[e] <= kClose * std::max(std::abs(scores[e]), best))
            sum += std::exp(scores[e] - best);
    }
    return 1 / sum;
}

}  // namespace

// Before they are normalized and scaled.
std::vector<float> Experts::weigh(const float* scores, const std::vector<std::size_t>& chosen) const {
    std::vector<float> weights;
    for (const std::size_t expert : chosen) weights.push_back(scores[expert]);
    if (plan_.gating == Gating::SoftmaxOfChosen) {
        const float most = *std::max_element(weights.begin(), weights.end());
        for (float& weight : weights) weight = std::exp(weight - most);
    }
    for (std::size_t i = 0; plan_.gating == Gating::SoftmaxOfRivals && i < chosen.size(); ++i)
        weights[i] = againstRivals(scores, plan_.count, chosen, i);
    return weights;
}

void Experts::choose(const float* scores, int token, Choices& chosen) const {
    std::vector<float> preference(scores, scores + plan_.count);
    for (std::size_t e = 0; e < preference_.size(); ++e) preference[e] += preference_[e];
    // Damaged weights give scores that are none; sorting needs an order.
    for (float& wish : preference)
        if (std::isnan(wish)) wish = -std::numeric_limits<float>::infinity();
    if (plan_.groupsUsed < plan_.groups) excludeGroups(preference);
    std::vector<std::size_t> order(preference.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::partial_sort(order.begin(), order.begin() + plan_.used, order.end(), [&](auto a, auto b) {
        return preference[a] > preference[b] || (preference[a] == preference[b] && a < b);
    });
    order.resize(static_cast<std::size_t>(plan_.used));
    const std::vector<float> weights = weigh(scores, order);
    float sum = std::accumulate(weights.begin(), weights.end(), 0.0f);
    if (!plan_.normalize && plan_.gating != Gating::SoftmaxOfChosen) sum = 1;
    for (std::size_t i = 0; i < order.size(); ++i)
        chosen[order[i]].push_back({token, weights[i] / sum * plan_.scale});
}

bool Experts::compute(const Pass& pass, const float* routed, const float* in, float* out) const {
    const auto experts = static_cast<std::size_t>(plan_.count);
    float* scores = pass.work.floats(Slot::FeedE, std::int64_t{pass.n} * plan_.count);
    score(pass, routed, scores);
    Choices chosen(experts);
    for (int t = 0; t < pass.n; ++t) choose(scores + std::int64_t{t} * plan_.count, t, chosen);

    std::fill_n(out, pass.n * embedding_, 0.0f);
    if (pass.n == 1) addForOneToken(pass, chosen, in, out);
    for (std::size_t e = 0; pass.n > 1 && e < experts; ++e) {
        if (pass.cancel.cancelled()) return false;
        if (!chosen[e].empty()) addExpert(pass, e, chosen[e], in, out);
    }
    if (plan_.sharedHidden > 0) addShared(pass, in, out);
    return !pass.cancel.cancelled();
}

// gate = activation(gate) * up, or activation(gate) where `gate` is what `up` gave.
void Experts::let(const Pass& pass, float* gate, const float* up, std::int64_t count) const {
    if (plan_.gated)
        gatedUnit(pass.compute, plan_.unit, gate, up, gate, count);
    else
        activate(pass.compute, plan_.unit, gate, count);
}

// Adds what the chosen experts give for the only token there is: they share its input, so that one round of
// the threads computes all their gates.
void Experts::addForOneToken(const Pass& pass, const Choices& chosen, const float* in, float* out) const {
    float* gate = pass.work.floats(Slot::FeedA, std::int64_t{plan_.used} * plan_.hidden);
    float* up = pass.work.floats(Slot::FeedB, std::int64_t{plan_.used} * plan_.hidden);
    float* given = pass.work.floats(Slot::FeedD, embedding_);
    std::vector<LinearProduct> products;
    std::vector<std::size_t> used;
    for (std::size_t e = 0; e < chosen.size(); ++e) {
        if (chosen[e].empty()) continue;
        const std::int64_t at = static_cast<std::int64_t>(used.size()) * plan_.hidden;
        if (plan_.gated) products.push_back({&gate_[e], gate + at});
        products.push_back({&up_[e], (plan_.gated ? up : gate) + at});
        used.push_back(e);
    }
    apply(pass, products, in, 1);
    for (std::size_t i = 0; plan_.weighsInput && i < used.size(); ++i) {
        const std::int64_t at = static_cast<std::int64_t>(i) * plan_.hidden;
        scaleBy(pass.compute, gate + at, plan_.hidden, chosen[used[i]][0].weight);
        scaleBy(pass.compute, up + at, plan_.hidden, chosen[used[i]][0].weight);
    }
    let(pass, gate, up, std::int64_t{plan_.used} * plan_.hidden);
    for (std::size_t i = 0; i < used.size() && !pass.cancel.cancelled(); ++i) {
        apply(pass, {{&down_[used[i]], given}}, gate + static_cast<std::int64_t>(i) * plan_.hidden, 1);
        const float weight = outputWeight(chosen[used[i]][0]);
        for (std::int64_t c = 0; c < embedding_; ++c) out[c] += weight * given[c];
    }
}

// Adds what one expert gives for the tokens that chose it.
void Experts::addExpert(const Pass& pass, std::size_t expert, const std::vector<Choice>& tokens,
                        const float* in, float* out) const {
    const int m = static_cast<int>(tokens.size());
    float* rows = pass.work.floats(Slot::FeedC, m * embedding_);
    float* gate = pass.work.floats(Slot::FeedA, std::int64_t{m} * plan_.hidden);
    float* up = pass.work.floats(Slot::FeedB, std::int64_t{m} * plan_.hidden);
    float* given = pass.work.floats(Slot::FeedD, m * embedding_);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        float* row = rows + static_cast<std::int64_t>(i) * embedding_;
        const float* from = in + tokens[i].token * embedding_;
        for (std::int64_t c = 0; c < embedding_; ++c) row[c] = inputWeight(tokens[i]) * from[c];
    }
    if (plan_.gated)
        apply(pass, {{&gate_[expert], gate}, {&up_[expert], up}}, rows, m);
    else
        apply(pass, {{&up_[expert], gate}}, rows, m);
    let(pass, gate, up, std::int64_t{m} * plan_.hidden);
    apply(pass, {{&down_[expert], given}}, gate, m);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        float* row = out + tokens[i].token * embedding_;
        const float* from = given + static_cast<std::int64_t>(i) * embedding_;
        for (std::int64_t c = 0; c < embedding_; ++c) row[c] += outputWeight(tokens[i]) * from[c];
    }
}

// Adds what the expert gives that all tokens use.
void Experts::addShared(const Pass& pass, const float* in, float* out) const {
    float* gate = pass.work.floats(Slot::FeedA, std::int64_t{pass.n} * plan_.sharedHidden);
    float* up = pass.work.floats(Slot::FeedB, std::int64_t{pass.n} * plan_.sharedHidden);
    float* given = pass.work.floats(Slot::FeedD, pass.n * embedding_);
    if (plan_.gated)
        apply(pass, {{&sharedGate_, gate}, {&sharedUp_, up}}, in, pass.n);
    else
        apply(pass, {{&sharedUp_, gate}}, in, pass.n);
    let(pass, gate, up, std::int64_t{pass.n} * plan_.sharedHidden);
    apply(pass, {{&sharedDown_, given}}, gate, pass.n);
    for (std::int64_t t = 0; t < pass.n; ++t) {
        float weight = 1;
        if (!sharedWeight_.empty()) {
            const double score =
                std::inner_product(sharedWeight_.begin(), sharedWeight_.end(), in + t * embedding_, 0.0);
            weight = static_cast<float>(1 / (1 + std::exp(-score)));
        }
        for (std::int64_t c = t * embedding_; c < (t + 1) * embedding_; ++c) out[c] += weight * given[c];
    }
}

}  // namespace hearth::engine

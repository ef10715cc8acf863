#include "runtime/sampler.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace hearth::engine {

namespace {

std::uint64_t clockSeed() {
    return static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
}

}  // namespace

Sampler::Sampler(const SamplingOptions& options, const Kernels& kernels)
    : options_(options), kernels_(kernels), state_(options.seed ? options.seed : clockSeed()) {}

// SplitMix64 (Steele et al. 2014): the same numbers on every machine.
double Sampler::uniform() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    z ^= z >> 31;
    return static_cast<double>(z >> 11) * 0x1p-53;
}

// Repetition (Keskar et al. 2019): positive logits are divided, negative ones multiplied. Presence: a
// constant is taken away. Each token once, however often it was said.
void Sampler::penalize(std::span<float> logits, std::span<const TokenId> recent) const {
    const double repetition = options_.repetitionPenalty;
    if (options_.penaltyWindow <= 0 || (repetition == 1.0 && options_.presencePenalty == 0.0)) return;
    const auto window = std::min(recent.size(), static_cast<std::size_t>(options_.penaltyWindow));
    std::vector<TokenId> said(recent.end() - static_cast<std::ptrdiff_t>(window), recent.end());
    std::sort(said.begin(), said.end());
    said.erase(std::unique(said.begin(), said.end()), said.end());
    for (const TokenId id : said) {
        float& logit = logits[static_cast<std::size_t>(id)];
        logit = static_cast<float>(logit > 0 ? logit / repetition : logit * repetition);
        logit -= static_cast<float>(options_.presencePenalty);
    }
}

void Sampler::collect(std::span<const float> logits, const TokenMask* mask) {
    candidates_.clear();
    const auto add = [&](std::size_t id) {
        if (std::isfinite(logits[id])) candidates_.push_back({static_cast<TokenId>(id), logits[id]});
    };
    if (!mask) {
        candidates_.reserve(logits.size());
        for (std::size_t id = 0; id < logits.size(); ++id) add(id);
        return;
    }
    for (std::size_t word = 0; word < mask->words().size(); ++word) {
        std::uint64_t bits = mask->words()[word];
        for (; bits != 0; bits &= bits - 1) {
            const std::size_t id = word * 64 + static_cast<std::size_t>(__builtin_ctzll(bits));
            if (id < logits.size()) add(id);
        }
    }
}

// log Σ exp(logit) over the candidates.
float Sampler::logSum(float largest) {
    weights_.resize(candidates_.size());
    for (std::size_t i = 0; i < candidates_.size(); ++i) weights_[i] = candidates_[i].logit;
    // The largest becomes 1 / Σ exp(logit - largest): the softmax kernel is the quickest way to the sum.
    kernels_.softmax(weights_.data(), static_cast<std::int64_t>(weights_.size()));
    return largest - std::log(*std::max_element(weights_.begin(), weights_.end()));
}

void Sampler::keepTopK() {
    const auto more = [](const Candidate& a, const Candidate& b) {
        return a.logit > b.logit || (a.logit == b.logit && a.id < b.id);
    };
    const auto k = static_cast<std::size_t>(std::max(0, options_.topK));
    if (k > 0 && k < candidates_.size()) {
        std::nth_element(candidates_.begin(), candidates_.begin() + static_cast<std::ptrdiff_t>(k - 1),
                         candidates_.end(), more);
        candidates_.resize(k);
    }
    std::sort(candidates_.begin(), candidates_.end(), more);
}

// Top-p (Holtzman et al. 2020): the fewest that together reach p. Min-p (Nguyen et al. 2024): at least a
// share of the most likely one. Candidates are sorted.
void Sampler::keepLikely(float largest) {
    double total = 0;
    for (const Candidate& candidate : candidates_) total += std::exp(candidate.logit - largest);
    std::size_t kept = 0;
    double sum = 0;
    while (kept < candidates_.size()) {
        const double weight = std::exp(candidates_[kept].logit - largest);
        if (kept > 0 && options_.minP > 0 && weight < options_.minP) break;
        if (kept > 0 && options_.topP < 1 && sum >= options_.topP * total) break;
        sum += weight;
        ++kept;
    }
    candidates_.resize(kept);
}

TokenId Sampler::draw(float largest) {
    double total = 0;
    weights_.resize(candidates_.size());
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        const double weight = std::exp((candidates_[i].logit - largest) / options_.temperature);
        weights_[i] = static_cast<float>(weight);
        total += weights_[i];
    }
    double at = uniform() * total;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        at -= weights_[i];
        if (at < 0) return candidates_[i].id;
    }
    return candidates_.back().id;
}

Choice Sampler::choose(std::span<float> logits, std::span<const TokenId> recent, const TokenMask* mask,
                       int top) {
    penalize(logits, recent);
    collect(logits, mask);
    Choice choice;
    if (candidates_.empty()) return choice;
    const auto less = [](const Candidate& a, const Candidate& b) {
        return a.logit < b.logit || (a.logit == b.logit && a.id > b.id);
    };
    const Candidate best = *std::max_element(candidates_.begin(), candidates_.end(), less);
    const float sum = logSum(best.logit);
    if (top > 0) {
        auto listed = std::min(static_cast<std::size_t>(top), candidates_.size());
        std::vector<Candidate> likely(listed);
        std::partial_sort_copy(candidates_.begin(), candidates_.end(), likely.begin(), likely.end(),
                               [&](const Candidate& a, const Candidate& b) { return less(b, a); });
        for (const Candidate& candidate : likely)
            choice.top.emplace_back(candidate.id, candidate.logit - sum);
    }
    choice.id = best.id;
    if (options_.temperature > 0) {
        const bool narrowed = options_.topK > 0 || options_.topP < 1 || options_.minP > 0;
        if (narrowed) {
            keepTopK();
            keepLikely(best.logit);
        }
        choice.id = draw(best.logit);
    }
    choice.logprob = logits[static_cast<std::size_t>(choice.id)] - sum;
    return choice;
}

}  // namespace hearth::engine

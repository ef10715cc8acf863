#include "retrieve/fusion.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <tuple>

#include "store/word_query.h"

namespace hearth::rag {

namespace {

constexpr double kNearDuplicate = 0.9;   // shared words, of all words of both
constexpr std::size_t kFewestWords = 8;  // of texts that can be near-duplicates: "Yes." is none
constexpr double kNothing = 0.02;        // surroundings that count less are left out

std::set<std::string> wordSet(const std::string& text) {
    const std::vector<std::string> words = queryWords(text);
    return {words.begin(), words.end()};
}

bool nearlyEqual(const std::set<std::string>& a, const std::set<std::string>& b) {
    if (a.size() < kFewestWords || b.size() < kFewestWords) return false;
    const auto shared = static_cast<double>(
        std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
    return shared >= kNearDuplicate * (static_cast<double>(a.size() + b.size()) - shared);
}

double cosine(const std::vector<float>& a, const std::vector<float>& b) {
    if (a.size() != b.size()) return 0;
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

}  // namespace

void fuse(std::vector<Candidate>& candidates, const FusionWeights& weights, bool wantsNumbers) {
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return std::tie(a.document, a.middle, a.id) < std::tie(b.document, b.middle, b.id);
    });
    const auto own = [&](const Candidate& c) {
        return c.words + weights.similarity * std::max(0.0, c.similarity);
    };
    for (Candidate& c : candidates) c.score = own(c) + (wantsNumbers && c.hasNumbers ? weights.numbers : 0);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        for (std::size_t j = i + 1; j < candidates.size(); ++j) {
            if (candidates[j].document != candidates[i].document) break;
            const double share = weights.surroundings *
                                 std::exp((candidates[i].middle - candidates[j].middle) / weights.reach);
            if (share < kNothing) break;
            candidates[i].score += share * own(candidates[j]);
            candidates[j].score += share * own(candidates[i]);
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
}

std::vector<std::size_t> withoutNearDuplicates(std::span<const std::string> texts) {
    std::vector<std::size_t> kept;
    std::vector<std::set<std::string>> sets;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        std::set<std::string> words = wordSet(texts[i]);
        if (std::any_of(sets.begin(), sets.end(),
                        [&](const auto& other) { return nearlyEqual(words, other); }))
            continue;
        kept.push_back(i);
        sets.push_back(std::move(words));
    }
    return kept;
}

std::vector<std::size_t> diversified(std::span<const double> scores,
                                     std::span<const std::vector<float>> vectors, double diversity) {
    std::vector<std::size_t> left(scores.size());
    std::iota(left.begin(), left.end(), std::size_t{0});
    if (diversity <= 0 || scores.empty()) return left;
    const double best = std::max(1e-9, scores.front());
    std::vector<double> nearest(scores.size(), 0);  // to one that was taken
    std::vector<std::size_t> out;
    while (!left.empty()) {
        const auto worth = [&](std::size_t i) {
            return (1 - diversity) * scores[i] / best - diversity * nearest[i];
        };
        const auto next = std::max_element(left.begin(), left.end(),
                                           [&](std::size_t a, std::size_t b) { return worth(a) < worth(b); });
        const std::size_t taken = *next;
        left.erase(next);
        out.push_back(taken);
        for (const std::size_t i : left)
            nearest[i] = std::max(nearest[i], cosine(vectors[i], vectors[taken]));
    }
    return out;
}

}  // namespace hearth::rag

#include "retrieve/fusion.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

namespace hearth::rag {

namespace {

// Sums over the other candidates of the same document, each less the farther away it is.
struct Around {
    double words = 0;
    double similarity = 0;  // times length
    double length = 0;

    void fade(double share) {
        words *= share, similarity *= share;
        length *= share;
    }
    void take(const Candidate& c) {
        words += c.words;
        similarity += c.length * std::max(0.0, c.similarity);
        length += c.length;
    }
    void add(const Around& other) {
        words += other.words, similarity += other.similarity;
        length += other.length;
    }
};

// What is around each of the candidates, which stand in the order of their documents. exp(-distance / reach)
// of a sum is the sum of the same of its parts: one pass forth and one back are enough.
std::vector<Around> surroundings(const std::vector<Candidate>& sorted, double reach) {
    std::vector<Around> out(sorted.size());
    const auto pass = [&](std::ptrdiff_t first, std::ptrdiff_t step) {
        Around so;
        const auto count = static_cast<std::ptrdiff_t>(sorted.size());
        for (std::ptrdiff_t at = first + step; at >= 0 && at < count; at += step) {
            const Candidate& before = sorted[static_cast<std::size_t>(at - step)];
            const Candidate& now = sorted[static_cast<std::size_t>(at)];
            if (before.document != now.document) {
                so = {};
                continue;
            }
            so.take(before);
            so.fade(std::exp(-std::abs(now.middle - before.middle) / reach));
            out[static_cast<std::size_t>(at)].add(so);
        }
    };
    pass(0, 1);
    pass(static_cast<std::ptrdiff_t>(sorted.size()) - 1, -1);
    return out;
}

double own(const Candidate& c, const FusionWeights& weights) {
    return c.words + weights.pairs * c.pairs + weights.coverage * c.evidence.coverage +
           weights.window * c.evidence.window + weights.near * c.evidence.near + weights.beside * c.beside +
           weights.similarity * std::max(0.0, c.similarity) + weights.length * std::log(c.length + 30) / 5;
}

// Long passages of which everything that is known is the same say the same, so that their neighbours make no
// difference: they are as good as the best of them, and the first comes first.
void levelRepeated(std::vector<Candidate>& candidates, const FusionWeights& weights) {
    const auto said = [](const Candidate* c) {
        return std::tie(c->words, c->pairs, c->similarity, c->length, c->evidence.coverage,
                        c->evidence.window);
    };
    std::vector<Candidate*> sorted;
    for (Candidate& c : candidates)
        if (c.words > 0 && needOfSurroundings(c.usualLength, weights) <= 0) sorted.push_back(&c);
    std::sort(sorted.begin(), sorted.end(),
              [&](const Candidate* a, const Candidate* b) { return said(a) < said(b); });
    for (auto first = sorted.begin(); first != sorted.end();) {
        const auto end = std::find_if(std::next(first), sorted.end(),
                                      [&](const Candidate* c) { return said(c) != said(*first); });
        double best = (*first)->score;
        for (auto at = first; at != end; ++at) best = std::max(best, (*at)->score);
        for (; first != end; ++first) (*first)->score = best;
    }
}

}  // namespace

double needOfSurroundings(double meanLength, const FusionWeights& weights) {
    constexpr double kLittle = 0.1;
    const double need = std::exp(-meanLength / weights.brief);
    return need < kLittle ? 0 : need;
}

void fuse(std::vector<Candidate>& candidates, const FusionWeights& weights) {
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return std::tie(a.document, a.middle, a.id) < std::tie(b.document, b.middle, b.id);
    });
    // With the passage itself: what stands beside the words that are asked for is no better than they are.
    std::vector<Around> around = surroundings(candidates, weights.reach);
    double most = 1e-9;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        most = std::max(most, around[i].words += candidates[i].words);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        Candidate& c = candidates[i];
        const double words = around[i].words / most;
        const double similarity = around[i].similarity / std::max(1.0, around[i].length);
        c.score = own(c, weights) + needOfSurroundings(c.usualLength, weights) *
                                        (weights.wordsAround * words + weights.similarityAround * similarity);
    }
    levelRepeated(candidates, weights);
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
}

}  // namespace hearth::rag

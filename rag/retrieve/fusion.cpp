#include "retrieve/fusion.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace hearth::rag {

namespace {

// Sums over the other candidates of the same document, each less the farther away it is.
struct Around {
    double words = 0;
    double similarity = 0;  // times length
    double length = 0;
    double count = 0;

    void fade(double share) {
        words *= share, similarity *= share;
        length *= share, count *= share;
    }
    void take(const Candidate& c) {
        words += c.words;
        similarity += c.length * std::max(0.0, c.similarity);
        length += c.length;
        count += 1;
    }
    void add(const Around& other) {
        words += other.words, similarity += other.similarity;
        length += other.length, count += other.count;
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
           weights.window * c.evidence.window + weights.similarity * std::max(0.0, c.similarity) +
           weights.length * std::log(c.length + 30) / 5;
}

}  // namespace

double needOfSurroundings(double meanLength, const FusionWeights& weights) {
    return std::exp(-meanLength / weights.brief);
}

void fuse(std::vector<Candidate>& candidates, const FusionWeights& weights) {
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return std::tie(a.document, a.middle, a.id) < std::tie(b.document, b.middle, b.id);
    });
    const std::vector<Around> around = surroundings(candidates, weights.reach);
    double most = 1e-9;
    for (const Around& a : around) most = std::max(most, a.words);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        Candidate& c = candidates[i];
        const double words = around[i].words / most;
        const double similarity = around[i].similarity / std::max(1.0, around[i].length);
        const double meanLength = (around[i].length + c.length) / (around[i].count + 1);
        c.score = own(c, weights) + needOfSurroundings(meanLength, weights) *
                                        (weights.wordsAround * words + weights.similarityAround * similarity);
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
}

}  // namespace hearth::rag

// One ranking from several, over passages that stand in documents. Pure; any thread.
#pragma once

#include <span>
#include <vector>

#include "rag/library_store.h"

namespace hearth::rag {

// Where a candidate stands, and what is known of it.
struct Candidate {
    ChunkId id = 0;
    std::int64_t document = 0;
    double middle = 0;      // of the passage in its document, bytes
    double words = 0;       // by words, as a share of the best
    double similarity = 0;  // by vectors, cosine; 0 where it is not known
    bool hasNumbers = false;
    double score = 0;  // what fuse() makes of it
};

struct FusionWeights {
    double similarity = 0.35;   // of the vectors, beside the words' 1
    double surroundings = 0.7;  // of a passage right beside; less the farther away
    double reach = 800;         // bytes after which it is 1/e
    double numbers = 0.1;       // for passages with numbers, where one is asked for
};

// Sets `score` and sorts by it. The words and the vectors of the passages around a passage speak for it too:
// an answer seldom repeats all words of its question, and is seldom far from them.
void fuse(std::vector<Candidate>& candidates, const FusionWeights& weights, bool wantsNumbers);

// Indexes into `texts` to keep: those that do not say nearly the same as an earlier one.
std::vector<std::size_t> withoutNearDuplicates(std::span<const std::string> texts);

// Maximal marginal relevance (Carbonell & Goldstein 1998): an order of the `scores` (best first, all of them)
// in which `diversity` of the weight is on differing from those before. vectors: [n][width], of length 1 or
// empty.
std::vector<std::size_t> diversified(std::span<const double> scores,
                                     std::span<const std::vector<float>> vectors, double diversity);

}  // namespace hearth::rag

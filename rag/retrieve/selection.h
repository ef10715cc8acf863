// Which of the passages that were found are given, and in which order. Pure; any thread.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace hearth::rag {

// What was said so far.
class SaidBefore {
  public:
    SaidBefore();
    ~SaidBefore();
    // False: it says nearly the same, with the same numbers, as a text before it, and is not kept.
    bool isNew(const std::string& text);

  private:
    struct WordSet;
    std::vector<WordSet> sets_;
};

// Maximal marginal relevance (Carbonell & Goldstein 1998): an order of the `scores` (best first, all of them)
// in which `diversity` of the weight is on differing from those before. vectors: [n][width], of length 1 or
// empty.
std::vector<std::size_t> diversified(std::span<const double> scores,
                                     std::span<const std::vector<float>> vectors, double diversity);

}  // namespace hearth::rag

// How much a word tells, from how few passages of a library have it; asked once a word. One thread; the
// finder must outlive it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "agent/passage_finder.h"
#include "documents/terms.h"

namespace hearth::agent::documents {

using Stems = std::set<std::string>;
Stems stemsOf(std::string_view text);

class WordWeights {
  public:
    explicit WordWeights(PassageFinder& finder) : finder_(finder) {}

    // The inverse document frequency of BM25, log(1 + (N - n + 0.5) / (n + 0.5)): above 0.
    double of(const Term& term);
    // The share of the weight of `wanted` that `present` has, 0 to 1; 0 where nothing is wanted.
    double coverage(const std::vector<Term>& wanted, const Stems& present);

  private:
    PassageFinder& finder_;
    std::map<std::string, double> known_;  // by stem
    double passages_ = -1;
};

}  // namespace hearth::agent::documents

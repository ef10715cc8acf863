#include "documents/word_weights.h"

#include <algorithm>
#include <cmath>

namespace hearth::agent::documents {

Stems stemsOf(std::string_view text) {
    Stems out;
    for (Term& term : termsOf(text)) out.insert(std::move(term.stem));
    return out;
}

double WordWeights::of(const Term& term) {
    const auto found = known_.find(term.stem);
    if (found != known_.end()) return found->second;
    // A library that cannot be counted leaves all words alike: it was found in, so it is no error here.
    if (passages_ < 0) passages_ = static_cast<double>(finder_.count().value_or(0));
    const auto with = static_cast<double>(finder_.countWith(term.word).value_or(0));
    const double rest = std::max(0.0, passages_ - with);
    return known_[term.stem] = std::log(1 + (rest + 0.5) / (with + 0.5));
}

double WordWeights::coverage(const std::vector<Term>& wanted, const Stems& present) {
    double all = 0, there = 0;
    Stems counted;
    for (const Term& term : wanted) {
        if (!counted.insert(term.stem).second) continue;
        const double weight = of(term);
        all += weight;
        if (present.contains(term.stem)) there += weight;
    }
    return all > 0 ? there / all : 0;
}

}  // namespace hearth::agent::documents

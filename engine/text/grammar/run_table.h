// What a vocabulary makes of a run of characters of one set, such as the inside of a string: which tokens are
// wholly such characters, by their number, and what the others go on with after how many. With it a mask
// inside a run costs a copy and short walks in place of a walk over the whole vocabulary. Immutable; any
// thread.
#pragma once

#include <algorithm>
#include <vector>

#include "text/grammar/token_trie.h"

namespace hearth::engine::grammar {

class RunTable {
  public:
    RunTable(const ByteTrie& trie, int vocabulary, const CharSet& set);

    // The most characters of the set that a token begins with.
    std::size_t longest() const { return std::max(exits_.size(), byLength_.size()); }
    // Tokens of 1 … most characters, all of them in the set.
    TokenMask within(std::size_t most) const;
    // The rest of the tokens that begin with exactly `characters` (1 … longest()) of the set.
    const ByteTrie& exits(std::size_t characters) const {
        static const ByteTrie none;
        return characters <= exits_.size() ? exits_[characters - 1] : none;
    }

  private:
    TokenMask whole_;                             // tokens wholly in the set
    std::vector<std::vector<TokenId>> byLength_;  // the same, [characters - 1]
    std::vector<ByteTrie> exits_;
};

}  // namespace hearth::engine::grammar

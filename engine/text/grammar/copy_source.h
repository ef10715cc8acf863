// A user's request as the place values are copied from: where a value may begin and end.
// Immutable; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/grammar/token_trie.h"

namespace hearth::engine::grammar {

class CopySource {
  public:
    // Bytes that no token spells alone break the text: no value goes across them.
    CopySource(std::string_view text, const TokenTrie& trie);

    const std::string& text() const { return text_; }
    // Begins of words, in order.
    const std::vector<std::size_t>& begins() const { return begins_; }
    // The next place at or behind `at` where a value may end, none: npos.
    std::size_t nextEnd(std::size_t at) const { return at < nextEnd_.size() ? nextEnd_[at] : npos; }

    // The next such place after `end`, which is one, without crossing a break.
    std::size_t endAfter(std::size_t end) const {
        return end < breaks_.size() && !breaks_[end] ? nextEnd(end + 1) : npos;
    }

    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  private:
    std::string text_;
    std::vector<std::size_t> begins_;
    std::vector<std::size_t> nextEnd_;  // of each offset 0 … size
    std::vector<bool> breaks_;          // bytes that cannot be spelled
};

}  // namespace hearth::engine::grammar

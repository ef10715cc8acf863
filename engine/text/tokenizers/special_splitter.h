// Finds tokens that are written out in a text as a whole (control tokens such as "<|im_end|>", and those that
// the model's maker defined): leftmost first, then longest. Immutable; safe from any thread; the Vocabulary
// must outlive it.
#pragma once

#include <array>
#include <functional>
#include <string_view>
#include <vector>

#include "text/tokenizers/string_index.h"
#include "text/tokenizers/vocabulary.h"

namespace hearth::engine {

class SpecialSplitter {
  public:
    explicit SpecialSplitter(const Vocabulary& vocabulary);

    // Calls onText for what lies between special tokens (never empty) and onToken for each of them, in order.
    // Control and unknown tokens are recognized only if `control`, those that are user-defined always.
    void split(std::string_view text, bool control, const std::function<void(std::string_view)>& onText,
               const std::function<void(TokenId)>& onToken) const;

  private:
    std::optional<TokenId> at(std::string_view text, bool control) const;

    const Vocabulary& vocabulary_;
    StringIndex index_;
    std::array<std::vector<std::size_t>, 256> lengths_;  // of tokens with that first byte, longest first
};

}  // namespace hearth::engine

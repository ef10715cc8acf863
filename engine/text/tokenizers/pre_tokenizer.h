// How text is cut into words before byte-level tokens are looked up: one row of patterns for each name that
// GGUF files give in tokenizer.ggml.pre. Immutable; safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/tokenizers/pattern.h"

namespace hearth::engine {

class PreTokenizer {
  public:
    // Unsupported, listing what is known, for another name.
    static base::Result<PreTokenizer> make(std::string_view name);

    // The ends of the words of `text`, in bytes, ascending; the last one is the end of the text.
    void split(std::string_view text, std::vector<std::uint32_t>& ends) const;

    // A word that is in the vocabulary as a whole is that token, whatever merges would make of it.
    bool wholeWordsFirst() const { return wholeWordsFirst_; }
    // Whether BOS is put in front where the file does not say.
    bool addsBos() const { return addsBos_; }

  private:
    std::vector<Pattern> patterns_;  // each cuts the pieces that the one before left
    bool wholeWordsFirst_ = false;
    bool addsBos_ = false;
    bool digitGroups_ = false;
};

}  // namespace hearth::engine

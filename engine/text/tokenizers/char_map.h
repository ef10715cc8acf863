// How SentencePiece changes text before it looks up pieces: the "precompiled charsmap" of a model file, which
// replaces the longest sequence that it knows at each place. Immutable; safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "gguf/reader.h"

namespace hearth::engine {

// Format: u32 size of the trie in bytes, little-endian; the trie, a double array of u32 units
// (Yata et al. 2007, as Darts-clone writes it); then the replacements, each ended by a zero byte.
class CharMap {
  public:
    // From tokenizer.ggml.precompiled_charsmap; empty, which changes nothing, where the file has none.
    static base::Result<CharMap> load(const gguf::File& file);

    std::string apply(std::string_view text) const;

  private:
    struct Match {
        std::size_t length;  // bytes of the text
        std::string_view replacement;
    };
    std::optional<Match> longest(std::string_view text) const;

    std::vector<std::uint32_t> units_;
    std::string replacements_;
};

}  // namespace hearth::engine

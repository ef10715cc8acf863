// What vocabularies of characters share: "▁" stands for a space, and characters that are no piece are written
// as tokens for their bytes, "<0x41>". Immutable; safe from any thread.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "text/tokenizers/vocabulary.h"

namespace hearth::engine {

inline constexpr std::string_view kSpacePiece = "\xE2\x96\x81";  // ▁

class ByteTokens {
  public:
    explicit ByteTokens(const Vocabulary& vocabulary);

    bool any() const { return any_; }
    // One token a byte; the unknown token where a byte has none.
    void emit(std::string_view bytes, std::vector<TokenId>& out) const;

  private:
    std::array<std::optional<TokenId>, 256> tokens_;
    std::optional<TokenId> unknown_;
    bool any_ = false;
};

// Text with spaces as "▁".
std::string withSpacePieces(std::string_view text);
// The bytes that a token of such a vocabulary stands for.
std::string pieceBytes(const Vocabulary& vocabulary, TokenId id, bool special);

}  // namespace hearth::engine

// SentencePiece Unigram, tokenizer.ggml.model "t5" (Kudo 2018): of all ways to cut the text into pieces, the
// one whose scores (log probabilities) sum highest. Immutable; safe from any thread.
#pragma once

#include <string>

#include "text/tokenizers/byte_tokens.h"
#include "text/tokenizers/char_map.h"
#include "text/tokenizers/special_splitter.h"
#include "text/tokenizers/vocabulary.h"

namespace hearth::engine {

class UnigramTokenizer : public Tokenizer {
  public:
    static base::Result<std::unique_ptr<Tokenizer>> load(const gguf::File& file,
                                                         std::unique_ptr<const Vocabulary> vocabulary);

    std::vector<TokenId> encode(std::string_view text, const EncodeOptions& options) const override;
    std::string bytes(TokenId id, bool special) const override {
        return pieceBytes(*vocabulary_, id, special);
    }
    std::optional<TokenId> find(std::string_view name) const override { return vocabulary_->find(name); }
    TokenKind kind(TokenId id) const override { return vocabulary_->kind(id); }
    int size() const override { return vocabulary_->size(); }
    std::optional<TokenId> bos() const override { return vocabulary_->bos(); }
    std::optional<TokenId> eos() const override { return vocabulary_->eos(); }
    bool isEnd(TokenId id) const override { return vocabulary_->isEnd(id); }

  private:
    // A piece's bytes lead through these nodes; children lie sorted by byte.
    struct Node {
        std::uint32_t firstChild = 0;
        std::uint16_t children = 0;
        std::uint8_t byte = 0;
        TokenId piece = -1;
    };

    explicit UnigramTokenizer(std::unique_ptr<const Vocabulary> vocabulary);
    void buildTrie();
    std::string normalized(std::string_view text) const;
    void encodeText(std::string_view text, std::vector<TokenId>& out) const;

    std::unique_ptr<const Vocabulary> vocabulary_;
    SpecialSplitter special_;
    ByteTokens bytes_;
    CharMap map_;
    bool spaceInFront_ = true;
    bool joinsSpaces_ = true;  // several spaces are one, and none is at the ends
    float unknownScore_ = 0;
    std::vector<Node> nodes_;
};

}  // namespace hearth::engine

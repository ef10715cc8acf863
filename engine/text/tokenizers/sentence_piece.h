// SentencePiece BPE, tokenizer.ggml.model "llama" (Kudo & Richardson 2018): spaces become "▁", each character
// is a symbol, and the neighbours whose joined piece scores best merge first. Characters that are no piece
// become tokens for their bytes. Text is cut where no piece reaches across, which changes nothing of the
// result, and words that came before are remembered. Immutable; safe from any thread.
#pragma once

#include <string>

#include "text/tokenizers/byte_tokens.h"
#include "text/tokenizers/merge.h"
#include "text/tokenizers/neighbour_pairs.h"
#include "text/tokenizers/special_splitter.h"
#include "text/tokenizers/vocabulary.h"

namespace hearth::engine {

class SentencePieceTokenizer : public Tokenizer {
  public:
    static base::Result<std::unique_ptr<Tokenizer>> load(const gguf::File& file,
                                                         std::unique_ptr<const Vocabulary> vocabulary);

    std::vector<TokenId> encode(std::string_view text, const EncodeOptions& options) const override;
    std::string bytes(TokenId id, bool special) const override;
    std::optional<TokenId> find(std::string_view name) const override { return vocabulary_->find(name); }
    TokenKind kind(TokenId id) const override { return vocabulary_->kind(id); }
    int size() const override { return vocabulary_->size(); }
    std::optional<TokenId> bos() const override { return vocabulary_->bos(); }
    std::optional<TokenId> eos() const override { return vocabulary_->eos(); }
    bool isEnd(TokenId id) const override { return vocabulary_->isEnd(id); }

  private:
    explicit SentencePieceTokenizer(std::unique_ptr<const Vocabulary> vocabulary);
    void encodeText(std::string_view text, bool spaceInFront, std::vector<TokenId>& out) const;
    std::size_t wordEnd(std::string_view text, std::size_t begin) const;
    void encodeWord(std::string_view word, Merger<float>& merger, std::vector<TokenId>& out) const;
    std::optional<TokenId> piece(std::string_view text) const;

    std::unique_ptr<const Vocabulary> vocabulary_;
    SpecialSplitter special_;
    ByteTokens bytes_;
    NeighbourPairs pairs_;
    bool spaceInFront_ = true;  // of text that begins the input or follows a special token
};

}  // namespace hearth::engine

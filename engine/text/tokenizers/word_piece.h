// WordPiece, tokenizer.ggml.model "bert" (Devlin et al. 2019): text without accents and in lower case is cut
// at white space and punctuation, and each word is covered by the longest pieces from the left, or is
// unknown. In GGUF files the first piece of a word begins with "▁" and the others stand as they are.
// Immutable; safe from any thread.
#pragma once

#include <string>

#include "text/tokenizers/special_splitter.h"
#include "text/tokenizers/vocabulary.h"

namespace hearth::engine {

class WordPieceTokenizer : public Tokenizer {
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
    explicit WordPieceTokenizer(std::unique_ptr<const Vocabulary> vocabulary);
    void encodeText(std::string_view text, std::vector<TokenId>& out) const;
    void encodeWord(std::u32string_view word, std::vector<TokenId>& out) const;

    std::unique_ptr<const Vocabulary> vocabulary_;
    SpecialSplitter special_;
    std::optional<TokenId> first_;  // put in front and behind: [CLS], [SEP]
    std::optional<TokenId> last_;
};

}  // namespace hearth::engine

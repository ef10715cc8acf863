// The vocabulary of RWKV, tokenizer.ggml.model "rwkv": at each place of the text the longest token that fits.
// In GGUF files the names of tokens are written as Python writes bytes: "\n", "\x00". Immutable; safe from
// any thread.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "text/tokenizers/special_splitter.h"
#include "text/tokenizers/string_index.h"
#include "text/tokenizers/vocabulary.h"

namespace hearth::engine {

class LongestMatchTokenizer : public Tokenizer {
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
    explicit LongestMatchTokenizer(std::unique_ptr<const Vocabulary> vocabulary);
    void encodeText(std::string_view text, std::vector<TokenId>& out) const;

    std::unique_ptr<const Vocabulary> vocabulary_;
    SpecialSplitter special_;
    std::vector<std::string> bytes_;            // of each token
    StringIndex index_;                         // of bytes_
    std::array<std::size_t, 65536> longest_{};  // of tokens with these two first bytes
};

}  // namespace hearth::engine

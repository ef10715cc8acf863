// Byte-level BPE, tokenizer.ggml.model "gpt2" (Radford et al. 2019): text is cut into words, each byte of a
// word is a symbol, and neighbours merge in the order of a list. "gemma4" merges so too, but its symbols are
// characters, with "▁" for a space. Immutable; safe from any thread.
#pragma once

#include <array>
#include <deque>
#include <string>

#include "text/tokenizers/byte_tokens.h"
#include "text/tokenizers/merge.h"
#include "text/tokenizers/pre_tokenizer.h"
#include "text/tokenizers/special_splitter.h"
#include "text/tokenizers/vocabulary.h"

namespace hearth::engine {

class BytePairTokenizer : public Tokenizer {
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
    // What a pair of symbols becomes: the table of merges, open addressing.
    struct Pair {
        std::int32_t left = -1;
        std::int32_t right = 0;
        std::int32_t rank = 0;
        std::int32_t merged = 0;
    };

    explicit BytePairTokenizer(std::unique_ptr<const Vocabulary> vocabulary);
    base::Result<void> readMerges(const gguf::File& file);
    std::int32_t symbolOf(std::string_view name);
    std::size_t slot(std::int32_t left, std::int32_t right) const;
    void encodeText(std::string_view text, std::vector<TokenId>& out) const;
    void encodeWord(std::string_view word, std::vector<TokenId>& out) const;
    void addSymbols(std::string_view word, std::vector<Symbol>& symbols) const;
    void emitBytes(std::string_view bytes, std::vector<TokenId>& out) const;

    std::unique_ptr<const Vocabulary> vocabulary_;
    SpecialSplitter special_;
    ByteTokens bytes_;
    PreTokenizer words_;
    bool characters_ = false;  // symbols are characters
    std::array<std::int32_t, 256> byteSymbols_{};
    std::vector<Pair> pairs_;
    // Merges may pass through symbols that are no tokens: they get ids behind the vocabulary.
    std::deque<std::string> extraNames_;
    StringIndex extra_;
};

}  // namespace hearth::engine

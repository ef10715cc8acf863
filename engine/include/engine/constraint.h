// What the next token may be. A constraint follows one answer, token by token; it is made for one tokenizer,
// used by one thread, and may be cloned to try a continuation.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/tokenizer.h"

namespace hearth::engine {

// One bit a token; bit i of word i / 64 is token i.
class TokenMask {
  public:
    explicit TokenMask(int tokens = 0)
        : size_(tokens), words_((static_cast<std::size_t>(tokens) + 63) / 64, 0) {}
    int size() const { return size_; }
    void clear() { words_.assign(words_.size(), 0); }
    void set(TokenId id) { words_[static_cast<std::size_t>(id) / 64] |= std::uint64_t{1} << (id % 64); }
    void reset(TokenId id) { words_[static_cast<std::size_t>(id) / 64] &= ~(std::uint64_t{1} << (id % 64)); }
    bool test(TokenId id) const { return (words_[static_cast<std::size_t>(id) / 64] >> (id % 64)) & 1; }
    std::vector<std::uint64_t>& words() { return words_; }
    const std::vector<std::uint64_t>& words() const { return words_; }

  private:
    int size_;
    std::vector<std::uint64_t> words_;
};

class TokenConstraint {
  public:
    virtual ~TokenConstraint() = default;
    // Sets the bit of every token that may come next (an end token where the text is complete). Never empty.
    virtual void allowed(TokenMask& mask) = 0;
    // Moves on by a token that was allowed; false if it was not.
    virtual bool accept(TokenId token) = 0;
    // True where the text so far is complete.
    virtual bool complete() const = 0;
    virtual std::unique_ptr<TokenConstraint> clone() const = 0;
};

// GBNF-like grammar text → constraint; <[123]> is the token of that number. Errors name line and column.
base::Result<std::unique_ptr<TokenConstraint>> makeGrammar(const std::string& gbnf,
                                                           const Tokenizer& tokenizer);

// JSON Schema (draft 2020-12 subset) → grammar text. Errors name the JSON pointer of the unsupported part.
base::Result<std::string> jsonSchemaToGrammar(const std::string& schemaJson);

// Regular expression (ECMA-262 subset: alternatives, groups, classes, quantifiers) → grammar text. The whole
// answer must match. Errors name the place.
base::Result<std::string> regexToGrammar(const std::string& expression);

}  // namespace hearth::engine

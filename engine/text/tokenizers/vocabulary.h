// The tokens of a model file: names, kinds, scores, and which of them are special. Holds copies of the names,
// so it does not depend on the file. Immutable once loaded; safe from any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/tokenizer.h"
#include "gguf/reader.h"
#include "text/tokenizers/string_index.h"

namespace hearth::engine {

class Vocabulary {
  public:
    // From the tokenizer.ggml.* metadata. InvalidInput, naming the key, where arrays differ in length or an
    // id is not in the vocabulary.
    static base::Result<Vocabulary> load(const gguf::File& file);

    int size() const { return static_cast<int>(starts_.size()) - 1; }
    bool has(TokenId id) const { return id >= 0 && id < size(); }
    std::string_view name(TokenId id) const {
        const auto i = static_cast<std::size_t>(id);
        return {names_.get() + starts_[i], starts_[i + 1] - starts_[i]};
    }
    TokenKind kind(TokenId id) const {
        return has(id) ? kinds_[static_cast<std::size_t>(id)] : TokenKind::Unknown;
    }
    float score(TokenId id) const { return scores_.empty() ? 0 : scores_[static_cast<std::size_t>(id)]; }
    std::optional<TokenId> find(std::string_view name) const { return index_.find(name); }
    std::size_t longestName() const { return longestName_; }

    std::optional<TokenId> bos() const { return bos_; }
    std::optional<TokenId> eos() const { return eos_; }
    std::optional<TokenId> unknown() const { return unknown_; }
    bool isEnd(TokenId id) const { return has(id) && ends_[static_cast<std::size_t>(id)]; }
    // What the file says, if it does.
    std::optional<bool> addsBos() const { return addsBos_; }
    std::optional<bool> addsEos() const { return addsEos_; }

  private:
    base::Result<void> readTokens(const gguf::File& file);
    base::Result<void> readKinds(const gguf::File& file);
    base::Result<void> readSpecial(const gguf::File& file);
    void findEnds();

    std::unique_ptr<char[]> names_;      // one after the other; stays in place when a Vocabulary moves
    std::vector<std::uint32_t> starts_;  // one more than tokens
    std::vector<TokenKind> kinds_;
    std::vector<float> scores_;  // empty where the file has none
    std::vector<bool> ends_;
    StringIndex index_;
    std::size_t longestName_ = 0;
    std::optional<TokenId> bos_, eos_, unknown_, eot_, eom_;
    std::optional<bool> addsBos_, addsEos_;
};

}  // namespace hearth::engine

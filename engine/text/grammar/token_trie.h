// The bytes of every token of a vocabulary as one trie, so that "which tokens may come next" costs one walk
// over shared prefixes instead of one match a token. Built once a tokenizer and shared; immutable, but for
// the run tables that it keeps behind a lock; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "engine/constraint.h"
#include "text/grammar/program.h"

namespace hearth::engine::grammar {

class RunTable;

// Byte strings, each with the token that it leads to.
class ByteTrie {
  public:
    // Nodes lie in depth-first order: the children of a node follow it, and `skip` is the index behind its
    // whole subtree.
    struct Node {
        std::uint32_t skip = 0;
        std::uint32_t firstToken = 0;  // into tokens()
        std::uint32_t tokenCount = 0;  // tokens that end here
        std::uint16_t depth = 0;       // bytes before this one
        std::uint8_t byte = 0;
    };
    static constexpr std::size_t maxBytes = 256;

    ByteTrie() = default;
    // No string may be empty or longer than maxBytes.
    explicit ByteTrie(std::vector<std::pair<std::string, TokenId>> spelled);

    const std::vector<Node>& nodes() const { return nodes_; }
    const std::vector<TokenId>& tokens() const { return tokens_; }

    // Calls `found` with every token whose bytes `step` lives through. step(state, byte) gives the next
    // state, negative where the byte may not come.
    template <typename Step, typename Found>
    void walk(std::int32_t start, Step&& step, Found&& found) const;

  private:
    std::vector<Node> nodes_;
    std::vector<TokenId> tokens_;
};

class TokenTrie {
  public:
    using Node = ByteTrie::Node;
    static constexpr std::size_t maxTokenBytes = ByteTrie::maxBytes;

    // Tokens that stand for text are in it; control, unknown, unused and end tokens are not, nor are those
    // longer than maxTokenBytes.
    explicit TokenTrie(const Tokenizer& tokenizer);

    // The trie of `tokenizer`; the last few are kept.
    static std::shared_ptr<const TokenTrie> of(const Tokenizer& tokenizer);

    const std::vector<Node>& nodes() const { return trie_.nodes(); }
    const std::vector<TokenId>& tokens() const { return trie_.tokens(); }
    const std::vector<TokenId>& endTokens() const { return endTokens_; }
    int vocabulary() const { return vocabulary_; }
    bool spellsByte(std::uint8_t byte) const { return spellsByte_[byte]; }  // by a token of its own

    // Sets the bit of every token whose bytes `step` lives through.
    template <typename Step>
    void walk(std::int32_t start, TokenMask& mask, Step&& step) const {
        trie_.walk(start, step, [&mask](TokenId id) { mask.set(id); });
    }

    // How many tokens begin with a byte that a character of `set` may begin with.
    std::size_t beginning(const CharSet& set) const;

    // What this vocabulary makes of runs of characters of `set`; made when first asked for, the last few
    // kept.
    std::shared_ptr<const RunTable> runs(const CharSet& set) const;

  private:
    ByteTrie trie_;
    std::vector<TokenId> endTokens_;
    std::array<bool, 256> spellsByte_{};
    std::array<std::size_t, 256> byFirstByte_{};
    int vocabulary_ = 0;
    mutable std::mutex mutex_;
    mutable std::map<std::vector<std::pair<std::uint32_t, std::uint32_t>>, std::shared_ptr<const RunTable>>
        runs_;
};

template <typename Step, typename Found>
void ByteTrie::walk(std::int32_t start, Step&& step, Found&& found) const {
    std::array<std::int32_t, maxBytes + 1> states;
    states[0] = start;
    for (std::size_t i = 0; i < nodes_.size();) {
        const Node& node = nodes_[i];
        const std::int32_t next = step(states[node.depth], node.byte);
        if (next < 0) {
            i = node.skip;
            continue;
        }
        states[node.depth + 1u] = next;
        for (std::uint32_t t = 0; t < node.tokenCount; ++t) found(tokens_[node.firstToken + t]);
        ++i;
    }
}

}  // namespace hearth::engine::grammar

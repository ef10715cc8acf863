// A grammar after parsing: rules as flat sequences of symbols. Immutable once made; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "engine/tokenizer.h"

namespace hearth::engine::grammar {

// Sorted, disjoint, closed ranges of Unicode scalar values.
class CharSet {
  public:
    static constexpr std::uint32_t lastCodePoint = 0x10FFFF;
    // Tokens that stand for themselves and no text are numbered from here: no UTF-8 reaches so far.
    static constexpr std::uint32_t firstToken = 0x200000;

    static CharSet ofToken(TokenId id) {
        CharSet set;
        set.add(firstToken + static_cast<std::uint32_t>(id), firstToken + static_cast<std::uint32_t>(id));
        return set;
    }
    // The token of ofToken().
    std::optional<TokenId> token() const {
        if (ranges_.empty() || ranges_.front().first < firstToken) return std::nullopt;
        return static_cast<TokenId>(ranges_.front().first - firstToken);
    }

    void add(std::uint32_t first, std::uint32_t last) { ranges_.emplace_back(first, last); }
    // Sorts, joins and takes out surrogates; turned around where `negated`.
    void normalize(bool negated);
    bool contains(std::uint32_t codePoint) const;
    bool intersects(std::uint32_t first, std::uint32_t last) const;
    bool meets(const CharSet& other) const {  // some character is in both
        for (const auto& [first, last] : other.ranges_)
            if (intersects(first, last)) return true;
        return false;
    }
    bool empty() const { return ranges_.empty(); }
    bool operator==(const CharSet&) const = default;
    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& ranges() const { return ranges_; }

  private:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges_;
};

struct Symbol {
    enum class Kind : std::uint8_t { End, Chars, Rule };  // End closes an alternative
    Kind kind = Kind::End;
    std::uint32_t index = 0;  // of the set or the rule
};

struct Rule {
    std::string name;  // empty: made for a group or a repetition
    int line = 0;      // where it is defined, from 1
    int column = 0;    // in characters, from 1
    bool defined = false;
    bool repeats = false;                     // its first alternative ends in itself: x*
    std::vector<std::uint32_t> alternatives;  // index of their first symbol
};

struct Program {
    std::vector<Symbol> symbols;
    std::vector<CharSet> sets;
    std::vector<Rule> rules;
    std::uint32_t root = 0;
};

// Errors (InvalidInput) name line and column: syntax, undefined or doubly defined rules, a missing root,
// left recursion, and rules that can never end.
base::Result<Program> parseGrammar(const std::string& text);

// The last two of those checks.
base::Result<void> checkRecursion(const Program& program);

inline constexpr std::size_t maxGrammarBytes = 1 << 20;
inline constexpr std::size_t maxSymbols = 1 << 20;
inline constexpr int maxRepeat = 1 << 16;
inline constexpr int maxNesting = 200;  // of parentheses

}  // namespace hearth::engine::grammar

// Follows a grammar byte by byte. A state is every place in the grammar that the text so far may have led to
// (a set of stacks), plus a character of which only some bytes have come. States are numbered, and what
// follows from (state, byte) and which tokens a state allows are kept, so that repeating states (inside a
// string, between values) cost a look-up.
// One Matcher serves all constraints cloned from one grammar; its public functions lock.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "text/grammar/program.h"
#include "text/grammar/run_table.h"
#include "text/grammar/token_trie.h"

namespace hearth::engine::grammar {

// Bytes of a character that is not complete: what they give so far and what is missing.
struct PartialCharacter {
    std::uint32_t value = 0;
    std::uint32_t least = 0;  // smallest character of this length (shorter ones are overlong)
    std::uint8_t missing = 0;
    auto operator<=>(const PartialCharacter&) const = default;
};

struct MatchState {
    std::vector<std::uint32_t> stacks;  // frames, sorted; frame 0: the text may end here
    PartialCharacter partial;
    auto operator<=>(const MatchState&) const = default;
    bool complete() const { return partial.missing == 0 && !stacks.empty() && stacks.front() == 0; }
};

class Matcher {
  public:
    Matcher(Program program, std::shared_ptr<const TokenTrie> trie);

    MatchState start();
    // False, and `state` unchanged, where the bytes cannot come.
    bool advance(MatchState& state, std::string_view bytes);
    // The same for a token that the grammar names by its number.
    bool advanceToken(MatchState& state, TokenId token);
    // The tokens that may follow; end tokens where the text is complete, or where no other is left.
    std::shared_ptr<const TokenMask> allowed(const MatchState& state);

    // The same, found by walking the whole vocabulary: what `allowed` is tested against.
    TokenMask walked(const MatchState& state);

    // Bounds on what a hostile grammar or answer can cost: deeper nesting and wider choices are not followed.
    static constexpr std::uint32_t maxDepth = 2000;
    static constexpr std::size_t maxStacks = 4000;
    static constexpr std::size_t maxSteps = 50'000;    // of one character
    static constexpr std::size_t maxFrames = 4 << 20;  // in all
    static constexpr std::size_t maxStates = 1 << 13;  // kept
    static constexpr std::size_t maxMasks = 1 << 9;    // kept: 19 KB each at 150,000 tokens
    static constexpr std::size_t maxExits = 1 << 20;   // tokens kept in all

  private:
    struct Place {
        std::uint32_t symbol = 0;
        std::uint32_t parent = 0;
    };
    struct Frame {
        std::uint32_t symbol = 0;  // index into the program's symbols
        std::uint32_t parent = 0;  // where it goes on after the End of this alternative
        std::uint32_t depth = 0;
    };
    struct Kept {
        const MatchState* state = nullptr;  // the key in ids_
        std::unique_ptr<std::array<std::int32_t, 256>> next;
        std::shared_ptr<const TokenMask> mask;
    };
    static constexpr std::int32_t dead = -1;
    static constexpr std::int32_t unknown = -2;

    // A state's mask is what its stacks allow, each for itself, so masks are kept by stack too.
    std::shared_ptr<const TokenMask> stackMask(std::uint32_t stack);
    bool addRun(std::uint32_t stack, TokenMask& mask);
    void addExits(const RunTable& runs, std::size_t characters, std::uint32_t stack, TokenMask& mask);
    const std::vector<std::uint32_t>& after(std::uint32_t stack);
    void forget();
    void addEnds(const MatchState& state, TokenMask& mask) const;

    std::int32_t idOf(MatchState state);
    std::int32_t step(std::int32_t id, std::uint8_t byte);
    MatchState follow(const MatchState& state, std::uint8_t byte);
    void takeCharacter(const MatchState& state, std::uint32_t codePoint, MatchState& out);
    void keepPossible(const MatchState& state, MatchState& out);
    std::vector<std::uint32_t> expand(std::vector<Place> todo);
    std::uint32_t frame(std::uint32_t symbol, std::uint32_t parent);
    const CharSet& setAt(std::uint32_t stack) const;

    const Program program_;
    const std::shared_ptr<const TokenTrie> trie_;
    std::mutex mutex_;
    std::vector<Frame> frames_;
    std::unordered_map<std::uint64_t, std::uint32_t> frameIds_;  // (symbol, parent) → frame
    std::map<MatchState, std::int32_t> ids_;
    std::vector<Kept> kept_;
    std::size_t masks_ = 0;
    std::unordered_map<std::uint32_t, std::shared_ptr<const TokenMask>> stackMasks_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> after_;
    std::map<std::tuple<const RunTable*, std::size_t, std::uint32_t>, std::vector<TokenId>> exits_;
    std::size_t exitTokens_ = 0;                                               // in exits_
    std::unordered_map<std::uint32_t, std::shared_ptr<const RunTable>> runs_;  // by set
};

}  // namespace hearth::engine::grammar

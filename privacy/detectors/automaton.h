// Many bounded patterns at once: one walk from a place in a text tells which of them match there, and where
// each match ends, as RE2 would say it (of several ways the first that the pattern names). The walk is along
// a deterministic automaton whose states are made as texts need them.
//
// An Automaton never changes once it is built, and serves any number of threads; a Walker holds the states
// made so far and is for one thread at a time. The Automaton must outlive it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "detectors/expression.h"

namespace hearth::privacy {

class Automaton {
  public:
    // One more pattern; its number is how many were added before.
    void add(const Expression& expression);
    // To be called after the last one.
    void finish();

    std::size_t patterns() const { return starts_.size(); }

  private:
    friend class Walker;
    using At = std::uint32_t;  // index of a step

    struct Step {
        enum class Kind : std::uint8_t { Bytes, Fork, WordBorder, TextEnd, Match };
        Kind kind;
        std::uint16_t pattern;
        At next;              // Fork: what is tried first
        At other = 0;         // Fork: what is tried then
        std::size_t set = 0;  // Bytes: index of the set
    };

    At append(Step::Kind kind, At next, At other = 0, std::size_t set = 0);
    // The steps of the expression, before `next`; gives the first of them.
    At build(const Expression& expression, At next);
    At buildRepeat(const Expression& expression, At next);
    std::size_t setIndex(const ByteSet& bytes);

    std::vector<Step> steps_;
    std::vector<ByteSet> sets_;
    std::vector<At> starts_;  // by pattern
    // Bytes that no set tells apart are of one class; the end of the text is the last class.
    std::array<std::uint8_t, 256> classes_{};
    std::vector<unsigned char> examples_;  // a byte of each class
    std::size_t end_ = 0;                  // the class of the text's end
};

class Walker {
  public:
    struct Hit {
        std::uint16_t pattern = 0;
        std::size_t end = 0;
    };

    explicit Walker(const Automaton& automaton);

    // The patterns that match from `start` on, ending no later than `limit`; what stands before and after is
    // looked at for word borders. Valid until the next call.
    const std::vector<Hit>& walk(std::string_view text, std::size_t start, std::size_t limit);

  private:
    using At = Automaton::At;
    using StateId = std::int32_t;  // where the moves of the state begin

    struct State {
        std::vector<At> steps;  // in order of preference, pattern after pattern
        bool afterWord = false;
        std::vector<std::uint16_t> matched;  // patterns that match up to the byte before the last
    };

    void reset();
    const State& stateAt(StateId id) const { return states_[static_cast<std::size_t>(id) / width_]; }
    StateId stateOf(State state);
    StateId follow(StateId from, std::size_t byteClass);
    // Appends the steps that `at` leads to without a byte; borders are decided if `decided`, else kept.
    void close(At at, bool decided, bool border, bool textEnd, std::vector<At>& out);
    void beginClosing() { ++mark_; }
    void note(std::uint16_t pattern, std::size_t end);

    const Automaton& automaton_;
    std::size_t width_;  // how many classes there are
    std::vector<State> states_;
    std::vector<StateId> moves_;  // state × class; unknown where not made yet
    std::unordered_map<std::string, StateId> ids_;
    std::array<StateId, 2> begins_{};   // after no word character, after one
    std::vector<std::uint32_t> marks_;  // by step: the closing that has seen it
    std::uint32_t mark_ = 0;
    std::vector<At> pending_;
    std::vector<Hit> hits_;
    std::vector<std::uint32_t> hitOf_;  // by pattern: one more than its place among the hits
};

}  // namespace hearth::privacy

// All patterns of all detectors, compiled. Those whose matches are short (most) are walked all at once from
// each place (automaton.h); of the others one automaton of RE2 tells which are in a window, and only those
// are then looked for one by one. Time linear in the text. Immutable; any thread.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "detectors/automaton.h"
#include "detectors/detector.h"
#include "detectors/windows.h"

namespace hearth::privacy {

class PatternSet {
  public:
    explicit PatternSet(const std::vector<Detector>& detectors);

    struct Hit {
        std::size_t detector = 0;  // index into the detectors
        std::size_t pattern = 0;   // index into the detector's patterns
        Match match;
    };
    struct Visitor {
        int costlyChecks = 0;                      // Match::costlyChecks
        std::function<void(Window window)> enter;  // before the hits of a window
        // Says whether the hit stands; where it does, the search for this pattern goes on after it, and else
        // from the next word inside it.
        std::function<bool(Hit& hit)> take;
    };

    // Hits in the windows of a text, for each pattern in order of place.
    // `wanted[d]`: whether detector d is asked for.
    void visit(std::string_view text, const std::vector<Window>& windows, const std::vector<bool>& wanted,
               Visitor& visitor) const;

  private:
    struct Compiled {
        std::size_t detector;
        std::size_t pattern;
        std::unique_ptr<re2::RE2> expression;  // none where the automaton says all
    };
    struct Search;

    void visitShort(Search& search, Window window, Walker& walker, std::vector<std::size_t>& from) const;
    void visitLong(Search& search, Window window) const;
    void visitOne(Search& search, const Compiled& compiled, Window window) const;
    std::unique_ptr<Walker> takeWalker() const;
    void giveBack(std::unique_ptr<Walker> walker) const;

    std::vector<Compiled> short_;  // by number in the automaton
    std::vector<Compiled> long_;   // by number in the set
    Automaton automaton_;
    std::unique_ptr<re2::RE2::Set> set_;
    // Walkers that nobody uses now; each remembers what it has learned about the patterns.
    struct Idle {
        std::mutex mutex;
        std::vector<std::unique_ptr<Walker>> walkers;
    };
    std::unique_ptr<Idle> idle_ = std::make_unique<Idle>();
};

}  // namespace hearth::privacy

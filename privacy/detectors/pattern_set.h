// All patterns of all detectors, compiled: one automaton tells which of them are in a window, and only those
// are then looked for one by one (RE2: time linear in the window). Immutable; any thread.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

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
    // Takes the hit and says whether it stands; where it does, the search goes on after it, and else from
    // the next word inside it.
    using Visit = std::function<bool(Hit& hit)>;

    // `wanted[d]`: whether detector d is asked for.
    void visit(std::string_view text, Window window, const std::vector<bool>& wanted, int& costlyChecks,
               const Visit& visit) const;

  private:
    struct Compiled {
        std::size_t detector;
        std::size_t pattern;
        std::unique_ptr<re2::RE2> expression;
    };

    void visitOne(const Compiled& compiled, std::string_view text, Window window, int& costlyChecks,
                  const Visit& visit) const;

    std::vector<Compiled> compiled_;
    std::unique_ptr<re2::RE2::Set> set_;
};

}  // namespace hearth::privacy

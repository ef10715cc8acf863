// The calculator's own language: sums in signs ("3*(4+5)^2", "15% of 80"), in English words ("twelve times
// nine", "square root of 2", "what percent of 80 is 12") and mixed. Exact for as long as the arithmetic is.
// No state, any thread; work and memory are bounded for any input.
#pragma once

#include <string>

#include "agent/phrases.h"
#include "arithmetic/number.h"

namespace hearth::agent {

struct Calculation {
    std::string reading;  // the sum as it was understood, in signs: "15% × 80"
    Number result;
    bool percent = false;  // the result counts percent: “what percent of 80 is 12”
};

// Works out `text`. Errors (InvalidInput) say what could not be read or why there is no result: division by
// zero, the root of a negative number, a missing operand, a number beyond kMaxNumberBits.
base::Result<Calculation> calculate(const std::string& text, const Phrases& phrases = {});

}  // namespace hearth::agent

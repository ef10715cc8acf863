// Numbers as people say them: "twenty-five", "one hundred and three", "two and a half million", "a dozen",
// "3.5", "1,200", "half". Lower-case words in, numbers out; no state, any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "arithmetic/number.h"

namespace hearth::agent {

// A number found at the front of `words`, and how many words it took.
struct SpokenNumber {
    Number number;
    std::size_t words = 0;
};

// Reads the longest number that starts at words[from]; nothing when none does. "a" counts as one only before
// a scale or a fraction ("a hundred", "a quarter"). Words are lower case, without hyphens.
std::optional<SpokenNumber> readNumber(const std::vector<std::string>& words, std::size_t from);

// The third of "third", 5 of "fifth" or "5th"; nothing for other words. `half` is 2, `quarter` is 4.
std::optional<unsigned> ordinal(const std::string& word);

// The one number in `text`, in digits or words, with or without "percent", "%" or "to" around it: for the
// number arguments of tools. Nothing when there is none, or more than one.
std::optional<Number> numberIn(const std::string& text);

}  // namespace hearth::agent

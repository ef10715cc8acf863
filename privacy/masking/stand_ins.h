// Makes stand-ins: values of the same kind and form as the original that mean nobody. Pure functions of the
// original, the conversation's seed and the attempt; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearth::privacy {

// A candidate for the stand-in of an original; attempt 0, 1, … give others. Parts of a name are taken one by
// one, so that "Anna Smith", "Anna" and "Smith" fit together at the same attempt.
std::string standInFor(std::string_view kind, std::string_view original, std::uint64_t seed,
                       unsigned attempt);

// The same form with other digits and letters: "078-05-1120" becomes "913-44-7052".
std::string sameForm(std::string_view original, std::uint64_t seed, unsigned attempt);

// Dates and years in `text` moved by the days that the seed decides, in the form they are written in; empty
// if there is none.
std::string shiftedDate(std::string_view text, std::uint64_t seed);

// Whether the word is the English name of a month, or its first three letters.
bool isMonth(std::string_view word);

}  // namespace hearth::privacy

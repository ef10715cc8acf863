// What a regular expression is made of, item behind item, with how many characters each takes, so that a
// minLength or maxLength beside a pattern can be kept. Plain data.
#pragma once

#include <string>
#include <vector>

namespace hearth::engine::grammar {

inline constexpr long kEndless = -1;

struct PatternItem {
    std::string text;                // grammar of one
    long shortest = 1, longest = 1;  // characters of one; longest may be kEndless
    long least = 1, most = 1;        // how often it comes; most may be kEndless
};
using PatternItems = std::vector<PatternItem>;

// As grammar text; "" of none.
std::string written(const PatternItems& items);
// Characters of all together; the longest may be kEndless.
long shortestOf(const PatternItems& items);
long longestOf(const PatternItems& items);
// One item that is any of several rows of items.
PatternItem oneOf(const std::vector<PatternItems>& alternatives);

// Tightens how often items come so that what they describe has `least` to `most` characters (kEndless: no
// limit). With one item of varying number the result is exact, with several it describes less than it could.
// False where it cannot be done.
bool fitLengths(PatternItems& items, long least, long most);

}  // namespace hearth::engine::grammar

// Grammar text for the parts of JSON that schemas bound: strings by pattern or format, whole numbers and
// numbers by limits. Functions of values alone; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "text/grammar/program.h"

namespace hearth::engine::grammar {

// `text` as a literal of a grammar.
std::string literalOf(std::string_view text);

// The characters of `set` as a class of a grammar; "" where there are none.
std::string classOf(const CharSet& set);

// The characters of `set` as they stand inside a JSON string: an expression, or "" where none can.
std::string jsonCharacters(const CharSet& set);
std::string jsonCharacter(std::uint32_t codePoint);

// A regular expression (ECMA-262 subset: alternatives, groups, classes, quantifiers, ^ and $ at the ends) →
// expression for what stands between the quotes. Errors name the place in the pattern.
base::Result<std::string> patternToGrammar(const std::string& pattern);

// The same for a `format`; nothing where it is not known.
std::optional<std::string> formatToGrammar(const std::string& format);

// Numbers are written with at most this many digits before and after the point.
inline constexpr int maxDigits = 15;
inline constexpr std::int64_t maxWhole = 999'999'999'999'999;

// Whole numbers `least` … `most`, both included; an expression, or "" where there is none.
std::string integersBetween(std::int64_t least, std::int64_t most);

struct NumberLimit {
    std::int64_t value = 0;
    bool excluded = false;
};
// Numbers, perhaps with a fraction, between whole limits.
std::string numbersBetween(NumberLimit least, NumberLimit most);

}  // namespace hearth::engine::grammar

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
// expression for what stands between the quotes, of `least` to `most` characters (-1: no limit; see
// fitLengths for when it is less than what the pattern allows). Errors name the place in the pattern.
base::Result<std::string> patternToGrammar(const std::string& pattern, long least = 0, long most = -1);

// The same for a `format`, with how many characters it has.
struct Format {
    std::string grammar;
    long shortest = 0;
    long longest = 0;
};
// Nothing where it is not known.
std::optional<Format> formatToGrammar(const std::string& format);

// Numbers are written with at most this many digits before and after the point.
inline constexpr int maxDigits = 15;
inline constexpr std::int64_t maxWhole = 999'999'999'999'999;

// Whole numbers `least` … `most`, both included; an expression, or "" where there is none.
std::string integersBetween(std::int64_t least, std::int64_t most);

// Multiples of `step` from 0 up, or above 0, of at most maxDigits digits: rules "NAME" and, for numbers that
// go on, "NAME-…". step is at most maxStep, or a power of ten.
std::string multiplesOf(std::int64_t step, const std::string& name, bool zero);
inline constexpr std::int64_t maxStep = 100;
bool isPowerOfTen(std::int64_t value);

// Limits have up to this many digits behind the point.
inline constexpr int maxLimitDigits = 3;
struct NumberLimit {
    std::int64_t value = 0;  // in units of 10^-maxLimitDigits
    bool excluded = false;
};
// Numbers with at most `fractionDigits` digits behind the point; an expression, or "" where there is none.
std::string numbersBetween(NumberLimit least, NumberLimit most, int fractionDigits = maxDigits);

}  // namespace hearth::engine::grammar

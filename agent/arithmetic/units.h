// Units of measure: length, area, volume (kitchen units too), mass, time, speed, temperature, energy, power,
// pressure, data and angle. Factors are exact where they are defined so (SI brochure, 9th edition; NIST
// SP 811, appendix B). A table without state; any thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "agent/phrases.h"
#include "arithmetic/number.h"

namespace hearth::agent {

struct Unit {
    const char* dimension;  // "length": only units of one dimension convert into each other
    const char* one;        // "mile"
    const char* many;       // "miles"
    const char* factor;     // in the base unit of the dimension, as a fraction: "1609.344"
    const char* offset;     // added after the factor: kelvin for temperatures, else "0"
    const char* names;      // further names, separated by "|": "mi"
};

// The unit that `text` names, with or without "degrees", "a" or plural; nothing when none does. The names of
// US units win ("gallon", "cup", "pint"); "imperial gallon" and "uk pint" are there too.
const Unit* findUnit(std::string_view text);

// A quantity as people say it: "5 miles", "5 feet 11 inches", "a cup", "72°F", "half a mile".
struct Quantity {
    Number amount;
    const Unit* unit = nullptr;  // of several ("5 ft 11 in"), the first
    bool counted = false;        // an amount was said; else it is 1
};
// Nothing when no known unit is named, or units of several dimensions are.
std::optional<Quantity> readQuantity(std::string_view text);

// What a whole question asks for: "convert 5 miles to km", "how many feet are in a mile", "72 f in celsius".
struct ConversionQuestion {
    Quantity quantity;
    const Unit* to = nullptr;
};
std::optional<ConversionQuestion> readConversion(std::string_view text);

// InvalidInput when the two measure different things, or the result lies below absolute zero.
base::Result<Number> convert(const Number& amount, const Unit& from, const Unit& to,
                             const Phrases& phrases = {});

// "1 mile", "26.2 miles", "72 °F"; what has no end is rounded to `digits` significant ones.
std::string withUnit(const Number& amount, const Unit& unit, int digits = 12, const Phrases& phrases = {});

// All there are, for lists.
std::span<const Unit> units();

}  // namespace hearth::agent

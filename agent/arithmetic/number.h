// A number of the calculator: an exact fraction for as long as the arithmetic is exact, marked as rounded
// once a root, a logarithm or an angle made it so. Plain values, any thread.
#pragma once

#include <gmpxx.h>

#include <string>

#include "base/result.h"

namespace hearth::agent {

struct Number {
    mpq_class value = 0;
    bool exact = true;  // false: `value` is the nearest that double precision gave
};

// Numbers with more bits than this are refused: they are mistakes, and would fill the memory.
constexpr std::size_t kMaxNumberBits = 4096;

// "12", "0.5", "1,234,567", "≈ 0.333333333333", "≈ 1.26765060022823×10^60". A fraction that ends is printed
// with every digit (up to 30), others are rounded to `digits` significant ones and marked with ≈.
std::string toText(const Number& number, int digits = 12);
// As toText, without the sign ≈ and the commas: "1234567", "0.333333333333".
std::string toPlainText(const Number& number);

// "1234.5", "1,234.5", ".5", "2e-3", "-7"; nothing else around it.
base::Result<Number> parseDecimal(const std::string& text);

// From a double; marked as rounded. `value` must be finite.
Number rounded(double value);
// base to the exponent: exact for whole exponents, else rounded. Errors: 0 to a negative power, a root of a
// negative number, a result of more than kMaxNumberBits.
base::Result<Number> power(const Number& base, const Number& exponent);
// The n-th root: exact where there is an exact one ("square root of 2.25").
base::Result<Number> root(const Number& number, unsigned degree);

}  // namespace hearth::agent

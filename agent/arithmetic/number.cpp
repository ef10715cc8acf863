#include "arithmetic/number.h"

#include <cctype>
#include <cmath>
#include <cstdlib>

#include "agent/phrases.h"

namespace hearth::agent {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

constexpr std::size_t kMaxExactDigits = 30;
constexpr std::size_t kMaxIntegerDigits = 60;

mpz_class powerOfTen(unsigned long exponent) {
    mpz_class result;
    mpz_ui_pow_ui(result.get_mpz_t(), 10, exponent);
    return result;
}

std::string grouped(const std::string& digits) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 3 == 0) out += ',';
        out += digits[i];
    }
    return out;
}

// How many decimals write `value` exactly; -1 when no number does.
int decimalsNeeded(const mpq_class& value) {
    mpz_class rest = value.get_den();
    int twos = 0;
    int fives = 0;
    while (rest % 2 == 0) rest /= 2, ++twos;
    while (rest % 5 == 0) rest /= 5, ++fives;
    return rest == 1 ? std::max(twos, fives) : -1;
}

// The digits of |value| with `decimals` of them after the point, rounded half up, zeros at the end dropped.
std::string fixedDigits(const mpq_class& value, int decimals, bool withCommas) {
    mpq_class scaled = abs(value) * powerOfTen(static_cast<unsigned long>(decimals)) + mpq_class(1, 2);
    mpz_class whole;
    mpz_fdiv_q(whole.get_mpz_t(), scaled.get_num_mpz_t(), scaled.get_den_mpz_t());
    std::string digits = whole.get_str();
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    std::string front = digits.substr(0, digits.size() - places);
    std::string back = digits.substr(digits.size() - places);
    while (!back.empty() && back.back() == '0') back.pop_back();
    if (withCommas) front = grouped(front);
    return back.empty() ? front : front + "." + back;
}

// The exponent of ten of |value|'s first digit; `value` is not 0.
int magnitude(const mpq_class& value) {
    long bits = static_cast<long>(mpz_sizeinbase(value.get_num_mpz_t(), 2)) -
                static_cast<long>(mpz_sizeinbase(value.get_den_mpz_t(), 2));
    int guess = static_cast<int>(std::floor(static_cast<double>(bits) * 0.30103)) - 1;
    const mpq_class size = abs(value);
    auto power = [](int exponent) {
        mpq_class ten = powerOfTen(static_cast<unsigned long>(std::abs(exponent)));
        return exponent >= 0 ? ten : mpq_class(1 / ten);
    };
    while (power(guess + 1) <= size) ++guess;
    return guess;
}

std::string scientific(const mpq_class& value, bool plain, int precision) {
    const int exponent = magnitude(value);
    mpq_class scale = powerOfTen(static_cast<unsigned long>(std::abs(exponent)));
    mpq_class mantissa = exponent >= 0 ? mpq_class(abs(value) / scale) : mpq_class(abs(value) * scale);
    std::string digits = fixedDigits(mantissa, precision + 2, false);
    return digits + (plain ? "e" : "×10^") + std::to_string(exponent);
}

std::string print(const Number& number, bool plain, int precision) {
    const mpq_class& value = number.value;
    if (value == 0) return "0";
    const std::string sign = value < 0 ? (plain ? "-" : "−") : "";
    const int size = magnitude(value);
    const int exactDecimals = decimalsNeeded(value);
    const bool shortEnough =
        exactDecimals >= 0 && (exactDecimals == 0 ? static_cast<std::size_t>(size) < kMaxIntegerDigits
                                                  : static_cast<std::size_t>(std::max(size, 0)) +
                                                            static_cast<std::size_t>(exactDecimals) <
                                                        kMaxExactDigits);
    if (number.exact && shortEnough) return sign + fixedDigits(value, exactDecimals, !plain);
    const std::string about = plain ? "" : "≈ ";
    if (size >= 15 || size < -6) return about + sign + scientific(value, plain, precision);
    const int decimals = std::max(0, precision - 1 - size);
    return about + sign + fixedDigits(value, decimals, !plain);
}

Result<Number> tooLarge() {
    return fail(ErrorCode::InvalidInput, phrase("That number is too large to work out here."), "expression");
}

bool fits(const mpq_class& value) {
    return mpz_sizeinbase(value.get_num_mpz_t(), 2) <= kMaxNumberBits &&
           mpz_sizeinbase(value.get_den_mpz_t(), 2) <= kMaxNumberBits;
}

Result<Number> wholePower(const Number& base, long exponent) {
    const auto count = static_cast<unsigned long>(std::labs(exponent));
    const std::size_t bits = std::max(mpz_sizeinbase(base.value.get_num_mpz_t(), 2),
                                      mpz_sizeinbase(base.value.get_den_mpz_t(), 2));
    const bool unit = abs(base.value) == 1 || base.value == 0;
    if (!unit && count > kMaxNumberBits / bits) return tooLarge();
    Number result{0, base.exact};
    mpz_pow_ui(result.value.get_num_mpz_t(), base.value.get_num_mpz_t(), unit ? count % 2 + 2 : count);
    mpz_pow_ui(result.value.get_den_mpz_t(), base.value.get_den_mpz_t(), unit ? 1 : count);
    result.value.canonicalize();
    if (exponent < 0) result.value = 1 / result.value;
    return result;
}

}  // namespace

std::string toText(const Number& number, int digits) {
    return print(number, false, digits);
}
std::string toPlainText(const Number& number) {
    return print(number, true, 12);
}

Result<Number> parseDecimal(const std::string& text) {
    auto bad = [&] {
        return fail(ErrorCode::InvalidInput, phrase("This is not a number; write it like 1234.5."), "number");
    };
    std::string digits;
    long scale = 0;
    bool negative = false;
    bool point = false;
    std::size_t i = 0;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) negative = text[i++] == '-';
    std::size_t group = 0;  // digits since the last comma
    bool commas = false;
    for (; i < text.size() && text[i] != 'e'; ++i) {
        const char c = text[i];
        if (std::isdigit(static_cast<unsigned char>(c))) {
            digits += c;
            point ? void(--scale) : void(++group);
        } else if (c == ',' && !point && (commas ? group == 3 : group >= 1 && group <= 3)) {
            commas = true;
            group = 0;
        } else if (c == '.' && !point && (!commas || group == 3)) {
            point = true;
        } else {
            return bad();
        }
    }
    if (digits.empty() || digits.size() > 1000 || (commas && !point && group != 3)) return bad();
    if (i < text.size()) {
        char* end = nullptr;
        const std::string exponent = text.substr(i + 1);
        const long power = std::strtol(exponent.c_str(), &end, 10);
        if (exponent.empty() || *end != '\0') return bad();
        if (std::labs(power) > 1000) return tooLarge();
        scale += power;
    }
    Number number;
    number.value = mpz_class(digits, 10);
    const mpz_class factor = powerOfTen(static_cast<unsigned long>(std::labs(scale)));
    if (scale >= 0)
        number.value *= factor;
    else
        number.value /= factor;
    if (negative) number.value = -number.value;
    if (!fits(number.value)) return tooLarge();
    return number;
}

Number rounded(double value) {
    Number number;
    number.value = value;
    number.exact = false;
    return number;
}

Result<Number> power(const Number& base, const Number& exponent) {
    if (base.value == 0 && exponent.value < 0)
        return fail(ErrorCode::InvalidInput, phrase("Zero has no negative power: that divides by zero."),
                    "expression");
    if (exponent.value.get_den() == 1) {
        if (!exponent.value.get_num().fits_slong_p()) return tooLarge();
        auto result = wholePower(base, exponent.value.get_num().get_si());
        if (result) result->exact = result->exact && exponent.exact;
        return result;
    }
    if (base.value < 0)
        return fail(ErrorCode::InvalidInput,
                    phrase("A negative number has no such power among the real numbers."), "expression");
    if (exponent.exact && abs(exponent.value.get_num()) <= 64 && exponent.value.get_den() <= 64) {
        auto part = root(base, static_cast<unsigned>(exponent.value.get_den().get_ui()));
        if (part && part->exact) return wholePower(*part, exponent.value.get_num().get_si());
    }
    const double result = std::pow(base.value.get_d(), exponent.value.get_d());
    if (!std::isfinite(result)) return tooLarge();
    return rounded(result);
}

Result<Number> root(const Number& number, unsigned degree) {
    if (degree == 0) return fail(ErrorCode::InvalidInput, phrase("There is no zeroth root."), "expression");
    if (number.value < 0 && degree % 2 == 0)
        return fail(ErrorCode::InvalidInput,
                    phrase("The root of a negative number is not a real number, so I can't work it out."),
                    "expression");
    Number result{0, number.exact};
    const bool whole = mpz_root(result.value.get_num_mpz_t(), number.value.get_num_mpz_t(), degree) != 0;
    const bool part = mpz_root(result.value.get_den_mpz_t(), number.value.get_den_mpz_t(), degree) != 0;
    if (whole && part) {
        result.value.canonicalize();
        return result;
    }
    const double size = std::pow(std::fabs(number.value.get_d()), 1.0 / degree);
    if (!std::isfinite(size)) return tooLarge();
    return rounded(number.value < 0 ? -size : size);
}

}  // namespace hearth::agent

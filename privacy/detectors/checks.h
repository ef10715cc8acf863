// Check digits and dates: what many identifiers share. Pure functions on short strings; any thread.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace hearth::privacy {

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
// A to Z in either case.
constexpr bool isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
constexpr bool isAlnum(char c) {
    return isDigit(c) || isLetter(c);
}
constexpr char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The digits of `text` alone, in order.
std::string digitsOf(std::string_view text);
// The ASCII letters and digits of `text` alone, letters in upper case.
std::string alnumOf(std::string_view text);
// The number that `length` digits from `at` write.
int number(std::string_view digits, std::size_t at, std::size_t length);
bool allSame(std::string_view text);
bool hasDigit(std::string_view text);
bool isOneOf(std::string_view text, std::initializer_list<std::string_view> values);

// Sum of digit times weight; as many digits as there are weights, which must be there.
int weightedSum(std::string_view digits, std::initializer_list<int> weights);
// Luhn's sum over all digits ends in 0 (ISO/IEC 7812-1, annex B).
bool luhn(std::string_view digits);
// Verhoeff, "Error Detecting Decimal Codes", 1969: the dihedral group D5; the last digit is the check.
bool verhoeff(std::string_view digits);
// ISO/IEC 7064, MOD 11,10: the last digit is the check.
bool iso7064Mod11_10(std::string_view digits);
// ISO/IEC 7064, MOD 97-10 on letters and digits (A = 10 … Z = 35): the remainder.
int mod97(std::string_view alnum);
// ICAO Doc 9303, part 3, section 4.9: weights 7, 3, 1; the check digit of letters and digits.
int icaoCheck(std::string_view alnum);
// The sum of the decimal digits of a number from 0 to 99.
int digitSum(int value);

// A day that the Gregorian calendar has.
bool isDate(int year, int month, int day);
// Six digits YYMMDD or DDMMYY that are a date in some century.
bool isYearMonthDay(std::string_view digits);
bool isDayMonthYear(std::string_view digits);

}  // namespace hearth::privacy

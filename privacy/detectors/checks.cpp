#include "detectors/checks.h"

#include <algorithm>
#include <array>

namespace hearth::privacy {

std::string digitsOf(std::string_view text) {
    std::string out(text.size(), '\0');
    const auto end = std::copy_if(text.begin(), text.end(), out.begin(), isDigit);
    out.erase(end, out.end());
    return out;
}

std::string alnumOf(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (isAlnum(c)) out += upper(c);
    return out;
}

int number(std::string_view digits, std::size_t at, std::size_t length) {
    int value = 0;
    for (const char c : digits.substr(at, length)) value = value * 10 + (c - '0');
    return value;
}

bool allSame(std::string_view text) {
    return text.find_first_not_of(text.substr(0, 1)) == std::string_view::npos;
}

bool hasDigit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), isDigit);
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> values) {
    return std::find(values.begin(), values.end(), text) != values.end();
}

int weightedSum(std::string_view digits, std::initializer_list<int> weights) {
    int sum = 0;
    std::size_t at = 0;
    for (const int weight : weights) sum += (digits[at++] - '0') * weight;
    return sum;
}

int digitSum(int value) {
    return value / 10 + value % 10;
}

bool luhn(std::string_view digits) {
    int sum = 0;
    bool twice = false;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, twice = !twice)
        sum += twice ? digitSum((*digit - '0') * 2) : *digit - '0';
    return !digits.empty() && sum % 10 == 0;
}

namespace {

// The product of two elements of D5: 0 to 4 are rotations, 5 to 9 reflections.
int dihedral(int a, int b) {
    if (a < 5) return b < 5 ? (a + b) % 5 : (a + b - 5) % 5 + 5;
    return b < 5 ? (a - 5 - b + 5) % 5 + 5 : (a - b + 5) % 5;
}

// Verhoeff's permutation, applied as often as the place of the digit says.
int permuted(int digit, int times) {
    constexpr std::array<int, 10> once = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    for (int i = 0; i < times % 8; ++i) digit = once[static_cast<std::size_t>(digit)];
    return digit;
}

int codeOf(char c) {
    return isDigit(c) ? c - '0' : upper(c) - 'A' + 10;
}

}  // namespace

bool verhoeff(std::string_view digits) {
    int check = 0;
    int place = 0;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit)
        check = dihedral(check, permuted(*digit - '0', place++));
    return check == 0;
}

bool iso7064Mod11_10(std::string_view digits) {
    int product = 10;
    for (const char c : digits.substr(0, digits.size() - 1)) {
        const int sum = (product + c - '0') % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (product + digits.back() - '0') % 10 == 1;
}

int mod97(std::string_view alnum) {
    int rest = 0;
    for (const char c : alnum) {
        const int code = codeOf(c);
        rest = (rest * (code < 10 ? 10 : 100) + code) % 97;
    }
    return rest;
}

int icaoCheck(std::string_view alnum) {
    constexpr std::array<int, 3> weights = {7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < alnum.size(); ++i) sum += codeOf(alnum[i]) * weights[i % 3];
    return sum % 10;
}

bool isDate(int year, int month, int day) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1) return false;
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= days[static_cast<std::size_t>(month - 1)] + (leap && month == 2 ? 1 : 0);
}

bool isYearMonthDay(std::string_view digits) {
    // 2000 was a leap year, 1900 was not: what any century has is a date.
    return isDate(2000 + number(digits, 0, 2), number(digits, 2, 2), number(digits, 4, 2));
}

bool isDayMonthYear(std::string_view digits) {
    return isDate(2000 + number(digits, 4, 2), number(digits, 2, 2), number(digits, 0, 2));
}

}  // namespace hearth::privacy

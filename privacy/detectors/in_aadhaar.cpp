// India: Aadhaar number, twelve digits.
// Source: UIDAI, "Number scheme": first digit 2 to 9, Verhoeff; palindromes are not given.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    const bool palindrome = std::string(digits.rbegin(), digits.rend()) == digits;
    return validIf(!palindrome && verhoeff(digits));
}

}  // namespace

Detector inAadhaar() {
    return {"IN_AADHAAR",
            {{"four-four-four digits", R"(\b[2-9]\d{3}[- :]\d{4}[- :]\d{4}\b)", 0.35},
             {"twelve digits", R"(\b[2-9]\d{11}\b)", 0.15}},
            {"aadhaar", "aadhar", "uidai", "uid"},
            check};
}

}  // namespace hearth::privacy

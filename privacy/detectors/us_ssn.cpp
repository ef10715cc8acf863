// United States: Social Security number, three, two and four digits.
// Source: Social Security Administration, "Social Security Number Randomization" (areas 000, 666 and
// 900 to 999, group 00 and serial 0000 are not issued); numbers that advertisements made famous.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    const int area = number(digits, 0, 3);
    if (area == 0 || area == 666 || area >= 900) return Verdict::Invalid;
    if (number(digits, 3, 2) == 0 || number(digits, 5, 4) == 0 || allSame(digits)) return Verdict::Invalid;
    return possibleIf(!isOneOf(digits, {"078051120", "219099999", "123456789"}));
}

}  // namespace

Detector usSsn() {
    return {"US_SSN",
            {{"three-two-four digits", R"(\b\d{3}[-. ]\d{2}[-. ]\d{4}\b)", 0.5},
             {"digits with one separator", R"(\b(?:\d{3}-\d{6}|\d{5}-\d{4})\b)", 0.3},
             {"nine digits", R"(\b\d{9}\b)", 0.1}},
            {"ssn", "ssns", "ss#", "social security", "social", "ssid"},
            check};
}

}  // namespace hearth::privacy

// United Kingdom: NHS number, ten digits.
// Source: NHS Data Dictionary, "NHS Number": weights 10 to 2, modulus 11.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    const int expected = (11 - weightedSum(digits, {10, 9, 8, 7, 6, 5, 4, 3, 2}) % 11) % 11;
    return validIf(expected == digits[9] - '0' && !allSame(digits));
}

}  // namespace

Detector ukNhs() {
    return {"UK_NHS",
            {{"three-three-four digits", R"(\b\d{3}[- ]\d{3}[- ]\d{4}\b)", 0.2},
             {"ten digits", R"(\b\d{10}\b)", 0.1}},
            {"nhs", "national health", "health service", "patient"},
            check};
}

}  // namespace hearth::privacy

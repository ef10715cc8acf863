// Australia: Company Number, nine digits.
// Source: ASIC, "Australian Company Number digit check": weights 8 to 1, complement to 10.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    const int expected = (10 - weightedSum(digits, {8, 7, 6, 5, 4, 3, 2, 1}) % 10) % 10;
    return validIf(expected == digits[8] - '0');
}

}  // namespace

Detector auAcn() {
    return {"AU_ACN",
            {{"three-three-three digits", R"(\b\d{3} \d{3} \d{3}\b)", 0.15},
             {"nine digits", R"(\b\d{9}\b)", 0.1}},
            {"australian company number", "acn"},
            check};
}

}  // namespace hearth::privacy

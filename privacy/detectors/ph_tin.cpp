// Philippines: taxpayer identification number, nine digits and a branch of three to five.
// Source: Bureau of Internal Revenue: the ninth digit checks the first eight, weights 9 to 2, modulus 11.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    if (allSame(digits)) return Verdict::Invalid;
    return validIf(weightedSum(digits, {9, 8, 7, 6, 5, 4, 3, 2}) % 11 == digits[8] - '0');
}

}  // namespace

Detector phTin() {
    return {"PH_TIN",
            {{"groups of three and a branch", R"(\b\d{3}-\d{3}-\d{3}-\d{3,5}\b)", 0.4},
             {"three groups of three", R"(\b\d{3}-\d{3}-\d{3}\b)", 0.2},
             {"digits", R"(\b(?:\d{12}|\d{14}|\d{9})\b)", 0.05}},
            {"tin", "bir", "taxpayer", "tax identification"},
            check};
}

}  // namespace hearth::privacy

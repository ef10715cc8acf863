// Australia: Business Number, eleven digits.
// Source: Australian Business Register, "Format of the ABN": 1 off the first digit, weights, modulus 89.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    const int sum = weightedSum(digits, {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19}) - 10;
    return validIf(digits[0] != '0' && sum % 89 == 0);
}

}  // namespace

Detector auAbn() {
    return {"AU_ABN",
            {{"two-three-three-three digits", R"(\b\d{2} \d{3} \d{3} \d{3}\b)", 0.3},
             {"eleven digits", R"(\b\d{11}\b)", 0.2}},
            {"australian business number", "abn"},
            check};
}

}  // namespace hearth::privacy

// Australia: Tax File Number, nine digits.
// Source: Australian Taxation Office: weights 1, 4, 3, 7, 5, 8, 6, 9, 10, modulus 11.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    return validIf(!allSame(digits) && weightedSum(digits, {1, 4, 3, 7, 5, 8, 6, 9, 10}) % 11 == 0);
}

}  // namespace

Detector auTfn() {
    return {"AU_TFN",
            {{"three-three-three digits", R"(\b\d{3} \d{3} \d{3}\b)", 0.15},
             {"nine digits", R"(\b\d{9}\b)", 0.1}},
            {"tax file number", "tfn"},
            check};
}

}  // namespace hearth::privacy

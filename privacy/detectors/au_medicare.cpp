// Australia: Medicare card number, ten digits (eleven with the person's number).
// Source: Services Australia, "Medicare card number": first digit 2 to 6, weights 1, 3, 7, 9.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    return validIf(weightedSum(digits, {1, 3, 7, 9, 1, 3, 7, 9}) % 10 == digits[8] - '0');
}

}  // namespace

Detector auMedicare() {
    return {"AU_MEDICARE",
            {{"four-five-one digits", R"(\b[2-6]\d{3} \d{5} \d\b)", 0.35},
             {"ten digits", R"(\b[2-6]\d{9}\b)", 0.1}},
            {"medicare"},
            check};
}

}  // namespace hearth::privacy

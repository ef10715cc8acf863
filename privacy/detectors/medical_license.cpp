// United States: DEA registration number, two letters and seven digits.
// Source: 21 CFR 1301; the check digit is the last of (1st+3rd+5th) + 2 (2nd+4th+6th).
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value().substr(2));
    return validIf(weightedSum(digits, {1, 2, 1, 2, 1, 2}) % 10 == digits[6] - '0' && !allSame(digits));
}

}  // namespace

Detector medicalLicense() {
    return {"MEDICAL_LICENSE",
            {{"two letters and seven digits", R"((?i)\b[A-HJ-MPR-UX][A-Z9]\d{7}\b)", 0.4}},
            {"medical", "certificate", "dea", "registration", "prescriber", "license"},
            check};
}

}  // namespace hearth::privacy

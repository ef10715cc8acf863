// Thailand: national identity number, thirteen digits.
// Source: Department of Provincial Administration: kind 1 to 8, province, weights 13 to 2, modulus 11.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    const int province = number(digits, 1, 2);
    const bool known = (province >= 10 && province <= 27) || (province >= 30 && province <= 58) ||
                       (province >= 60 && province <= 67) || (province >= 70 && province <= 77) ||
                       (province >= 80 && province <= 86) || (province >= 90 && province <= 96);
    const int sum = weightedSum(digits, {13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2});
    return validIf(known && (11 - sum % 11) % 10 == digits[12] - '0');
}

}  // namespace

Detector thTnin() {
    return {"TH_TNIN",
            {{"thirteen digits", R"(\b[1-8]\d{12}\b)", 0.3},
             {"one-four-five-two-one digits", R"(\b[1-8][- ]\d{4}[- ]\d{5}[- ]\d{2}[- ]\d\b)", 0.45}},
            {"บัตรประชาชน", "เลขประจำตัวประชาชน", "thai national id", "tnin", "เลขบัตรประชาชน"},
            check};
}

}  // namespace hearth::privacy

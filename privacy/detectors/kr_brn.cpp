// Republic of Korea: business registration number, three-two-five digits.
// Source: National Tax Service: weights 1, 3, 7, 1, 3, 7, 1, 3, 5 and the tens of the last product.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    const int sum = weightedSum(digits, {1, 3, 7, 1, 3, 7, 1, 3, 5}) + (digits[8] - '0') * 5 / 10;
    return validIf((10 - sum % 10) % 10 == digits[9] - '0');
}

}  // namespace

Detector krBrn() {
    return {
        "KR_BRN",
        {{"three-two-five digits", R"(\b\d{3}-\d{2}-\d{5}\b)", 0.4}, {"ten digits", R"(\b\d{10}\b)", 0.1}},
        {"사업자등록번호", "사업자", "business registration", "brn"},
        check};
}

}  // namespace hearth::privacy

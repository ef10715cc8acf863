// Japan: Individual Number ("My Number"), twelve digits.
// Source: Ministry of Internal Affairs and Communications, Ordinance 85 of 2014, article 5: modulus 11.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    const int rest = weightedSum(digits, {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11;
    return validIf(!allSame(digits) && (rest <= 1 ? 0 : 11 - rest) == digits[11] - '0');
}

}  // namespace

Detector jpMyNumber() {
    return {"JP_MY_NUMBER",
            {{"four-four-four digits", R"(\b\d{4}[- ]\d{4}[- ]\d{4}\b)", 0.25},
             {"twelve digits", R"(\b\d{12}\b)", 0.15}},
            {"マイナンバー", "個人番号", "my number", "individual number"},
            check};
}

}  // namespace hearth::privacy

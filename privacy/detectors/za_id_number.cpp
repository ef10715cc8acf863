// South Africa: identity number, thirteen digits.
// Source: Identification Act 68 of 1997 and Department of Home Affairs: birthday, sequence, citizenship
// 0 to 2, then 8 or 9 (earlier 0 to 7 for population groups), Luhn.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    return validIf(isDate(1900 + number(digits, 0, 2) + (digits[0] == '0' ? 100 : 0), number(digits, 2, 2),
                          number(digits, 4, 2)) &&
                   luhn(digits));
}

}  // namespace

Detector zaIdNumber() {
    return {"ZA_ID_NUMBER",
            {{"thirteen digits", R"(\b\d{10}[0-2][089]\d\b)", 0.35},
             {"six-four-three digits", R"(\b\d{6} \d{4} [0-2][089]\d\b)", 0.4}},
            {"id number", "identity number", "south african", "rsa", "sa id", "id"},
            check};
}

}  // namespace hearth::privacy

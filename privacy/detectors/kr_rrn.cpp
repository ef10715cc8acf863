// Republic of Korea: resident registration number, birthday, century and sex, six digits.
// Source: Resident Registration Act; numbers since October 2020 have no check digit.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    const bool twentieth = digits[6] < '3';
    return possibleIf(
        isDate((twentieth ? 1900 : 2000) + number(digits, 0, 2), number(digits, 2, 2), number(digits, 4, 2)));
}

}  // namespace

Detector krRrn() {
    return {"KR_RRN",
            {{"birthday, hyphen, seven digits", R"(\b\d{6}-[1-4]\d{6}\b)", 0.55},
             {"thirteen digits", R"(\b\d{6}[1-4]\d{6}\b)", 0.2}},
            {"주민등록번호", "주민번호", "resident registration", "rrn", "korean"},
            check};
}

}  // namespace hearth::privacy

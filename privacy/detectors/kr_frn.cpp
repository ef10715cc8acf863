// Republic of Korea: registration number of foreigners, in the form of the residents', centuries 5 to 8.
// Source: Immigration Act, article 31; numbers since October 2020 have no check digit.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    const bool twentieth = digits[6] < '7';
    return possibleIf(
        isDate((twentieth ? 1900 : 2000) + number(digits, 0, 2), number(digits, 2, 2), number(digits, 4, 2)));
}

}  // namespace

Detector krFrn() {
    return {"KR_FRN",
            {{"birthday, hyphen, seven digits", R"(\b\d{6}-[5-8]\d{6}\b)", 0.5},
             {"thirteen digits", R"(\b\d{6}[5-8]\d{6}\b)", 0.15}},
            {"외국인등록번호", "외국인", "foreigner registration", "frn", "korean"},
            check};
}

}  // namespace hearth::privacy

// Netherlands: citizen service number (BSN), nine digits.
// Source: Besluit burgerservicenummer: weights 9 to 2 and -1, modulus 11.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    return validIf(!allSame(digits) && weightedSum(digits, {9, 8, 7, 6, 5, 4, 3, 2, -1}) % 11 == 0);
}

}  // namespace

Detector nlBsn() {
    return {"NL_BSN",
            {{"nine digits", R"(\b\d{9}\b)", 0.15}, {"digits in groups", R"(\b\d{4}\.\d{2}\.\d{3}\b)", 0.35}},
            {"bsn", "burgerservicenummer", "sofinummer", "sofi-nummer"},
            check};
}

}  // namespace hearth::privacy

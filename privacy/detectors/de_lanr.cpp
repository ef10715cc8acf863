// Germany: number of a physician (lebenslange Arztnummer), nine digits.
// Source: KBV, "Arztnummern-Richtlinie": six digits with weights 4 and 9, a check digit, two digits of
// the speciality.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string_view digits = match.value();
    const int expected = (10 - weightedSum(digits, {4, 9, 4, 9, 4, 9}) % 10) % 10;
    return validIf(expected == digits[6] - '0' && !allSame(digits));
}

}  // namespace

Detector deLanr() {
    return {"DE_LANR",
            {{"nine digits", R"(\b\d{9}\b)", 0.1}},
            {"lanr", "arztnummer", "arzt", "ärztin", "vertragsarzt", "kbv", "rezept"},
            check};
}

}  // namespace hearth::privacy

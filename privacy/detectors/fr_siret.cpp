// France: number of a company (SIREN, nine digits) and of its establishments (SIRET, fourteen), Luhn.
// Source: INSEE, "Numéro Siren", "Numéro Siret".
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    return validIf(!allSame(digits) && luhn(digits));
}

}  // namespace

Detector frSiret() {
    return {"FR_SIRET",
            {{"fourteen digits", R"(\b\d{3} ?\d{3} ?\d{3} ?\d{5}\b)", 0.15},
             {"nine digits", R"(\b\d{3} ?\d{3} ?\d{3}\b)", 0.1}},
            {"siret", "siren", "rcs"},
            check};
}

}  // namespace hearth::privacy

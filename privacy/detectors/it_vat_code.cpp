// Italy: VAT number (partita IVA), eleven digits, Luhn.
// Source: D.P.R. 633/1972; Agenzia delle Entrate.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    return validIf(luhn(digits) && !allSame(digits));
}

}  // namespace

Detector itVatCode() {
    return {"IT_VAT_CODE",
            {{"eleven digits", R"(\b(?:IT ?)?\d{11}\b)", 0.1}},
            {"piva", "partita iva", "pi", "p.iva", "iva"},
            check};
}

}  // namespace hearth::privacy

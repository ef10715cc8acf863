// Germany: postal code, five digits from 01001 to 99998.
// Source: Deutsche Post, "Das Postleitzahlensystem": no code begins with 00.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const int code = number(match.value(), 0, 5);
    return possibleIf(code >= 1001 && code <= 99998);
}

}  // namespace

Detector dePlz() {
    return {"DE_PLZ",
            {{"five digits", R"(\b\d{5}\b)", 0.05}},
            {"plz", "postleitzahl", "postleitzahlen", "anschrift", "adresse", "wohnort"},
            check};
}

}  // namespace hearth::privacy

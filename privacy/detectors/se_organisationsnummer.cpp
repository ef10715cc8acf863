// Sweden: organisation number, ten digits.
// Source: Skatteverket, SKV 709: the third digit is 2 or more, Luhn.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    return validIf(digits[2] >= '2' && luhn(digits));
}

}  // namespace

Detector seOrganisationsnummer() {
    return {"SE_ORGANISATIONSNUMMER",
            {{"ten digits with a hyphen", R"(\b[1-35-9]\d[2-9]\d{3}-\d{4}\b)", 0.35},
             {"ten digits", R"(\b[1-35-9]\d[2-9]\d{7}\b)", 0.1}},
            {"organisationsnummer", "orgnummer", "orgnr", "org.nr", "org nr", "företag"},
            check};
}

}  // namespace hearth::privacy

// United States: National Provider Identifier, ten digits.
// Source: CMS, "Requirements for National Provider Identifier (NPI) and NPI Check Digit": Luhn over the
// number with the prefix 80840.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    return validIf(!allSame(digits.substr(1)) && luhn("80840" + digits));
}

}  // namespace

Detector usNpi() {
    return {"US_NPI",
            {{"ten digits from 1 or 2", R"(\b[12]\d{9}\b)", 0.1},
             {"ten digits in groups", R"(\b[12]\d{3}[ -]\d{3}[ -]\d{3}\b)", 0.2}},
            {"npi", "national provider", "provider", "practitioner", "taxonomy", "prescriber"},
            check};
}

}  // namespace hearth::privacy

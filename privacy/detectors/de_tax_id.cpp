// Germany: tax identification number, eleven digits.
// Source: Section 139b AO, BZSt: not from 0, ISO 7064 MOD 11,10; of the first ten digits none is there more
// than three times.
#include <algorithm>

#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    for (char digit = '0'; digit <= '9'; ++digit)
        if (std::count(digits.begin(), digits.begin() + 10, digit) > 3) return Verdict::Invalid;
    return validIf(iso7064Mod11_10(digits));
}

}  // namespace

Detector deTaxId() {
    return {"DE_TAX_ID",
            {{"eleven digits", R"(\b[1-9]\d{10}\b)", 0.2},
             {"eleven digits in groups", R"(\b[1-9]\d ?\d{3} ?\d{3} ?\d{3}\b)", 0.25}},
            {"steuer-id", "steuerid", "idnr", "steueridentifikationsnummer", "steuerliche", "tin", "id-nr",
             "identifikationsnummer"},
            check};
}

}  // namespace hearth::privacy

// Germany: health insurance number (Krankenversichertennummer), a letter and nine digits.
// Source: Section 290 SGB V, GKV-Spitzenverband: the letter as two digits, weights 1 and 2, sums of digits.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string value = alnumOf(match.value());
    const int letter = value[0] - 'A' + 1;
    const std::string digits = std::to_string(100 + letter).substr(1) + value.substr(1, 8);
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) sum += digitSum((digits[i] - '0') * (i % 2 == 0 ? 1 : 2));
    return validIf(sum % 10 == value[9] - '0');
}

}  // namespace

Detector deHealthInsurance() {
    return {"DE_HEALTH_INSURANCE",
            {{"a letter and nine digits", R"((?i)\b[A-Z]\d{9}\b)", 0.35}},
            {"krankenversicherung", "krankenversichertennummer", "kvnr", "krankenkasse", "versichertennummer",
             "gesundheitskarte", "egk"},
            check};
}

}  // namespace hearth::privacy

// India: goods and services tax number, fifteen characters: state, PAN, entity, Z, check.
// Source: GST Council, "GSTIN structure"; the check is Luhn's scheme on 36 characters.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

int codeOf(char c) {
    return isDigit(c) ? c - '0' : c - 'A' + 10;
}

Verdict check(Match& match) {
    const std::string value = alnumOf(match.value());
    const int state = number(value, 0, 2);
    if (state == 0 || (state > 38 && state < 97)) return Verdict::Invalid;
    int sum = 0;
    for (std::size_t i = 0; i < 14; ++i) {
        const int product = codeOf(value[i]) * (i % 2 == 0 ? 1 : 2);
        sum += product / 36 + product % 36;
    }
    return (36 - sum % 36) % 36 == codeOf(value[14]) ? Verdict::Valid : Verdict::Unknown;
}

}  // namespace

Detector inGstin() {
    return {"IN_GSTIN",
            {{"state, PAN, entity, Z, check", R"((?i)\b\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]\b)", 0.6}},
            {"gstin", "gst", "goods and services tax", "tax identification"},
            check};
}

}  // namespace hearth::privacy

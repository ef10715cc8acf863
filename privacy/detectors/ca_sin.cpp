// Canada: Social Insurance Number, nine digits, Luhn; none begins with 0 or 8.
// Source: Employment and Social Development Canada, "The Social Insurance Number Code of Practice".
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    return validIf(luhn(digits) && !isOneOf(digits, {"046454286"}));
}

}  // namespace

Detector caSin() {
    return {"CA_SIN",
            {{"three-three-three digits", R"(\b[1-79]\d{2}[- ]\d{3}[- ]\d{3}\b)", 0.3},
             {"nine digits", R"(\b[1-79]\d{8}\b)", 0.1}},
            {"sin", "social insurance", "canada", "canadian", "nas", "assurance sociale"},
            check};
}

}  // namespace hearth::privacy

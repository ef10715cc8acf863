// Philippines: mobile numbers, 9 and nine digits after the country code or 0.
// Source: National Telecommunications Commission, numbering plan.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    return possibleIf(!isAlnum(match.before()) && match.before() != '+' && !isDigit(match.after()));
}

}  // namespace

Detector phMobileNumber() {
    return {"PH_MOBILE_NUMBER",
            {{"prefix, 9 and nine digits", R"((?:\+63|\b63|\b0)[ -]?\(?9\d{2}\)?[ -]?\d{3}[ -]?\d{4})", 0.2}},
            {"mobile", "cellphone", "globe", "smart", "viber"},
            check};
}

}  // namespace hearth::privacy

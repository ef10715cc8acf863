// United States: ABA routing transit number, nine digits.
// Source: American Bankers Association, Routing Number Policy: weights 3, 7, 1; first two digits 00 to 12,
// 21 to 32, 61 to 72 or 80.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    const int district = number(digits, 0, 2);
    const bool known = district <= 12 || (district >= 21 && district <= 32) ||
                       (district >= 61 && district <= 72) || district == 80;
    return validIf(known && !allSame(digits) && weightedSum(digits, {3, 7, 1, 3, 7, 1, 3, 7, 1}) % 10 == 0);
}

}  // namespace

Detector abaRouting() {
    return {"ABA_ROUTING_NUMBER",
            {{"nine digits", R"(\b[0-3678]\d{8}\b)", 0.05},
             {"four-four-one digits", R"(\b[0-3678]\d{3}-\d{4}-\d\b)", 0.3}},
            {"aba", "routing", "abarouting", "transit", "bankrouting", "rtn", "wire"},
            check};
}

}  // namespace hearth::privacy

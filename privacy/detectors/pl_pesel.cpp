// Poland: PESEL number, eleven digits.
// Source: Act of 24 September 2010 on population records: birthday with the century in the month, weights
// 1, 3, 7, 9.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string_view digits = match.value();
    const int month = number(digits, 2, 2);
    constexpr int centuries[] = {1900, 2000, 2100, 2200, 1800};
    if (!isDate(centuries[month / 20] + number(digits, 0, 2), month % 20, number(digits, 4, 2)))
        return Verdict::Invalid;
    return validIf(weightedSum(digits, {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1}) % 10 == 0);
}

}  // namespace

Detector plPesel() {
    return {"PL_PESEL", {{"eleven digits", R"(\b\d{11}\b)", 0.35}}, {"pesel", "ewidencyjny", "numer"}, check};
}

}  // namespace hearth::privacy

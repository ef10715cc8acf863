// Türkiye: identity number, eleven digits.
// Source: General Directorate of Civil Registration, T.C. kimlik numarası: the tenth digit is 7 times the
// odd places less the even ones, the eleventh the sum of the first ten.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string_view digits = match.value();
    const int odd = weightedSum(digits, {1, 0, 1, 0, 1, 0, 1, 0, 1});
    const int even = weightedSum(digits, {0, 1, 0, 1, 0, 1, 0, 1});
    const int tenth = ((odd * 7 - even) % 10 + 10) % 10;
    const int eleventh = (odd + even + digits[9] - '0') % 10;
    return validIf(tenth == digits[9] - '0' && eleventh == digits[10] - '0');
}

}  // namespace

Detector trNationalId() {
    return {"TR_NATIONAL_ID",
            {{"eleven digits", R"(\b[1-9]\d{10}\b)", 0.45}},
            {"kimlik", "tckn", "tc kimlik", "t.c.", "kimlik no", "vatandaşlık"},
            check};
}

}  // namespace hearth::privacy

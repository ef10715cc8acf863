// Finland: personal identity code, birthday, sign of the century, number, check character.
// Source: Digital and Population Data Services Agency, "The personal identity code" (signs of 2023).
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string_view value = match.value();
    const std::string digits = digitsOf(value.substr(0, 6)) + digitsOf(value.substr(7, 3));
    if (!isDayMonthYear(digits)) return Verdict::Invalid;
    return validIf(number(digits, 6, 3) >= 2 &&
                   upper(value[10]) == "0123456789ABCDEFHJKLMNPRSTUVWXY"[number(digits, 0, 9) % 31]);
}

}  // namespace

Detector fiPersonalIdentityCode() {
    return {"FI_PERSONAL_IDENTITY_CODE",
            {{"birthday, century, number, check", R"((?i)\b\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b)", 0.6}},
            {"hetu", "henkilötunnus", "personbeteckningen", "personal identity code"},
            check};
}

}  // namespace hearth::privacy

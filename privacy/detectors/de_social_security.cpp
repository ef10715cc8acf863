// Germany: pension insurance number (Rentenversicherungsnummer), twelve characters.
// Source: VKVV, section 2, and its annex: area, birthday (50 added to the day in a second series), initial,
// serial number, check digit with weights 2 1 2 5 7 1 2 1 2 1 2 1 and sums of digits.
#include <array>

#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string value = alnumOf(match.value());
    const int day = number(value, 2, 2);
    if (!isDate(2000, number(value, 4, 2), day > 50 ? day - 50 : day)) return Verdict::Invalid;
    const std::string digits =
        value.substr(0, 8) + std::to_string(100 + value[8] - 'A' + 1).substr(1) + value.substr(9, 2);
    constexpr std::array<int, 12> weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += digitSum((digits[i] - '0') * weights[i]);
    return validIf(sum % 10 == value[11] - '0');
}

}  // namespace

Detector deSocialSecurity() {
    return {"DE_SOCIAL_SECURITY",
            {{"area, birthday, initial, serial", R"((?i)\b\d{2} ?\d{6} ?[A-Z] ?\d{3}\b)", 0.5}},
            {"rentenversicherung", "rentenversicherungsnummer", "sozialversicherungsnummer", "rvnr", "svnr",
             "sozialversicherung", "sozialversicherungsausweis"},
            check};
}

}  // namespace hearth::privacy

// Sweden: personal identity number, and coordination number (60 added to the day), ten or twelve digits.
// Source: Skatteverket, SKV 704 and SKV 707: Luhn over the last ten digits.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    if (isDigit(match.before())) return Verdict::Invalid;
    std::string digits = digitsOf(match.value());
    const int century = digits.size() == 12 ? number(digits, 0, 2) : 20;
    if (century < 18 || century > 20) return Verdict::Invalid;
    digits.erase(0, digits.size() - 10);
    const int day = number(digits, 4, 2);
    const int year = century * 100 + number(digits, 0, 2);
    return validIf(isDate(year, number(digits, 2, 2), day > 60 ? day - 60 : day) && luhn(digits));
}

}  // namespace

Detector sePersonnummer() {
    return {"SE_PERSONNUMMER",
            {{"twelve digits", R"((?:18|19|20)\d{6}[-+]?\d{4}\b)", 0.4},
             {"ten digits with a sign", R"(\b\d{6}[-+]\d{4}\b)", 0.4},
             {"ten digits", R"(\b\d{10}\b)", 0.15}},
            {"personnummer", "pnr", "personnr", "samordningsnummer", "person-nr", "svenskt", "swedish id"},
            check};
}

}  // namespace hearth::privacy

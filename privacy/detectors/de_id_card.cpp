// Germany: identity card number, nine characters, or T and eight digits on old cards.
// Source: Personalausweisverordnung, annex; check digit of ICAO Doc 9303.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string value = alnumOf(match.value());
    if (value[0] == 'T' && value.find_first_not_of("0123456789", 1) == std::string::npos)
        return Verdict::Unknown;
    return validIf(icaoCheck(value.substr(0, 8)) == value[8] - '0');
}

}  // namespace

Detector deIdCard() {
    return {"DE_ID_CARD",
            {{"nine characters", R"((?i)\b[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{7}\d\b)", 0.3}},
            {"personalausweis", "ausweis", "ausweisnummer", "personalausweisnummer", "identitätskarte",
             "id card"},
            check};
}

}  // namespace hearth::privacy

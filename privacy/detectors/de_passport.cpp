// Germany: passport number, nine characters with a check digit.
// Source: Passverordnung; check digit of ICAO Doc 9303; passports begin with C, F, G, H, J or K.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string value = alnumOf(match.value());
    return validIf(icaoCheck(value.substr(0, 8)) == value[8] - '0');
}

}  // namespace

Detector dePassport() {
    return {"DE_PASSPORT",
            {{"nine characters", R"((?i)\b[CFGHJK][0-9CFGHJKLMNPRTVWXYZ]{7}\d\b)", 0.3}},
            {"reisepass", "pass", "passnummer", "pass-nr", "passport", "reisepassnummer"},
            check};
}

}  // namespace hearth::privacy

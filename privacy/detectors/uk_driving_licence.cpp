// United Kingdom: driver number, sixteen characters.
// Source: DVLA, "Driver number" (surname padded with 9, decade, month with 50 added for women, day, year,
// initials, two check characters).
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string_view value = match.value();
    bool padding = false;  // a surname is letters, then only nines
    for (const char c : value.substr(0, 5)) {
        if (padding && c != '9') return Verdict::Invalid;
        padding = c == '9';
    }
    const int month = number(value, 6, 2) % 50;
    return possibleIf(isDate(2000, month, number(value, 8, 2)));
}

}  // namespace

Detector ukDrivingLicence() {
    return {"UK_DRIVING_LICENCE",
            {{"sixteen characters", R"((?i)\b[A-Z][A-Z9]{4}\d[0156]\d[0-3]\d{2}[A-Z9]{2}[A-Z0-9][A-Z]{2}\b)",
              0.7}},
            {"driving", "licence", "license", "dvla", "driver"},
            check};
}

}  // namespace hearth::privacy

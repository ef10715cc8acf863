// United Kingdom: vehicle registration marks since 1963: suffix, prefix and current forms.
// Source: DVLA, INF104 "Vehicle registration numbers and number plates": I, Q and Z, and age identifiers
// 02 to 29 and 51 to 79.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector ukVehicleRegistration() {
    return {
        "UK_VEHICLE_REGISTRATION",
        {{"two letters, two digits, three letters",
          R"((?i)\b[A-HJ-PR-Y]{2}(?:0[1-9]|[12]\d|5[1-9]|[67]\d)[- ]?[A-HJ-PR-Z]{3}\b)", 0.35},
         {"a letter, digits, three letters",
          R"((?i)\b[A-HJ-NPR-TV-Y]\d{1,3}[- ]?[A-HJ-PR-Y][A-HJ-PR-Z]{2}\b)", 0.15},
         {"three letters, digits, a letter", R"((?i)\b[A-HJ-PR-Z]{3}[- ]?\d{1,3}[A-HJ-NPR-TV-Y]\b)", 0.1}},
        {"vehicle", "registration", "reg", "number plate", "plate", "car", "dvla", "vrm", "licence plate"}};
}

}  // namespace hearth::privacy

// India: vehicle registration mark: state, district, series, number; the Bharat series; defence and
// diplomatic marks; short marks of before 1990.
// Source: Central Motor Vehicles Rules 1989, rule 50, and the notification on the BH series of 2021.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string value = alnumOf(match.value());
    if (isDigit(value[0]) || isDigit(value[1]) || value.size() < 8) return Verdict::Unknown;
    return possibleIf(
        isOneOf(value.substr(0, 2),
                {"AN", "AP", "AR", "AS", "BR", "CG", "CH", "DD", "DL", "DN", "GA", "GJ", "HP", "HR",
                 "JH", "JK", "KA", "KL", "LA", "LD", "MH", "ML", "MN", "MP", "MZ", "NL", "OD", "OR",
                 "PB", "PY", "RJ", "SK", "TN", "TR", "TS", "TG", "UA", "UK", "UP", "WB"}));
}

}  // namespace

Detector inVehicleRegistration() {
    return {
        "IN_VEHICLE_REGISTRATION",
        {{"state, district, series, number", R"((?i)\b[A-Z]{2}[- ]?\d{1,2}[- ]?[A-Z]{1,3}[- ]?\d{4}\b)", 0.4},
         {"Bharat series", R"((?i)\b\d{2}[- ]?BH[- ]?\d{4}[- ]?[A-HJ-NP-Z]{1,2}\b)", 0.5},
         {"defence", R"((?i)\b\d{2}[A-FHKPRX]\d{5,6}[A-Z]\b)", 0.1},
         {"diplomatic", R"((?i)\b\d{1,3}(?:CC|CD|UN)\d{1,4}\b)", 0.15},
         {"before 1990", R"((?i)\b[A-Z]{1,3}\d{4,5}\b)", 0.05}},
        {"vehicle", "registration", "rto", "plate", "number plate", "car"},
        check};
}

}  // namespace hearth::privacy

// Nigeria: vehicle registration plate, three letters, three digits, two letters.
// Source: Federal Road Safety Corps, number plates since 2011.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector ngVehicleRegistration() {
    return {"NG_VEHICLE_REGISTRATION",
            {{"three letters, three digits, two letters", R"((?i)\b[A-Z]{3}[- ]?\d{3}[- ]?[A-Z]{2}\b)", 0.3}},
            {"plate", "number plate", "vehicle", "registration", "frsc", "licence plate"}};
}

}  // namespace hearth::privacy

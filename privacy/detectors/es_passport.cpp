// Spain: passport number, three letters and six digits.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector esPassport() {
    return {"ES_PASSPORT",
            {{"three letters and six digits", R"((?i)\b[A-Z]{3}\d{6}\b)", 0.2}},
            {"pasaporte", "passport", "viaje"}};
}

}  // namespace hearth::privacy

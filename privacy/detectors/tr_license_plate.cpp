// Türkiye: vehicle registration plate: province 01 to 81, one to three letters, two to five digits.
// Source: Karayolları Trafik Yönetmeliği, annex on plates.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector trLicensePlate() {
    return {"TR_LICENSE_PLATE",
            {{"province, letters, digits", R"((?i)\b(?:0[1-9]|[1-7]\d|8[01]) ?[A-Z]{1,3} ?\d{2,5}\b)", 0.2},
             {"province, letters, digits, spaced",
              R"(\b(?:0[1-9]|[1-7]\d|8[01]) (?:[A-Z] \d{4,5}|[A-Z]{2} \d{3,4}|[A-Z]{3} \d{2,4})\b)", 0.4}},
            {"plaka", "plakası", "araç", "license plate", "plate", "ruhsat"}};
}

}  // namespace hearth::privacy

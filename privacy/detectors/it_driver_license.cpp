// Italy: driving licence number, two letters, seven digits and a letter, or U1 and eight characters.
// Source: Ministero delle Infrastrutture e dei Trasporti, forms of licence numbers by year of issue.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector itDriverLicense() {
    return {"IT_DRIVER_LICENSE",
            {{"two letters, seven digits, a letter", R"((?i)\b[A-Z]{2}\d{7}[A-Z]\b)", 0.2},
             {"U1 and eight characters", R"((?i)\bU1[0-9A-HJ-NP-Z]{7}[A-Z]\b)", 0.35}},
            {"patente", "patente di guida", "licenza", "license", "driving"}};
}

}  // namespace hearth::privacy

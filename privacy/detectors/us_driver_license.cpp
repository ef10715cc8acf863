// United States: driver's licence number; each state has its own form, from five digits to a letter and
// fourteen, so that only the words around it make it likely.
// Source: AAMVA, licence number formats by state, taken together.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector usDriverLicense() {
    return {
        "US_DRIVER_LICENSE",
        {{"letters and digits",
          R"((?i)\b(?:[A-Z]\d{3,6}|[A-Z]\d{7,14}|[A-Z]{2}\d{3,7}|[A-Z]{1,2}\d{2,3}[A-Z]{1,2}\d{3,7}|\d{1,3}[A-Z]{1,5}\d{1,9}[A-Z]?|[A-Z]{3}[A-Z*]{2}\d{3}[A-Z0-9]{4}|\d{7,8}[A-Z])\b)",
          0.25},
         {"grouped", R"(\b[A-Za-z]?\d{3,4}-\d{2,4}-\d{2,6}(?:-\d{1,4})?\b)", 0.35},
         {"digits", R"(\b\d{6,14}\b)", 0.2}},
        {"driver", "drivers", "driver's", "license", "licence", "driving", "permit", "dl#", "lic#"}};
}

}  // namespace hearth::privacy

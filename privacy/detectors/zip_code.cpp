// Postal codes that are named as such, and those of the United States and Canada with a state before them.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector zipCode() {
    return {
        "ZIP_CODE",
        {{"announced code",
          R"((?i)\b(?:zip(?: ?code)?|post(?:al)? ?code|postcode)(?: is|:|#|,)? {0,2}([A-Z0-9]{2,5}(?:[- ][A-Z0-9]{2,4})?)\b)",
          0.7},
         {"state and five digits", R"(\b[A-Z]{2},? (\d{5}(?:-\d{4})?)\b)", 0.45}},
        {"zip", "zipcode", "postal", "post code"}};
}

}  // namespace hearth::privacy

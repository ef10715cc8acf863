// United Kingdom: postcode.
// Source: Royal Mail, "Programmer's Guide to the PAF", postcode formats: which letters stand where.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector ukPostcode() {
    return {
        "UK_POSTCODE",
        {{"outward and inward code",
          R"((?i)\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY]) ?\d[ABD-HJLNP-UW-Z]{2})\b)",
          0.3}},
        {"postcode", "post code", "postal code", "zip", "address", "uk", "england", "london"}};
}

}  // namespace hearth::privacy

// United States: Individual Taxpayer Identification Number.
// Source: IRS, "Individual Taxpayer Identification Number (ITIN) reminders": begins with 9, fourth and
// fifth digit 50 to 65, 70 to 88, 90 to 92 or 94 to 99.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector usItin() {
    return {
        "US_ITIN",
        {{"nine-group-four digits", R"(\b9\d{2}[- ](?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])[- ]\d{4}\b)", 0.6},
         {"one separator",
          R"(\b9\d{2}(?:[- ](?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])|(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])[- ])\d{4}\b)",
          0.2},
         {"nine digits", R"(\b9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}\b)", 0.1}},
        {"individual", "taxpayer", "itin", "tax id", "tax payer", "taxid", "tin"}};
}

}  // namespace hearth::privacy

// India: elector's photo identity card number, three letters and seven digits.
// Source: Election Commission of India, EPIC numbering.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector inVoter() {
    return {"IN_VOTER",
            {{"three letters and seven digits", R"((?i)\b[A-Z]{3}\d{7}\b)", 0.2}},
            {"voter", "epic", "elector photo identity card"}};
}

}  // namespace hearth::privacy

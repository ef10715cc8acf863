// United Kingdom: passport number, two letters and seven digits.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector ukPassport() {
    return {"UK_PASSPORT",
            {{"two letters and seven digits", R"((?i)\b[A-Z]{2}\d{7}\b)", 0.2}},
            {"passport", "hmpo", "travel document", "uk passport", "british passport"}};
}

}  // namespace hearth::privacy

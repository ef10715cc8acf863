// Italy: passport number, two letters and seven digits.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector itPassport() {
    return {"IT_PASSPORT",
            {{"two letters and seven digits", R"((?i)\b[A-Z]{2}\d{7}\b)", 0.1}},
            {"passaporto", "passaporti", "viaggio", "viaggiare", "elettronico", "dogana", "passport"}};
}

}  // namespace hearth::privacy

// India: passport number, a letter and seven digits.
// Source: Ministry of External Affairs: no Q, X, Z; the second and the last digit are not 0.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector inPassport() {
    return {"IN_PASSPORT",
            {{"a letter and seven digits", R"((?i)\b[A-PR-WY][1-9]\d ?\d{4}[1-9]\b)", 0.2}},
            {"passport", "indian passport", "travel"}};
}

}  // namespace hearth::privacy

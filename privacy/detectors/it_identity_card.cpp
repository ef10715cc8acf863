// Italy: identity card number: on paper, and the two forms of the electronic card.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector itIdentityCard() {
    return {"IT_IDENTITY_CARD",
            {{"two letters and seven digits", R"((?i)\b[A-Z]{2} ?\d{7}\b)", 0.1},
             {"two letters, five digits, two letters", R"((?i)\b[A-Z]{2}\d{5}[A-Z]{2}\b)", 0.2},
             {"seven digits and two letters", R"((?i)\b\d{7}[A-Z]{2}\b)", 0.15}},
            {"carta", "identità", "elettronica", "cie", "documento", "riconoscimento", "espatrio"}};
}

}  // namespace hearth::privacy

// Germany: entry in the commercial register, part A or B and a number.
// Source: Handelsregisterverordnung, section 3.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector deHandelsregister() {
    return {"DE_HANDELSREGISTER",
            {{"part and number", R"((?i)\bHR[AB][ -]?\d{1,6}(?: ?[A-Z]{1,2})?\b)", 0.6},
             {"part, number, nothing after", R"((?i)\bHR[AB][ -]?\d{1,6}\b)", 0.65}},
            {"handelsregister", "amtsgericht", "registergericht", "registernummer", "eingetragen"}};
}

}  // namespace hearth::privacy

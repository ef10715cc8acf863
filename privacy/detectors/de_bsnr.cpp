// Germany: number of a medical practice (Betriebsstättennummer), nine digits.
// Source: KBV, "Arztnummern-Richtlinie": the first two digits are the region; there is no check digit.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector deBsnr() {
    return {"DE_BSNR",
            {{"nine digits", R"(\b\d{9}\b)", 0.1}},
            {"bsnr", "betriebsstättennummer", "betriebsstätte", "praxisnummer", "praxis", "kbv"}};
}

}  // namespace hearth::privacy

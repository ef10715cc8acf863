// Republic of Korea: driving licence number, region, year, six digits, two digits.
// Source: Road Traffic Act enforcement rules: regions 11 to 28.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector krDriverLicense() {
    return {"KR_DRIVER_LICENSE",
            {{"two-two-six-two digits", R"(\b(?:1[1-9]|2[0-8])[- ]\d{2}[- ]\d{6}[- ]\d{2}\b)", 0.55},
             {"twelve digits", R"(\b(?:1[1-9]|2[0-8])\d{10}\b)", 0.05}},
            {"운전면허", "면허번호", "운전면허번호", "driver license", "license"}};
}

}  // namespace hearth::privacy

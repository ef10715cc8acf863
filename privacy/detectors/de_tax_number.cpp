// Germany: tax number of a tax office: in the form of the state, or thirteen digits of the federal form.
// Source: ELSTER, "Pruefung der Steuer- und Steueridentifikationsnummer": the state comes first, the fifth
// digit of the federal form is 0.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector deTaxNumber() {
    return {"DE_TAX_NUMBER",
            {{"groups with slashes", R"(\b\d{2,3}/\d{3,4}/\d{4,5}\b)", 0.35},
             {"federal form", R"(\b(?:28|9\d|11|30|24|22|26|40|23|5\d|27|10|32|31|21|41)\d{2}0\d{8}\b)", 0.1},
             {"state and eleven digits", R"(\b(?:0[1-9]|1[0-6])\d{11}\b)", 0.05}},
            {"steuernummer", "st.-nr", "stnr", "st-nr", "finanzamt", "steuer-nr", "steuer"}};
}

}  // namespace hearth::privacy

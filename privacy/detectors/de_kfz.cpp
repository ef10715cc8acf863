// Germany: vehicle registration plate: district, letters, digits, E for electric, H for historic.
// Source: Fahrzeug-Zulassungsverordnung, section 9.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector deKfz() {
    return {"DE_KFZ",
            {{"district, letters, digits",
              R"((?:\b[A-Z]|Ä|Ö|Ü)(?:[A-Z]|Ä|Ö|Ü){0,2}[- ][A-Z]{1,2}[- ]?[1-9]\d{0,3}[EH]?\b)", 0.3},
             {"district, letters, digits in small letters",
              R"((?i)\b[A-Z]{1,3}[- ][A-Z]{1,2}[- ]?[1-9]\d{0,3}[EH]?\b)", 0.1}},
            {"kennzeichen", "kfz", "kfz-kennzeichen", "nummernschild", "fahrzeug", "autokennzeichen",
             "zulassung"}};
}

}  // namespace hearth::privacy

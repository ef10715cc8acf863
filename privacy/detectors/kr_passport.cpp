// Republic of Korea: passport number, the kind and eight digits, or since 2021 three digits, a letter, four.
// Source: Ministry of Foreign Affairs, "Next-generation e-passport": kinds M, S, R, O, D.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector krPassport() {
    return {"KR_PASSPORT",
            {{"kind, three digits, a letter, four digits", R"((?i)\b[MSROD]\d{3}[A-Z]\d{4}\b)", 0.3},
             {"kind and eight digits", R"((?i)\b[MSROD]\d{8}\b)", 0.15}},
            {"여권", "여권번호", "passport", "korean passport"}};
}

}  // namespace hearth::privacy

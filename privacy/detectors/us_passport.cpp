// United States: passport number, nine digits or a letter and eight digits.
// Source: U.S. Department of State, "Next Generation U.S. Passport" (a letter and eight digits).
#include "detectors/detector.h"

namespace hearth::privacy {

Detector usPassport() {
    return {
        "US_PASSPORT",
        {{"letter and eight digits", R"(\b[A-Za-z]\d{8}\b)", 0.15}, {"nine digits", R"(\b\d{9}\b)", 0.05}},
        {"passport", "travel", "document", "us passport", "united states"}};
}

}  // namespace hearth::privacy

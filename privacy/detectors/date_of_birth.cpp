// Dates that are said to be a day of birth.
#include "detectors/detector.h"

namespace hearth::privacy {

#define MONTH "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
#define BORN \
    "(?i)\\b(?:born(?: on| in)?|date of birth|d\\.?o\\.?b\\.?|birth ?date|birthday)(?: is| was)?[:,]? {0,2}"

Detector dateOfBirth() {
    return {"DATE_OF_BIRTH",
            {{"digits after a word for birth", BORN "(\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4})\\b", 0.9},
             {"month by name after a word for birth",
              BORN "((?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? " MONTH "|" MONTH
                   "\\.? \\d{1,2}(?:st|nd|rd|th)?)(?:,? \\d{4})?)\\b",
              0.9}}};
}

#undef BORN
#undef MONTH

}  // namespace hearth::privacy

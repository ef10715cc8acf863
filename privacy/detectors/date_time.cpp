// Dates and times as digits or with the names of months, and years that words announce.
// Source: ISO 8601-1; the customary forms.
// Day, month and year in any customary order must be possible.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    if (isAlnum(match.before()) || isAlnum(match.after())) return Verdict::Invalid;
    if (match.before() == '.' || match.before() == '/') return Verdict::Invalid;
    if ((match.after() == '/' || match.after() == '-') && match.end + 1 < match.text.size() &&
        isDigit(match.text[match.end + 1]))
        return Verdict::Invalid;
    return Verdict::Unknown;
}

#define MONTH                                                                                              \
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|" \
    "Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
#define DAY "(?:0?[1-9]|[12]\\d|3[01])"
#define MON "(?:0?[1-9]|1[0-2])"

}  // namespace

Detector dateTime() {
    return {
        "DATE_TIME",
        {{"ISO date and time",
          R"(\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)",
          0.7},
         {"year, month, day", "\\b\\d{4}[-/.]" MON "[-/.]" DAY "\\b", 0.6},
         {"day, month, year", "\\b" DAY "[-/.]" MON "[-/.](?:\\d{4}|\\d{2})\\b", 0.6},
         {"month, day, year", "\\b" MON "[-/.]" DAY "[-/.](?:\\d{4}|\\d{2})\\b", 0.6},
         {"day, name of month, year", "(?i)\\b" DAY "[- ./]" MONTH "[- ./](?:\\d{4}|\\d{2})\\b", 0.7},
         {"day and name of month", "(?i)\\b" DAY "(?:st|nd|rd|th)?(?: of)? " MONTH "(?:,? \\d{4})?\\b", 0.6},
         {"name of month, day, year", "(?i)\\b" MONTH "\\.? " DAY "(?:st|nd|rd|th)?(?:,? \\d{4})?\\b", 0.6},
         {"name of month and year", "(?i)\\b" MONTH "(?:-\\d{2}|[- ]\\d{4})\\b", 0.5},
         {"month and year", "\\b" MON "[-/]\\d{4}\\b", 0.3},
         {"month and day", "\\b(?:" MON "/" DAY "|" DAY "/" MON ")\\b", 0.1},
         {"a year that is announced",
          R"((?i)\b(?:in|since|from|until|of|during|founded|by|year|before|after) ((?:1[6-9]|20)\d{2})\b)",
          0.55},
         {"a year", R"(\b(?:1[89]|20)\d{2}\b)", 0.1},
         {"time of day", R"((?i)\b(?:[01]?\d|2[0-3])(?::[0-5]\d){1,2}(?: ?[ap]\.?m\b)?)", 0.3}},
        {},
        check};
}

#undef MONTH
#undef DAY
#undef MON

}  // namespace hearth::privacy

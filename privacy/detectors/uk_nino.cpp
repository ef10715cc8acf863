// United Kingdom: National Insurance number, two letters, six digits and a letter from A to D.
// Source: HMRC, National Insurance Manual NIM39110: letters and prefixes that are not used.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string prefix = alnumOf(match.value()).substr(0, 2);
    return possibleIf(!isOneOf(prefix, {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"}));
}

}  // namespace

Detector ukNino() {
    return {"UK_NINO",
            {{"two letters, six digits, a letter",
              R"((?i)\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b)", 0.6}},
            {"national insurance", "ni number", "nino", "insurance"},
            check};
}

}  // namespace hearth::privacy

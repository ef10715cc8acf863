// China: resident identity number, eighteen characters.
// Source: GB 11643-1999: region, birthday, sequence, ISO 7064 MOD 11-2 with X for ten.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string_view value = match.value();
    if (!isDate(number(value, 6, 4), number(value, 10, 2), number(value, 12, 2))) return Verdict::Invalid;
    const int sum = weightedSum(value, {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2});
    return validIf(upper(value[17]) == "10X98765432"[sum % 11]);
}

}  // namespace

Detector cnResidentId() {
    return {"CN_RESIDENT_ID",
            {{"region, birthday, sequence, check",
              R"(\b[1-8]\d{5}(?:18|19|20)\d{2}[01]\d[0-3]\d{4}[0-9Xx]\b)", 0.65}},
            {"身份证", "身份证号", "resident identity", "id card"},
            check};
}

}  // namespace hearth::privacy

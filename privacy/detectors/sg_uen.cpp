// Singapore: unique entity number of businesses (8 digits), local companies (year and 5), others.
// Source: Accounting and Corporate Regulatory Authority, "UEN": weights and check letters by kind.
#include <string>

#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

bool business(const std::string& value) {
    return "XMKECAWLJDB"[weightedSum(value, {10, 4, 9, 3, 8, 2, 7, 1}) % 11] == value[8];
}

bool localCompany(const std::string& value) {
    return "ZKCMDNERGWH"[weightedSum(value, {10, 8, 6, 4, 9, 7, 5, 3, 1}) % 11] == value[9];
}

bool otherEntity(const std::string& value) {
    const std::string letters = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
    constexpr int weights[] = {4, 3, 5, 3, 10, 2, 2, 5, 7};
    int sum = -5;
    for (std::size_t i = 0; i < 9; ++i) {
        const std::size_t code = letters.find(value[i]);
        if (code == std::string::npos) return false;
        sum += static_cast<int>(code) * weights[i];
    }
    return sum >= 0 && letters[static_cast<std::size_t>(sum % 11)] == value[9];
}

Verdict check(Match& match) {
    const std::string value = alnumOf(match.value());
    if (!isDigit(value[0])) return validIf(otherEntity(value));
    return validIf(value.size() == 9 ? business(value) : localCompany(value));
}

}  // namespace

Detector sgUen() {
    return {"SG_UEN",
            {{"eight digits and a letter", R"((?i)\b\d{8}[A-Z]\b)", 0.25},
             {"nine digits and a letter", R"((?i)\b(?:18|19|20)\d{7}[A-Z]\b)", 0.3},
             {"entity type in the middle", R"((?i)\b[TSR]\d{2}[A-Z]{2}\d{4}[A-Z]\b)", 0.4}},
            {"uen", "unique entity number", "business registration", "acra"},
            check};
}

}  // namespace hearth::privacy

// Italy: fiscal code of persons, sixteen characters.
// Source: Decreto Ministeriale 23 December 1976: values of letters and digits in odd places, letters that
// stand for digits, check letter modulo 26.
#include <string>

#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

// In odd places A and 0 count 1, B and 1 count 0, and so on; in even places they count their rank.
int oddValue(char c) {
    constexpr int values[] = {1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                              20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
    return values[isDigit(c) ? c - '0' : c - 'A'];
}

Verdict check(Match& match) {
    const std::string value = alnumOf(match.value());
    int sum = 0;
    for (std::size_t i = 0; i < 15; ++i) {
        const char c = value[i];
        sum += i % 2 == 0 ? oddValue(c) : (isDigit(c) ? c - '0' : c - 'A');
    }
    return validIf(value[15] == 'A' + sum % 26);
}

}  // namespace

Detector itFiscalCode() {
    return {"IT_FISCAL_CODE",
            {{"sixteen characters",
              R"((?i)\b[A-Z]{6}[0-9L-NP-V]{2}[A-EHLMPRST][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]\b)", 0.6}},
            {"codice fiscale", "cf", "fiscale"},
            check};
}

}  // namespace hearth::privacy

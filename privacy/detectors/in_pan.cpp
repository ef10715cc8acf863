// India: Permanent Account Number of the income tax, five letters, four digits, a letter.
// Source: Income Tax Department: the fourth letter says what the holder is (P: a person).
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string value = alnumOf(match.value());
    int run = 0;
    int longest = 0;
    bool letter = false;
    for (const char c : value) {
        run = isDigit(c) ? run + 1 : 0;
        longest = run > longest ? run : longest;
        letter = letter || isLetter(c);
    }
    return possibleIf(letter && longest >= 4);
}

}  // namespace

Detector inPan() {
    return {"IN_PAN",
            {{"holder's letter in the fourth place", R"((?i)\b[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]\b)", 0.55},
             {"five letters, four digits, a letter", R"((?i)\b[A-Z]{5}\d{4}[A-Z]\b)", 0.45},
             {"ten letters and digits", R"(\b[A-Za-z0-9]{10}\b)", 0.05}},
            {"permanent account number", "pan", "income tax"},
            check};
}

}  // namespace hearth::privacy

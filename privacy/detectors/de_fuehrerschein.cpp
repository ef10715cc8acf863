// Germany: driving licence number, eleven characters.
// Source: Fahrerlaubnis-Verordnung, annex 8: authority, running number, check character, copy.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string_view middle = match.value().substr(3, 6);
    const bool twoLetters = isLetter(match.value()[1]);
    bool letter = twoLetters;
    for (const char c : middle) letter = letter || isLetter(c);
    return possibleIf(letter);
}

}  // namespace

Detector deFuehrerschein() {
    return {"DE_FUEHRERSCHEIN",
            {{"two letters, eight digits, a character", R"((?i)\b[A-Z]{2}\d{8}[A-Z0-9]\b)", 0.3},
             {"eleven characters", R"((?i)\b[A-Z]\d{2}[A-Z0-9]{6}\d[A-Z0-9]\b)", 0.2}},
            {"führerschein", "führerscheinnummer", "fahrerlaubnis", "fahrerlaubnisnummer", "fe-nummer",
             "fuehrerschein"},
            check};
}

}  // namespace hearth::privacy

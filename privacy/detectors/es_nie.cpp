// Spain: identity number of foreigners (NIE), X, Y or Z, seven digits and a letter.
// Source: Orden INT/2058/2008: X, Y, Z count as 0, 1, 2; the letter is the number modulo 23.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    std::string value = alnumOf(match.value());
    value[0] = static_cast<char>(value[0] - 'X' + '0');
    return validIf(value.back() == "TRWAGMYFPDXBNJZSQVHLCKE"[number(value, 0, 8) % 23]);
}

}  // namespace

Detector esNie() {
    return {"ES_NIE",
            {{"X, Y or Z, seven digits and a letter", R"((?i)\b[XYZ]-?\d{7}[- ]?[A-HJ-NP-TV-Z]\b)", 0.6}},
            {"nie", "extranjero", "identificación de extranjero", "residencia"},
            check};
}

}  // namespace hearth::privacy

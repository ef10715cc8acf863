// Spain: tax number of citizens (DNI/NIF), eight digits and a letter.
// Source: Real Decreto 1553/2005, article 11; Ministerio del Interior: the letter is the number modulo 23.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string value = alnumOf(match.value());
    const int rest = number(value, 0, value.size() - 1) % 23;
    return validIf(value.back() == "TRWAGMYFPDXBNJZSQVHLCKE"[rest]);
}

}  // namespace

Detector esNif() {
    return {"ES_NIF",
            {{"digits and a letter", R"((?i)\b\d{7,8}[- ]?[A-HJ-NP-TV-Z]\b)", 0.5}},
            {"documento nacional de identidad", "dni", "nif", "identificación"},
            check};
}

}  // namespace hearth::privacy

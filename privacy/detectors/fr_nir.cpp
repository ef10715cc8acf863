// France: number of the register of persons (NIR, social security), thirteen characters and a key.
// Source: INSEE, "Numéro d'inscription au répertoire": 97 less the remainder; 2A and 2B count as 19 and 18.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    std::string value = alnumOf(match.value());
    if (value[6] == 'A' || value[6] == 'B') value[6] = value[6] == 'A' ? '9' : '8', value[5] = '1';
    return validIf(97 - mod97(std::string_view(value).substr(0, 13)) == number(value, 13, 2));
}

}  // namespace

Detector frNir() {
    return {
        "FR_NIR",
        {{"sex, year, month, place, order, key",
          R"(\b[1-478] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[ABab]) ?\d{3} ?\d{3} ?\d{2}\b)", 0.65}},
        {"sécurité sociale", "securite sociale", "nir", "insee", "numéro de sécu"},
        check};
}

}  // namespace hearth::privacy

// Singapore: identity number of residents and foreigners, a letter, seven digits, a check letter.
// Source: Immigration & Checkpoints Authority; weights 2, 7, 6, 5, 4, 3, 2, modulus 11, offsets by series.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string value = alnumOf(match.value());
    int sum = weightedSum(std::string_view(value).substr(1), {2, 7, 6, 5, 4, 3, 2});
    const char* letters = "JZIHGFEDCBA";
    if (value[0] == 'T' || value[0] == 'G') sum += 4;
    if (value[0] == 'F' || value[0] == 'G') letters = "XWUTRQPNMLK";
    if (value[0] == 'M') {
        sum += 3;
        letters = "XWUTRQPNJLK";
    }
    return letters[sum % 11] == value[8] ? Verdict::Valid : Verdict::Unknown;
}

}  // namespace

Detector sgNricFin() {
    return {"SG_NRIC_FIN",
            {{"letter, seven digits, letter", R"((?i)\b[STFGM]\d{7}[A-Z]\b)", 0.45}},
            {"nric", "fin", "singapore", "identity card"},
            check};
}

}  // namespace hearth::privacy

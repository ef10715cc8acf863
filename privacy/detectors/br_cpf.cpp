// Brazil: CPF, the tax number of persons, eleven digits.
// Source: Receita Federal, Instrução Normativa 1548/2015: two check digits, modulus 11.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    const int first = weightedSum(digits, {10, 9, 8, 7, 6, 5, 4, 3, 2}) * 10 % 11 % 10;
    const int second = weightedSum(digits, {11, 10, 9, 8, 7, 6, 5, 4, 3, 2}) * 10 % 11 % 10;
    return validIf(!allSame(digits) && first == digits[9] - '0' && second == digits[10] - '0');
}

}  // namespace

Detector brCpf() {
    return {"BR_CPF",
            {{"three-three-three-two digits", R"(\b\d{3}\.\d{3}\.\d{3}-\d{2}\b)", 0.65},
             {"eleven digits", R"(\b\d{11}\b)", 0.4}},
            {"cpf", "cadastro de pessoas", "receita federal"},
            check};
}

}  // namespace hearth::privacy

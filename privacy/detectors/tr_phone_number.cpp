// Türkiye: phone numbers, area code and seven digits.
// Source: Information and Communication Technologies Authority, national numbering plan: areas 2 to 4,
// mobile 5.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    match.dropLoneBrackets();
    return possibleIf(!isAlnum(match.before()) && match.before() != '+' && !isDigit(match.after()));
}

}  // namespace

Detector trPhoneNumber() {
    return {"TR_PHONE_NUMBER",
            {{"area code and seven digits",
              R"((?:\+?\b90[ -]?\(?|\b0[ -]?\(?|\(|\b)[2-5]\d{2}\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2})", 0.15}},
            {"telefon", "cep", "gsm", "tel no"},
            check};
}

}  // namespace hearth::privacy

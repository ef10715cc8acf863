// Payment card number, twelve to nineteen digits.
// Source: ISO/IEC 7812-1: issuer prefix and Luhn; which lengths a network issues.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

bool within(std::string_view digits, std::size_t length, int low, int high) {
    const int prefix = number(digits, 0, length);
    return prefix >= low && prefix <= high;
}

bool networkIssues(std::string_view digits) {
    const std::size_t n = digits.size();
    if (digits[0] == '1') return n == 15;  // UATP, old JCB
    if (digits[0] == '2')
        return within(digits, 4, 2131, 2131) ? n == 15                                    // old JCB
                                             : within(digits, 4, 2200, 2720) && n == 16;  // Mir, Mastercard
    if (within(digits, 2, 34, 34) || within(digits, 2, 37, 37)) return n == 15;
    if (within(digits, 2, 35, 35)) return n >= 16;
    if (digits[0] == '3') return n >= 14;                        // Diners Club
    if (digits[0] == '4') return n == 13 || n == 16 || n == 19;  // Visa
    if (within(digits, 2, 51, 55)) return n == 16;               // Mastercard
    return digits[0] == '5' || digits[0] == '6';                 // Maestro, Discover, UnionPay
}

Verdict check(Match& match) {
    const std::string digits = digitsOf(match.value());
    return validIf(networkIssues(digits) && !allSame(digits) && luhn(digits));
}

}  // namespace

Detector creditCard() {
    return {"CREDIT_CARD",
            {{"digits of a payment card", R"(\b[1-6]\d{11,18}\b)", 0.5},
             {"digits in groups", R"(\b[1-6]\d{3}[- ]\d{4}[- ]\d{4}[- ]\d{1,4}(?:[- ]\d{1,3})?\b)", 0.55},
             {"four-six-four or five digits", R"(\b3\d{3}[- ]\d{6}[- ]\d{4,5}\b)", 0.55}},
            {"credit", "card", "visa", "mastercard", "cc", "amex", "discover", "jcb", "diners", "maestro",
             "debit"},
            check};
}

}  // namespace hearth::privacy

// Germany: VAT identification number, DE and nine digits.
// Source: Section 27a UStG; ISO 7064 MOD 11,10, which old numbers need not keep.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    return iso7064Mod11_10(digitsOf(match.value())) ? Verdict::Valid : Verdict::Unknown;
}

}  // namespace

Detector deVatId() {
    return {"DE_VAT_ID",
            {{"DE and nine digits", R"((?i)\bDE[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{3}\b)", 0.45}},
            {"ust-idnr", "ust-id", "umsatzsteuer", "umsatzsteuer-identifikationsnummer", "vat", "ustid"},
            check};
}

}  // namespace hearth::privacy

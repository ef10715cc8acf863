// Nigeria: National Identification Number, eleven digits, Verhoeff.
// Source: National Identity Management Commission, "About the NIN".
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    return validIf(!allSame(match.value()) && verhoeff(match.value()));
}

}  // namespace

Detector ngNin() {
    return {"NG_NIN",
            {{"eleven digits", R"(\b\d{11}\b)", 0.1}},
            {"nin", "nimc", "national identification"},
            check};
}

}  // namespace hearth::privacy

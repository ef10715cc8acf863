// Address of a network card, six octets.
// Source: IEEE 802-2014, section 8; the address of all stations names nobody.
#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

Verdict check(Match& match) {
    const std::string value = alnumOf(match.value());
    return possibleIf(!allSame(value));
}

}  // namespace

Detector macAddress() {
    return {"MAC_ADDRESS",
            {{"six octets with colons", R"((?i)\b[0-9A-F]{2}(?::[0-9A-F]{2}){5}\b)", 0.7},
             {"six octets with hyphens", R"((?i)\b[0-9A-F]{2}(?:-[0-9A-F]{2}){5}\b)", 0.7},
             {"three groups with dots", R"((?i)\b[0-9A-F]{4}\.[0-9A-F]{4}\.[0-9A-F]{4}\b)", 0.6}},
            {"mac", "hardware address", "physical address", "ethernet", "device"},
            check};
}

}  // namespace hearth::privacy

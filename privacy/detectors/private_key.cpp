// Private keys in armour: the whole block, or as much of it as is there.
// Source: RFC 7468; RFC 9580 section 6.2 (OpenPGP).
#include "detectors/detector.h"

namespace hearth::privacy {

Detector privateKey() {
    return {
        "PRIVATE_KEY",
        {{"armoured private key",
          R"(-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----[^-]*(?:-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----)?)",
          1.0}}};
}

}  // namespace hearth::privacy
